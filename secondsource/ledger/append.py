"""What reading appends: inputs with their reports, and extractions with their claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from secondsource.claims import Claim
from secondsource.errors import NotInLedger
from secondsource.ledger.inputs import outcomes, storable
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

Outcome: TypeAlias = tuple[InputKey, bool]
"""An input, and whether it was read; it may be rejected first and read later."""


def add_inputs(connection: Connection, seen: Sequence[InputSeen], at: datetime) -> Added:
    """Append inputs with their reports, those only that the ledger lacks.

    Several inputs of one key are one input with the reports of all: the entries of a feed. Of one
    report in several inputs the first is kept, with its path and metadata.
    """
    offered = _merged(seen)
    before = outcomes(connection, [key for key, _ in offered])
    reports = _first_of_each(offered.values())
    new = _add_reports(connection, reports, at)
    fresh = {outcome: one for outcome, one in offered.items() if outcome not in before}
    numbers = {outcome: known.id for outcome, known in before.items()}
    numbers.update(_add_seen(connection, fresh, at))
    links = [
        {"input_seq": numbers[outcome], "report_id": report_id}
        for outcome, one in offered.items()
        for report_id in sorted({found.id for found in one.reports})
        if outcome not in before or report_id not in before[outcome].reports
    ]
    if links:
        connection.execute(insert(input_report), links)
    rejected = tuple(one.rejection for one in fresh.values() if one.rejection)
    told = sum(max(1, len(one.reports)) for one in seen)
    return Added(reports=new, known=told - len(new) - len(rejected), rejected=rejected)


def _merged(seen: Sequence[InputSeen]) -> dict[Outcome, InputSeen]:
    merged: dict[Outcome, InputSeen] = {}
    for one in map(storable, seen):
        outcome = (one.key, one.rejection is None)
        earlier = merged.get(outcome)
        if earlier is None:
            merged[outcome] = one
        elif one.reports:
            merged[outcome] = replace(earlier, reports=(*earlier.reports, *one.reports))
    return merged


def _first_of_each(offered: Iterable[InputSeen]) -> dict[str, Report]:
    reports: dict[str, Report] = {}
    for one in offered:
        for found in one.reports:
            reports.setdefault(found.id, found)
    return reports


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


def _add_seen(
    connection: Connection, fresh: Mapping[Outcome, InputSeen], at: datetime
) -> dict[Outcome, int]:
    if not fresh:
        return {}
    rows = [
        {**key_row(one.key), **rejection_row(one.rejection), "seen_at": at}
        for one in fresh.values()
    ]
    statement = insert(input_seen).returning(input_seen.c.seq, sort_by_parameter_order=True)
    numbers = connection.execute(statement, rows).scalars()
    return dict(zip(fresh, numbers, strict=True))


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
