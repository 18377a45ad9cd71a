"""CSV (RFC 4180, UTF-8) and tab-separated lines: one row a record, one column a field.

A spreadsheet takes a cell that begins with = + - or @ for a formula, and reports are written by
strangers. Such words get an apostrophe before them; so do words that begin with apostrophes and
one of these, so that taking one apostrophe away from both gives the words back. Numbers are left
alone. JSON lines and Parquet keep all words as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from secondsource.exports.columns import Cell, Column, Record, Table
from secondsource.exports.tally import Tally

_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_BLANKS = re.compile(r"[\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def csv_lines(
    table: Table[Record], records: Iterable[Record], tally: Tally | None = None
) -> Iterator[str]:
    """The heading, then one row a record, each with its line end (CR LF)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.name for column in table.columns])
    yield _taken(buffer)
    for cells in _rows(table, records, tally or Tally()):
        writer.writerow(cells)
        yield _taken(buffer)


def tab_lines(
    table: Table[Record], records: Iterable[Record], tally: Tally, *, heading: bool
) -> Iterator[str]:
    """One line a record; tabs and line breaks within a cell become spaces, since nothing is
    quoted."""
    if heading:
        yield "\t".join(column.name for column in table.columns) + "\n"
    for cells in _rows(table, records, tally):
        yield "\t".join(_BLANKS.sub(" ", _shown(cell)) for cell in cells) + "\n"


def harmless(cell: Cell) -> Cell:
    """``cell`` such that no spreadsheet takes it for a formula."""
    if isinstance(cell, str) and _FORMULA.match(cell):
        return f"'{cell}"
    return cell


def _rows(table: Table[Record], records: Iterable[Record], tally: Tally) -> Iterator[list[Cell]]:
    for record in records:
        tally.rows += 1
        yield [_counted(column, record, tally) for column in table.columns]


def _counted(column: Column[Record], record: Record, tally: Tally) -> Cell:
    cell = column.cell(record)
    if cell is None or cell == "":
        tally.lacks(column.name, column.gap)
    return harmless(cell)


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _taken(buffer: io.StringIO) -> str:
    """What was written since the last time."""
    words = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return words
