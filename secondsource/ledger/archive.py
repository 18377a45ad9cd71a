"""A ledger's facts taken out and put back, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.claims import WireRecord
from secondsource.errors import NotInLedger
from secondsource.ledger.archive_reader import shelf
from secondsource.ledger.archive_records import Shelf
from secondsource.ledger.archive_writer import restore
from secondsource.ledger.connection import Store
from secondsource.ledger.report_reader import reports_by_id


class Archive:
    """The facts of one ledger as records; see `secondsource.ledger.archive_records`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def records(self) -> Iterator[tuple[Shelf, WireRecord]]:
        """Every fact, sort after sort, all of one moment though others write meanwhile."""
        with self._store.reading() as connection:
            for name in Shelf:
                for record in shelf(connection, name):
                    yield name, record

    def text_of(self, report_id: str) -> str:
        """The text of a report, also of a withdrawn one.

        Raises:
            NotInLedger: if there is none.
        """
        with self._store.reading() as connection:
            found = reports_by_id(connection, {report_id})
        if report_id not in found:
            raise NotInLedger(report_id, "there is no such report")
        return found[report_id].text

    def restore(self, records: Iterable[WireRecord]) -> int:
        """Put archived facts into this empty ledger, all or none; returns how many.

        Raises:
            LedgerError: if the ledger holds facts already.
            NotInLedger: if a record is about something that did not come before it.
            EvidenceMismatch: if a claim or mention is not in its report's text.
        """
        with self._store.writing() as connection:
            return restore(connection, records)
