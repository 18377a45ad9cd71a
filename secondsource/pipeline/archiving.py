"""A ledger as a zip, and a zip as a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from secondsource.exports import Tally, archived, masked_records, select, zip_bytes
from secondsource.ledger import Ledger, open_ledger
from secondsource.pipeline.fusing import refresh


def zipped(ledger: Ledger, tally: Tally, *, unmasked: bool) -> Iterator[bytes]:
    """The zip of a ledger; without ``unmasked`` that of a masked copy, made for the purpose."""
    if unmasked:
        refresh(ledger)
        yield from zip_bytes(select(ledger, unmasked=True), tally, masked=False)
        return
    with (
        TemporaryDirectory(prefix="secondsource-") as folder,
        open_ledger(Path(folder) / "masked.db") as copy,
    ):
        copy.archive.restore(masked_records(ledger))
        refresh(copy)
        yield from zip_bytes(select(copy, unmasked=True), tally, masked=True)


def restored(ledger: Ledger, path: Path) -> int:
    """Put the facts of an exported zip into an empty ledger; returns how many there were.

    Raises:
        Unreadable: if the file is no such zip, or not what it was when it was written.
        LedgerError: if the ledger is not empty; nothing is changed then.
    """
    count = ledger.archive.restore(archived(path))
    refresh(ledger)
    return count
