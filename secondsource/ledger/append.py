"""What reading appends: inputs with their reports, and extractions with their claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from secondsource.claims import Claim
from secondsource.errors import NotInLedger
from secondsource.ledger.inputs import known_inputs, storable
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.records import Added, Extraction, InputKey, InputSeen
from secondsource.ledger.report_reader import reports_by_id
from secondsource.ledger.rows import (
    actor_rows,
    claim_row,
    key_row,
    party_rows,
    place_rows,
    rejection_row,
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
    stored = reports_by_id(connection, {one.report_id for one in found})
    for one in found:
        if one.report_id not in stored:
            raise NotInLedger(one.report_id, "there is no such report", "ingest it first")
    fresh = _unread(connection, found)
    if not fresh:
        return ()
    rows = [
        {"report_id": one.report_id, "extractor": one.extractor, "extracted_at": at}
        for one in fresh
    ]
    statement = insert(extraction).returning(extraction.c.seq, sort_by_parameter_order=True)
    numbers = connection.execute(statement, rows).scalars().all()
    numbered = [(seq, one, stored[one.report_id]) for seq, one in zip(numbers, fresh, strict=True)]
    _add_claims(connection, numbered)
    _add_mentions(connection, numbered)
    return tuple(one.report_id for one in fresh)


def _unread(connection: Connection, found: Sequence[Extraction]) -> list[Extraction]:
    """Those of ``found`` whose extractor has not read that report yet, the first of each."""
    offered: dict[tuple[str, str], Extraction] = {}
    for one in found:
        offered.setdefault((one.report_id, one.extractor), one)
    for some in chunks(sorted({one.report_id for one in found}), PAGE):
        query = select(extraction.c.report_id, extraction.c.extractor)
        for row in connection.execute(query.where(extraction.c.report_id.in_(some))):
            offered.pop((row.report_id, row.extractor), None)
    return list(offered.values())


def _add_claims(connection: Connection, numbered: Sequence[tuple[int, Extraction, Report]]) -> None:
    kept = [(seq, made, stored) for seq, one, stored in numbered for made in _surest(one)]
    if not kept:
        return
    rows = [
        {**claim_row(made, stored), "extraction_seq": extraction_seq}
        for extraction_seq, made, stored in kept
    ]
    statement = insert(claim).returning(claim.c.seq, sort_by_parameter_order=True)
    numbers = connection.execute(statement, rows).scalars().all()
    by_number = {seq: made for seq, (_, made, _) in zip(numbers, kept, strict=True)}
    parties = [row for seq, made in by_number.items() for row in party_rows(made, seq)]
    if parties:
        connection.execute(insert(claim_party), parties)
    index_claims(connection, by_number)


def _surest(found: Extraction) -> list[Claim]:
    """The claims in order; of several with one id, which say the same, the surest is kept."""
    surest: dict[str, Claim] = {}
    for made in sorted(found.claims, key=lambda made: -made.confidence):
        surest.setdefault(made.id, made)
    return [made for made in found.claims if surest[made.id] is made]


def _add_mentions(
    connection: Connection, numbered: Sequence[tuple[int, Extraction, Report]]
) -> None:
    actors = [row for seq, one, read in numbered for row in actor_rows(one.actors, seq, read.text)]
    places = [row for seq, one, read in numbered for row in place_rows(one.places, seq, read.text)]
    for table, rows in ((actor_mention, actors), (place_mention, places)):
        if rows:
            connection.execute(insert(table), rows)
