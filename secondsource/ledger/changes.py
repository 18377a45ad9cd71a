"""Which reports the facts added since a moment concern."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Select, select, union

from secondsource.ledger.decisions import decisions
from secondsource.ledger.event_rulings import anchors_of, event_ruling_of
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.picture import WITHDRAW_REPORT, present_reports
from secondsource.ledger.records import Decision
from secondsource.ledger.rulings import actors_of, ruling_of
from secondsource.ledger.schema import actor_mention, claim, claim_party, extraction, report
from secondsource.ledger.standing_records import UpTo


def changed_reports(connection: Connection, since: UpTo) -> set[str]:
    """The reports added, read or decided on since, those of events decided on, and those that name
    an actor decided on.

    Decisions taken back have no number of their own, so that all of them count where there is a
    new one.
    """
    added = union(
        select(report.c.id).where(report.c.seq > since.report),
        select(extraction.c.report_id).where(extraction.c.seq > since.extraction),
    )
    found = set(connection.execute(added).scalars())
    log = decisions(connection)
    again = sum(one.withdrawn_at is not None for one in log) != since.taken_back
    fresh = [
        one for one in log if one.id > since.decision or (again and one.withdrawn_at is not None)
    ]
    found.update(one.decided.subject for one in fresh if one.decided.what == WITHDRAW_REPORT)
    found |= _regrouped(fresh)
    return found | _naming(connection, _actors(fresh))


def _actors(log: Iterable[Decision]) -> set[str]:
    rulings = (ruling_of(one) for one in log)
    return {label.id for ruling in rulings if ruling for label in actors_of(ruling)}


def _regrouped(log: Iterable[Decision]) -> set[str]:
    """The reports of the claims of events that were merged or split."""
    rulings = (event_ruling_of(one) for one in log)
    return {anchor.report for ruling in rulings if ruling for anchor in anchors_of(ruling)}


def _naming(connection: Connection, actors: set[str]) -> set[str]:
    """The reports that name one of these actors, as they were read."""
    found: set[str] = set()
    for some in chunks(sorted(actors), PAGE):
        mentioned: Select[tuple[str]] = (
            select(extraction.c.report_id)
            .join(actor_mention, actor_mention.c.extraction_seq == extraction.c.seq)
            .where(actor_mention.c.actor_id.in_(some))
        )
        acting = (
            select(claim.c.report_id)
            .join(claim_party, claim_party.c.claim_seq == claim.c.seq)
            .where(claim_party.c.actor_id.in_(some))
        )
        found.update(connection.execute(union(mentioned, acting)).scalars())
    return found


def present_among(connection: Connection, reports: Iterable[str]) -> set[str]:
    """Those of the reports that are not withdrawn."""
    return {
        found
        for some in chunks(sorted(set(reports)), PAGE)
        for found in connection.execute(
            select(report.c.id).where(report.c.id.in_(some), present_reports())
        ).scalars()
    }
