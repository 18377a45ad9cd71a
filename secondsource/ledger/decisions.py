"""The decision log: who decided what, when and why; taking back is another entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from secondsource.errors import LedgerError, NotInLedger
from secondsource.ledger.cursors import no_cursor, read_cursor, write_cursor
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.picture import WITHDRAW_REPORT, withdrawn_reports
from secondsource.ledger.records import Decision, NewDecision
from secondsource.ledger.schema import decision, decision_withdrawn, report
from secondsource.ledger.standing_records import Page


def decide(connection: Connection, new: NewDecision, at: datetime) -> Decision:
    """Log a decision."""
    entry = insert(decision).values(
        who=new.who,
        at=at,
        what=new.what,
        subject=new.subject,
        why=new.why,
        before=new.before,
        after=new.after,
    )
    seq = connection.execute(entry.returning(decision.c.seq)).scalar_one()
    return find_decision(connection, seq)


def withdraw_decision(
    connection: Connection, decision_id: int, *, who: str, why: str, at: datetime
) -> Decision:
    """Log that a decision is taken back.

    Raises:
        NotInLedger: if there is no such decision.
        LedgerError: if it was taken back before.
    """
    found = find_decision(connection, decision_id)
    if found.withdrawn_at is not None:
        raise LedgerError(
            f"decision {decision_id}",
            f"{found.withdrawn_by} took it back before",
            "decide anew if it is to hold again",
        )
    entry = insert(decision_withdrawn).values(decision_seq=decision_id, who=who, at=at, why=why)
    connection.execute(entry)
    return find_decision(connection, decision_id)


def withdraw_report(
    connection: Connection, report_id: str, *, who: str, why: str, at: datetime
) -> Decision:
    """Hide a report with all that was read from it, by a decision that can be taken back.

    Raises:
        NotInLedger: if the present picture has no such report.
    """
    there = select(report.c.id).where(
        report.c.id == report_id, report.c.id.not_in(withdrawn_reports())
    )
    if connection.execute(there).first() is None:
        raise NotInLedger(report_id, "there is no such report, or it is withdrawn already")
    new = NewDecision(who=who, what=WITHDRAW_REPORT, subject=report_id, why=why)
    return decide(connection, new, at)


def decisions(connection: Connection, subject: str | None = None) -> tuple[Decision, ...]:
    """The log in order, all of it or what is about one subject."""
    query = _log().order_by(decision.c.seq)
    if subject is not None:
        query = query.where(decision.c.subject == subject)
    return tuple(_decision(row) for row in connection.execute(query))


def decisions_about(connection: Connection, kinds: Sequence[str]) -> tuple[Decision, ...]:
    """The log of some kinds of decision in order, those taken back too."""
    query = _log_of(tuple(kinds))
    return tuple(_decision(row) for row in connection.execute(query))


def decisions_on(
    connection: Connection, kinds: Sequence[str], subjects: Sequence[str]
) -> tuple[Decision, ...]:
    """The log of some kinds of decision about some subjects in order, those taken back too."""
    found: list[Decision] = []
    for some in chunks(subjects, PAGE):
        query = _log().where(decision.c.what.in_(kinds), decision.c.subject.in_(some))
        found += map(_decision, connection.execute(query))
    return tuple(sorted(found, key=lambda one: one.id))


def recent_decisions(
    connection: Connection, kinds: Sequence[str], *, most: int, subject: str | None = None
) -> tuple[Decision, ...]:
    """The last ``most`` decisions of some kinds, and all of these about ``subject``, the newest
    first, those taken back too."""
    last = (
        select(decision.c.seq)
        .where(decision.c.what.in_(kinds))
        .order_by(decision.c.seq.desc())
        .limit(most)
    )
    about = (decision.c.subject == subject) & decision.c.what.in_(kinds)
    query = _log().where(decision.c.seq.in_(last) | about).order_by(decision.c.seq.desc())
    return tuple(_decision(row) for row in connection.execute(query))


def decision_page(
    connection: Connection,
    kinds: Sequence[str],
    *,
    subject: str | None,
    after: str | None,
    size: int,
) -> Page[Decision]:
    """Decisions of some kinds, of those about ``subject`` alone if it is given, the newest first,
    those taken back too.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    query = _log().where(decision.c.what.in_(kinds)).order_by(decision.c.seq.desc()).limit(size + 1)
    if subject is not None:
        query = query.where(decision.c.subject == subject)
    if after is not None:
        query = query.where(decision.c.seq < _read_cursor(after))
    found = tuple(_decision(row) for row in connection.execute(query))
    last = found[size - 1].id if len(found) > size else None
    return Page(items=found[:size], next=None if last is None else write_cursor("decisions", last))


def find_decision(connection: Connection, decision_id: int) -> Decision:
    """The decision with this number.

    Raises:
        NotInLedger: if there is none.
    """
    row = connection.execute(_log().where(decision.c.seq == decision_id)).one_or_none()
    if row is None:
        raise NotInLedger(f"decision {decision_id}", "there is no such decision")
    return _decision(row)


def _read_cursor(cursor: str) -> int:
    match read_cursor(cursor):
        case ["decisions", int() as number]:
            return number
    raise no_cursor(cursor)


def _log() -> Select[*tuple[Any, ...]]:
    withdrawn = decision_withdrawn.c
    return select(
        *decision.c,
        withdrawn.who.label("withdrawn_by"),
        withdrawn.at.label("withdrawn_at"),
        withdrawn.why.label("withdrawn_why"),
    ).outerjoin(decision_withdrawn)


@cache
def _log_of(kinds: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """Made once: every page asks who is who."""
    return _log().where(decision.c.what.in_(kinds)).order_by(decision.c.seq)


def _decision(row: Row[*tuple[Any, ...]]) -> Decision:
    decided = NewDecision(
        who=row.who,
        what=row.what,
        subject=row.subject,
        why=row.why,
        before=row.before,
        after=row.after,
    )
    return Decision(
        id=row.seq,
        at=row.at,
        decided=decided,
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=row.withdrawn_at,
        withdrawn_why=row.withdrawn_why,
    )
