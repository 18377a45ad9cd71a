"""Printing: data to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console


class JsonRecord(Protocol):
    """A record of the machine contract."""

    def model_dump_json(self, *, by_alias: bool | None = None) -> str:
        """The record as one JSON text."""


def console() -> Console:
    """Standard output: styled on a terminal, plain and unwrapped on a pipe."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(width=None if terminal else 10_000, soft_wrap=not terminal, highlight=False)


def notes() -> Console:
    """Standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def print_records(records: Iterable[JsonRecord]) -> None:
    """One JSON record a line, as soon as each is there."""
    for record in records:
        sys.stdout.write(record.model_dump_json(by_alias=True) + "\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; tab-separated lines with a heading on a pipe."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)
