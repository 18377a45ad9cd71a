"""Decisions about claims, and the extractions that follow from them.

A decision is logged, and the report's latest reading by an extractor is appended once more as it
stands by all decisions, under the extractor's name and `MARK`. So everything that reads the
present picture reads the reviewed claims, and nothing that a person decided is lost when another
extractor reads the report anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from secondsource.claims import Claim
from secondsource.errors import Conflict, NotInLedger, UsageError
from secondsource.ledger.append import add_extractions
from secondsource.ledger.claim_rulings import (
    CLAIM_DECISIONS,
    ClaimRuling,
    claim_decision,
    claim_ruling_of,
)
from secondsource.ledger.decisions import (
    decide,
    decisions_on,
    find_decision,
    withdraw_decision,
)
from secondsource.ledger.picture import counted_extractions
from secondsource.ledger.records import Decision, Extraction, FoundClaim
from secondsource.ledger.report_reader import reports_by_id
from secondsource.ledger.reviewed import reviewed
from secondsource.ledger.rows import actor_of, claim_of, place_of
from secondsource.ledger.schema import actor_mention, claim, extraction, place_mention

MARK = "+review/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The last decision about a claim that a reviewer knew when deciding, ``None`` for none."""

    decision: int | None


def review_claim(  # noqa: PLR0913 - what is decided, by whom, why, knowing what, when
    connection: Connection,
    ruling: ClaimRuling,
    *,
    who: str,
    why: str,
    seen: Seen | None,
    at: datetime,
) -> Decision:
    """Log a decision about a claim and append its report's claims as they stand by it.

    Raises:
        Conflict: if ``seen`` is given and somebody decided on the claim since.
        NotInLedger: if no extractor has read the report.
    """
    if seen is not None:
        check_unchanged(connection, ruling.subject, seen)
    made = decide(connection, claim_decision(ruling, who=who, why=why), at)
    derive(connection, ruling.report_id, at, also=(ruling.subject,))
    return made


def undo_review(
    connection: Connection, decision_id: int, *, who: str, why: str, at: datetime
) -> Decision:
    """Take a decision about a claim back, and append its report's claims as they then stand.

    Raises:
        NotInLedger: if there is no such decision.
        UsageError: if it is not about a claim.
        LedgerError: if it was taken back before.
    """
    ruling = claim_ruling_of(find_decision(connection, decision_id))
    if ruling is None:
        raise UsageError(f"decision {decision_id}", "it is not about a claim", "see `decisions`")
    taken_back = withdraw_decision(connection, decision_id, who=who, why=why, at=at)
    derive(connection, ruling.report_id, at)
    return taken_back


def stored_claim(connection: Connection, claim_id: str) -> FoundClaim:
    """A claim of the present picture as it is stored, whatever actors were merged since.

    Raises:
        NotInLedger: if the present picture has none.
    """
    query = select(claim.c.id, claim.c.report_id, claim.c.record).where(
        claim.c.id == claim_id, claim.c.extraction_seq.in_(counted_extractions())
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotInLedger(claim_id, "no claim has this id", "list them with `secondsource claims`")
    report = reports_by_id(connection, {row.report_id})[row.report_id]
    return FoundClaim(claim=claim_of(row, report), report=report)


def derive_again(connection: Connection, report_ids: Iterable[str], at: datetime) -> None:
    """Append the claims of those reports that were reviewed, after another reading of them."""
    ids = sorted(report_ids)
    marked = (
        select(extraction.c.report_id)
        .distinct()
        .where(
            extraction.c.report_id.in_(ids), extraction.c.extractor.contains(MARK, autoescape=True)
        )
    )
    for report_id in connection.execute(marked).scalars().all():
        derive(connection, report_id, at)


def derive(
    connection: Connection, report_id: str, at: datetime, also: tuple[str, ...] = ()
) -> None:
    """Append the latest reading of a report as it stands by the decisions about its claims.

    Raises:
        NotInLedger: if no extractor has read it.
    """
    latest = (
        select(extraction.c.seq, extraction.c.extractor)
        .where(
            extraction.c.report_id == report_id,
            ~extraction.c.extractor.contains(MARK, autoescape=True),
        )
        .order_by(extraction.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(latest).first()
    if row is None:
        raise NotInLedger(report_id, "no extractor has read it", "run `secondsource ingest`")
    report = reports_by_id(connection, {report_id})[report_id]
    found = _claims(connection, row.seq, report_id)
    rulings = _rulings(connection, report_id, also)
    made = Extraction(
        report_id=report_id,
        extractor=f"{row.extractor}{MARK}{_readings(connection, report_id)}",
        claims=reviewed(found, rulings, report.text),
        actors=tuple(map(actor_of, connection.execute(_mentions(actor_mention, row.seq)))),
        places=tuple(map(place_of, connection.execute(_mentions(place_mention, row.seq)))),
    )
    add_extractions(connection, (made,), at)


def check_unchanged(connection: Connection, subject: str, seen: Seen) -> None:
    """Nothing, where nobody decided on the claim ``subject`` since what was seen.

    Raises:
        Conflict: if somebody did.
    """
    standing = [one for one in _standing(connection, (subject,)) if one.decided.subject == subject]
    last = standing[-1] if standing else None
    if (last.id if last else None) != seen.decision:
        said = (
            f"{last.decided.who} decided on it ({last.decided.what})" if last else "it was undone"
        )
        raise Conflict(subject, f"{said} since you looked", "look at it again, then decide")


def _rulings(
    connection: Connection, report_id: str, also: tuple[str, ...]
) -> tuple[ClaimRuling, ...]:
    known = select(claim.c.id).distinct().where(claim.c.report_id == report_id)
    subjects = {*connection.execute(known).scalars(), *also}
    found = map(claim_ruling_of, _standing(connection, subjects))
    return tuple(ruling for ruling in found if ruling is not None)


def _standing(connection: Connection, subjects: Iterable[str]) -> list[Decision]:
    listed = decisions_on(connection, CLAIM_DECISIONS, sorted(subjects))
    return [one for one in listed if one.withdrawn_at is None]


def _claims(connection: Connection, seq: int, report_id: str) -> list[Claim]:
    report = reports_by_id(connection, {report_id})[report_id]
    query = select(claim.c.id, claim.c.report_id, claim.c.record)
    rows = connection.execute(query.where(claim.c.extraction_seq == seq).order_by(claim.c.seq))
    return [claim_of(row, report) for row in rows]


def _mentions(table: Table, seq: int) -> Select[*tuple[Any, ...]]:
    found = select(table.c.record).where(table.c.extraction_seq == seq)
    return found.order_by(table.c.position)


def _readings(connection: Connection, report_id: str) -> int:
    return connection.execute(
        select(func.count()).select_from(extraction).where(extraction.c.report_id == report_id)
    ).scalar_one()
