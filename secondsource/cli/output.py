"""Printing: data to standard output, everything else to standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# C0, DEL and C1 but for tab and line feed, and the embeddings, overrides and isolates of the
# bidirectional algorithm (UAX 9): words of a report must not steer or reorder what is shown.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class JsonRecord(Protocol):
    """A record of the machine contract."""

    def model_dump_json(self, *, by_alias: bool | None = None) -> str:
        """The record as one JSON text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line for a reader; wrapped on a terminal with every part of it indented."""

    text: Text
    indent: int = 0


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def console() -> Console:
    """Standard output, for a terminal."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False)


def notes() -> Console:
    """Standard error, unwrapped and plain where it is no terminal."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def note(words: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"{printable(words)}\n")


def printable(words: str) -> str:
    """``words`` with every control character and direction override shown as U+FFFD."""
    return _CONTROL.sub("\ufffd", words)


def print_records(records: Iterable[JsonRecord]) -> None:
    """One JSON record a line."""
    for record in records:
        sys.stdout.write(record.model_dump_json(by_alias=True) + "\n")


def print_lines(lines: Iterable[Line]) -> None:
    """Styled and wrapped on a terminal; plain and never wrapped on a pipe."""
    if not on_terminal():
        for line in lines:
            sys.stdout.write(f"{' ' * line.indent}{printable(line.text.plain)}\n")
        return
    from rich.padding import Padding

    out = console()
    for line in lines:
        text = line.text.copy()
        text.plain = printable(text.plain)
        out.print(Padding(text, (0, 0, 0, line.indent)))


def print_blocks(blocks: Iterable[Iterable[Line]]) -> None:
    """Lines with an empty one after each block."""
    for block in blocks:
        print_lines(block)
        sys.stdout.write("\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; tab-separated lines with a heading on a pipe."""
    if not on_terminal():
        for row in (columns, *rows):
            cells = (printable(" ".join(cell.split())) for cell in row)
            sys.stdout.write("\t".join(cells) + "\n")
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console().print(table)
