"""Archived facts back into a ledger that holds none, under their old row numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select

from secondsource.claims import WireRecord, claim_from_record
from secondsource.errors import LedgerError, NotInLedger
from secondsource.ledger.archive_records import (
    ArchivedActor,
    ArchivedClaim,
    ArchivedDecision,
    ArchivedExtraction,
    ArchivedInput,
    ArchivedPlace,
    ArchivedReport,
    ArchivedWithdrawal,
)
from secondsource.ledger.paging import chunks
from secondsource.ledger.report_reader import reports_by_id
from secondsource.ledger.rows import (
    Values,
    actor_rows,
    claim_row,
    party_rows,
    place_rows,
    report_row,
)
from secondsource.ledger.schema import (
    FACTS,
    actor_mention,
    claim,
    claim_party,
    decision,
    decision_withdrawn,
    extraction,
    input_report,
    input_seen,
    place_mention,
    report,
)
from secondsource.ledger.words import index_claims, index_reports
from secondsource.reports import Report

_AT_ONCE = 200
_VALUES_AT_ONCE = 100
T = TypeVar("T")


def restore(connection: Connection, records: Iterable[WireRecord]) -> int:
    """Append the records, in the order in which an archive gives them; returns how many.

    Raises:
        LedgerError: if the ledger holds facts already.
        NotInLedger: if a record is about a report or reading that did not come before it.
        EvidenceMismatch: if a claim or mention is not in its report's text.
    """
    if any(connection.execute(select(table).limit(1)).first() for table in FACTS):
        raise LedgerError(
            "the ledger", "it is not empty, and an archive keeps its row numbers", "name a new file"
        )
    count = 0
    for kind, some in _batches(records):
        _WRITERS[kind](connection, some)
        count += len(some)
    if connection.dialect.name == "postgresql":
        _go_on_numbering(connection)
    return count


def _batches(
    records: Iterable[WireRecord],
) -> Iterator[tuple[type[WireRecord], list[Any]]]:
    """Records of one sort that come one after the other, so many at a time."""
    batch: list[WireRecord] = []
    for record in records:
        if batch and (len(batch) >= _AT_ONCE or type(record) is not type(batch[0])):
            yield type(batch[0]), batch
            batch = []
        batch.append(record)
    if batch:
        yield type(batch[0]), batch


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, _VALUES_AT_ONCE)):
        connection.execute(insert(table), some)


def _reports(connection: Connection, some: Sequence[ArchivedReport]) -> None:
    rows = ({**report_row(one.report), "seq": one.seq, "seen_at": one.seen_at} for one in some)
    _insert(connection, report, rows)
    index_reports(connection, {one.seq: one.report for one in some})


def _inputs(connection: Connection, some: Sequence[ArchivedInput]) -> None:
    _insert(connection, input_seen, (one.model_dump(exclude={"reports"}) for one in some))
    links = ({"input_seq": one.seq, "report_id": key} for one in some for key in one.reports)
    _insert(connection, input_report, links)


def _extractions(connection: Connection, some: Sequence[ArchivedExtraction]) -> None:
    rows = (
        {
            "seq": one.seq,
            "report_id": one.report,
            "extractor": one.extractor,
            "extracted_at": one.extracted_at,
        }
        for one in some
    )
    _insert(connection, extraction, rows)


def _claims(connection: Connection, some: Sequence[ArchivedClaim]) -> None:
    stored = reports_by_id(connection, {one.claim.report.id for one in some})
    found = {}
    rows = []
    for one in some:
        told = _of(stored, one.claim.report.id)
        found[one.seq] = claim_from_record(one.claim, told.text)
        rows.append(
            {
                **claim_row(found[one.seq], told),
                "seq": one.seq,
                "extraction_seq": one.extraction,
            }
        )
    _insert(connection, claim, rows)
    _insert(
        connection, claim_party, (row for seq, one in found.items() for row in party_rows(one, seq))
    )
    index_claims(connection, found)


def _actors(connection: Connection, some: Sequence[ArchivedActor]) -> None:
    texts = _texts(connection, [one.extraction for one in some])
    rows = (
        {**actor_rows((one.mention,), one.extraction, text)[0], "position": one.position}
        for one, text in zip(some, texts, strict=True)
    )
    _insert(connection, actor_mention, rows)


def _places(connection: Connection, some: Sequence[ArchivedPlace]) -> None:
    texts = _texts(connection, [one.extraction for one in some])
    rows = (
        {**place_rows((one.mention,), one.extraction, text)[0], "position": one.position}
        for one, text in zip(some, texts, strict=True)
    )
    _insert(connection, place_mention, rows)


def _decisions(connection: Connection, some: Sequence[ArchivedDecision]) -> None:
    _insert(connection, decision, (one.model_dump() for one in some))


def _withdrawals(connection: Connection, some: Sequence[ArchivedWithdrawal]) -> None:
    rows = (
        {"decision_seq": one.decision, "who": one.who, "at": one.at, "why": one.why} for one in some
    )
    _insert(connection, decision_withdrawn, rows)


def _texts(connection: Connection, readings: Sequence[int]) -> list[str]:
    """The text of the report of each reading, in the order given."""
    reports: dict[int, str] = {}
    for numbers in chunks(sorted(set(readings)), _AT_ONCE):
        query = select(extraction.c.seq, extraction.c.report_id)
        for row in connection.execute(query.where(extraction.c.seq.in_(numbers))):
            reports[row.seq] = row.report_id
    stored = reports_by_id(connection, set(reports.values()))
    return [_of(stored, reports.get(number, f"reading {number}")).text for number in readings]


def _of(stored: dict[str, Report], key: str) -> Report:
    if key not in stored:
        raise NotInLedger(key, "the archive refers to it before it comes", "export it anew")
    return stored[key]


def _go_on_numbering(connection: Connection) -> None:
    """Have the server number new rows after those that brought their own numbers."""
    for table in FACTS:
        for column in table.primary_key.columns:
            if column.autoincrement is True:
                newest = select(func.max(column)).scalar_subquery()
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(select(func.setval(sequence, newest)))


_WRITERS: dict[type[WireRecord], Callable[[Connection, Any], None]] = {
    ArchivedReport: _reports,
    ArchivedInput: _inputs,
    ArchivedExtraction: _extractions,
    ArchivedClaim: _claims,
    ArchivedActor: _actors,
    ArchivedPlace: _places,
    ArchivedDecision: _decisions,
    ArchivedWithdrawal: _withdrawals,
}
