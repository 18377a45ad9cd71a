"""All facts of a ledger in the order of their adding, page by page, withdrawn ones included."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from secondsource.claims import ClaimRecord, WireRecord
from secondsource.ledger.archive_records import (
    ArchivedActor,
    ArchivedClaim,
    ArchivedDecision,
    ArchivedExtraction,
    ArchivedInput,
    ArchivedPlace,
    ArchivedReport,
    ArchivedWithdrawal,
    Shelf,
)
from secondsource.ledger.paging import PAGE
from secondsource.ledger.rows import actor_of, place_of, report_of
from secondsource.ledger.schema import (
    actor_mention,
    claim,
    decision,
    decision_withdrawn,
    extraction,
    input_report,
    input_seen,
    place_mention,
    report,
)

AnyRow = Row[*tuple[Any, ...]]


def shelf(connection: Connection, name: Shelf) -> Iterator[WireRecord]:
    """All records of one sort."""
    return _READERS[name](connection)


def _rows(connection: Connection, table: Table) -> Iterator[AnyRow]:
    """The rows of a table in the order of its numbers (its first column)."""
    number = next(iter(table.primary_key.columns))
    query: Select[*tuple[Any, ...]] = select(table).order_by(*table.primary_key.columns)
    after = 0
    while page := connection.execute(query.where(number > after).limit(PAGE)).all():
        yield from page
        after = page[-1][0]


def _reports(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, report):
        yield ArchivedReport(seq=row.seq, seen_at=row.seen_at, report=report_of(row))


def _inputs(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, input_seen):
        given = select(input_report.c.report_id).where(input_report.c.input_seq == row.seq)
        reports = connection.execute(given.order_by(input_report.c.report_id)).scalars()
        yield ArchivedInput(
            seq=row.seq,
            locator=row.locator,
            sha256=row.sha256,
            error=row.error,
            reason=row.reason,
            next_step=row.next_step,
            seen_at=row.seen_at,
            reports=tuple(reports),
        )


def _extractions(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, extraction):
        yield ArchivedExtraction(
            seq=row.seq,
            report=row.report_id,
            extractor=row.extractor,
            extracted_at=row.extracted_at,
        )


def _claims(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, claim):
        record = ClaimRecord.model_validate(row.record)
        yield ArchivedClaim(seq=row.seq, extraction=row.extraction_seq, claim=record)


def _mentions(connection: Connection, table: Table) -> Iterator[AnyRow]:
    """The mentions of one reading after the other."""
    for read in (row.seq for row in _rows(connection, extraction)):
        query = select(table).where(table.c.extraction_seq == read).order_by(table.c.position)
        yield from connection.execute(query)


def _actors(connection: Connection) -> Iterator[WireRecord]:
    for row in _mentions(connection, actor_mention):
        yield ArchivedActor(
            extraction=row.extraction_seq, position=row.position, mention=actor_of(row)
        )


def _places(connection: Connection) -> Iterator[WireRecord]:
    for row in _mentions(connection, place_mention):
        yield ArchivedPlace(
            extraction=row.extraction_seq, position=row.position, mention=place_of(row)
        )


def _decisions(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, decision):
        yield ArchivedDecision(
            seq=row.seq,
            who=row.who,
            at=row.at,
            what=row.what,
            subject=row.subject,
            why=row.why,
            before=row.before,
            after=row.after,
        )


def _withdrawals(connection: Connection) -> Iterator[WireRecord]:
    for row in _rows(connection, decision_withdrawn):
        yield ArchivedWithdrawal(decision=row.decision_seq, who=row.who, at=row.at, why=row.why)


_READERS: dict[Shelf, Callable[[Connection], Iterator[WireRecord]]] = {
    Shelf.REPORTS: _reports,
    Shelf.INPUTS: _inputs,
    Shelf.EXTRACTIONS: _extractions,
    Shelf.CLAIMS: _claims,
    Shelf.ACTORS: _actors,
    Shelf.PLACES: _places,
    Shelf.DECISIONS: _decisions,
    Shelf.WITHDRAWALS: _withdrawals,
}
