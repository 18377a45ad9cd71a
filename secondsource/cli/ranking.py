"""What to print first: what most independent accounts tell of, then by time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from secondsource.views import EventRow, LineageRow, TieRow

Row = TypeVar("Row")


def strongest_events(rows: Sequence[EventRow]) -> list[EventRow]:
    """By origins, then sources, most first; those alike with the fewest gaps first, then by time.

    Reports do not count: a copy makes nothing surer.
    """
    return sorted(rows, key=_event_rank)


def _event_rank(row: EventRow) -> tuple[int, int, int]:
    record = row.record
    told = (record.time, record.place, record.actors, record.recipients)
    return -record.origins, -record.sources, sum(not part for part in told)


def strongest_pairs(rows: Sequence[TieRow]) -> list[list[TieRow]]:
    """Ties by pair of actors, the pair with most origins first, each pair in the order given."""
    pairs: dict[frozenset[str], list[TieRow]] = {}
    for row in rows:
        pairs.setdefault(frozenset(row.record.between), []).append(row)
    return sorted(pairs.values(), key=_pair_rank)


def _pair_rank(rows: Sequence[TieRow]) -> tuple[int, int]:
    origins, sources = max((row.record.origins, row.record.sources) for row in rows)
    return -origins, -sources


def largest_origins(rows: Sequence[LineageRow]) -> list[list[LineageRow]]:
    """Reports by origin, the origin with most reports first, then by the day of publication."""
    origins: dict[str, list[LineageRow]] = {}
    for row in sorted(rows, key=_published):
        origins.setdefault(row.record.origin, []).append(row)
    return sorted(origins.values(), key=lambda reports: -len(reports))


def _published(row: LineageRow) -> tuple[bool, str, bool]:
    return row.published is None, row.published or "", row.record.copies is not None


def first(rows: Sequence[Row], most: int | None) -> list[Row]:
    """The first ``most`` of them, or all."""
    return list(islice(rows, most))
