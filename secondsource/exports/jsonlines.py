"""JSON lines: the records of the machine contract as they are, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.claims import WireRecord
from secondsource.views import to_json


def jsonl_lines(records: Iterable[WireRecord]) -> Iterator[str]:
    """One line a record, each with its line end."""
    for record in records:
        yield to_json(record) + "\n"
