"""JSON lines: the records of the machine contract as they are, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.claims import WireRecord
from secondsource.exports.tally import Tally
from secondsource.views import to_json


def jsonl_lines(records: Iterable[WireRecord], tally: Tally | None = None) -> Iterator[str]:
    """One line a record, each with its line end."""
    for record in records:
        if tally is not None:
            tally.rows += 1
        yield to_json(record) + "\n"
