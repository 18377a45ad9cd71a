"""CSV (RFC 4180, UTF-8): one row a record, one column a field that fits a cell.

Cells hold the report's words as they are, so a cell may begin with "=" or "-": open the file as
text in a spreadsheet that takes such cells for formulas.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from secondsource.exports.columns import Record, Table


def csv_lines(table: Table[Record], records: Iterable[Record]) -> Iterator[str]:
    """The heading, then one row a record, each with its line end (CR LF)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    yield _taken(buffer)
    for record in records:
        writer.writerow([column.cell(record) for column in table.columns])
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    """What was written since the last time."""
    words = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return words
