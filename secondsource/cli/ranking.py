"""What to print first: what most independent accounts tell of, then by time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from secondsource.views import EventRow, LineageRow, TieRow

Row = TypeVar("Row")


def strongest_events(rows: Sequence[EventRow]) -> list[EventRow]:
    """By origins, most first; those alike by gaps, fewest first, then by sources, then by time.

    Reports do not count: a copy makes nothing surer.
    """
    return sorted(rows, key=_event_rank)


def _event_rank(row: EventRow) -> tuple[int, int, int]:
    record = row.record
    told = (record.time, record.place, record.actors, record.recipients)
    return -record.origins, sum(not part for part in told), -record.sources


def strongest_pairs(rows: Sequence[TieRow]) -> list[list[TieRow]]:
    """Ties by pair of actors, each pair in the order given.

    The pair comes first whose states have most origins, all added up.
    """
    pairs: dict[frozenset[str], list[TieRow]] = {}
    for row in rows:
        pairs.setdefault(frozenset(row.record.between), []).append(row)
    return sorted(pairs.values(), key=lambda states: -sum(row.record.origins for row in states))


def largest_origins(rows: Sequence[LineageRow]) -> list[list[LineageRow]]:
    """Reports by origin, the origin with most reports first, then all that stand alone together.

    Within each by the day of publication.
    """
    origins: dict[str, list[LineageRow]] = {}
    for row in sorted(rows, key=_published):
        origins.setdefault(row.record.origin, []).append(row)
    shared = [reports for reports in origins.values() if len(reports) > 1]
    alone = [row for reports in origins.values() if len(reports) == 1 for row in reports]
    return [*sorted(shared, key=lambda reports: -len(reports)), *([alone] if alone else [])]


def _published(row: LineageRow) -> tuple[bool, str, bool]:
    return row.published is None, row.published or "", row.record.copies is not None


def first(rows: Sequence[Row], most: int | None) -> list[Row]:
    """The first ``most`` of them, or all."""
    return list(islice(rows, most))
