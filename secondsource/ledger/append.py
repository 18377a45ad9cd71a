"""What reading appends: inputs with their reports, and extractions with their claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from secondsource.claims import Claim
from secondsource.errors import NotInLedger
from secondsource.ledger.inputs import known_inputs, storable
from secondsource.ledger.records import Added, Extraction, InputKey, InputSeen
from secondsource.ledger.rows import (
    Values,
    actor_rows,
    claim_row,
    key_row,
    party_rows,
    place_rows,
    rejection_row,
    report_of,
    report_row,
)
from secondsource.ledger.schema import (
    actor_mention,
    claim,
    claim_party,
    extraction,
    input_report,
    input_seen,
    place_mention,
    report,
)
from secondsource.ledger.words import index_claims, index_reports
from secondsource.reports import Report


def add_inputs(connection: Connection, seen: Sequence[InputSeen], at: datetime) -> Added:
    """Append inputs with their reports, those only that the ledger lacks."""
    before = known_inputs(connection, [one.key for one in seen])
    fresh: dict[tuple[InputKey, bool], InputSeen] = {}
    repeated = 0
    for one in map(storable, seen):
        known = before.get(one.key)
        outcome = (one.key, one.rejection is None)
        if outcome in fresh or (known and (known.rejection is None) == (one.rejection is None)):
            repeated += max(1, len(one.reports))
        else:
            fresh[outcome] = one
    read = list(fresh.values())
    offered = [found for one in read for found in one.reports]
    new = _add_reports(connection, {found.id: found for found in offered}, at)
    _add_seen(connection, read, at)
    return Added(
        reports=new,
        known=repeated + len(offered) - len(new),
        rejected=tuple(one.rejection for one in read if one.rejection),
    )


def _add_reports(
    connection: Connection, offered: dict[str, Report], at: datetime
) -> tuple[str, ...]:
    rows = [{**report_row(found), "seen_at": at} for found in offered.values()]
    if not rows:
        return ()
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(report).on_conflict_do_nothing().returning(report.c.seq, report.c.id)
    added = connection.execute(statement, rows).all()
    index_reports(connection, {row.seq: offered[row.id] for row in added})
    return tuple(row.id for row in sorted(added, key=lambda row: row.seq))


def _add_seen(connection: Connection, seen: Sequence[InputSeen], at: datetime) -> None:
    if not seen:
        return
    rows = [{**key_row(one.key), **rejection_row(one.rejection), "seen_at": at} for one in seen]
    statement = insert(input_seen).returning(input_seen.c.seq, sort_by_parameter_order=True)
    numbers = connection.execute(statement, rows).scalars().all()
    links = [
        {"input_seq": seq, "report_id": report_id}
        for seq, one in zip(numbers, seen, strict=True)
        for report_id in {found.id for found in one.reports}
    ]
    if links:
        connection.execute(insert(input_report), links)


def add_extractions(
    connection: Connection, found: Sequence[Extraction], at: datetime
) -> tuple[str, ...]:
    """Append what an extractor found, for each report that it has not yet read.

    Returns the ids of the reports that were added to.

    Raises:
        NotInLedger: if there is no such report.
        EvidenceMismatch: if a claim or mention is not in the stored text; nothing is added then.
    """
    added = [one.report_id for one in found if _add_extraction(connection, one, at)]
    return tuple(added)


def _add_extraction(connection: Connection, found: Extraction, at: datetime) -> bool:
    row = connection.execute(
        select(report.c.text, report.c.details).where(report.c.id == found.report_id)
    ).one_or_none()
    if row is None:
        raise NotInLedger(found.report_id, "there is no such report", "ingest it first")
    about = {"report_id": found.report_id, "extractor": found.extractor}
    if connection.execute(select(extraction.c.seq).filter_by(**about)).first():
        return False
    statement = insert(extraction).values(**about, extracted_at=at).returning(extraction.c.seq)
    seq = connection.execute(statement).scalar_one()
    stored = report_of(row)
    _add_claims(connection, found.claims, stored, seq)
    mentions = (
        (actor_mention, actor_rows(found.actors, seq, stored.text)),
        (place_mention, place_rows(found.places, seq, stored.text)),
    )
    for table, rows in mentions:
        if rows:
            connection.execute(insert(table), rows)
    return True


def _add_claims(
    connection: Connection, claims: Sequence[Claim], stored: Report, extraction_seq: int
) -> None:
    """Append claims; of several with one id, which say the same, the surest is kept."""
    surest: dict[str, Claim] = {}
    for one in sorted(claims, key=lambda one: -one.confidence):
        surest.setdefault(one.id, one)
    kept = [one for one in claims if surest.get(one.id) is one]
    rows = [{**claim_row(one, stored), "extraction_seq": extraction_seq} for one in kept]
    if not rows:
        return
    statement = insert(claim).returning(claim.c.seq, sort_by_parameter_order=True)
    numbers = connection.execute(statement, rows).scalars().all()
    numbered = dict(zip(numbers, kept, strict=True))
    parties: list[Values] = [row for seq, one in numbered.items() for row in party_rows(one, seq)]
    if parties:
        connection.execute(insert(claim_party), parties)
    index_claims(connection, numbered)
