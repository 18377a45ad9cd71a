"""Parquet, through pyarrow: the columns of the CSV tables with their types, words untouched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from secondsource.errors import MissingResource
from secondsource.exports.columns import Record, Table
from secondsource.exports.drain import Drain
from secondsource.exports.tally import Tally

if TYPE_CHECKING:
    import pyarrow

_ROWS_AT_ONCE = 2000
_WHOLE = frozenset({"geonames_id", "reports", "origins", "sources", "credibility"})
_DECIMAL = frozenset({"latitude", "longitude", "confidence", "share"})
_WORDS = {("claims", "sources")}
"""Columns that have the name of a count elsewhere."""


def parquet_bytes(table: Table[Record], records: Iterable[Record], tally: Tally) -> Iterator[bytes]:
    """The file, some thousand rows at a time.

    Raises:
        MissingResource: if pyarrow is not installed.
    """
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingResource(
            "pyarrow",
            "Parquet files need it, and it is not installed",
            "python -m pip install 'secondsource[parquet]'",
        ) from error
    schema = _schema(table)
    drain = Drain()
    waiting = iter(records)
    with pyarrow.parquet.ParquetWriter(drain, schema, compression="zstd") as writer:
        while some := list(islice(waiting, _ROWS_AT_ONCE)):
            writer.write_table(_filled(table, schema, some, tally))
            yield drain.take()
    yield drain.take()


def _schema(table: Table[Record]) -> pyarrow.Schema:
    import pyarrow

    def kind(name: str) -> pyarrow.DataType:
        if (table.name, name) in _WORDS:
            return pyarrow.string()
        if name in _WHOLE:
            return pyarrow.int64()
        return pyarrow.float64() if name in _DECIMAL else pyarrow.string()

    return pyarrow.schema(
        [pyarrow.field(column.name, kind(column.name)) for column in table.columns]
    )


def _filled(
    table: Table[Record], schema: pyarrow.Schema, records: list[Record], tally: Tally
) -> pyarrow.Table:
    import pyarrow

    cells = {
        column.name: [cell if cell != "" else None for cell in map(column.cell, records)]
        for column in table.columns
    }
    tally.rows += len(records)
    for column in table.columns:
        for cell in cells[column.name]:
            if cell is None:
                tally.lacks(column.name, column.gap)
    return pyarrow.table(cells, schema=schema)
