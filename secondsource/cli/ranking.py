"""What to print first: what most independent accounts tell of, then by time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from secondsource.views import EventRow, TieRow

Row = TypeVar("Row")


def strongest_events(rows: Sequence[EventRow]) -> list[EventRow]:
    """By origins, sources and reports, most first; then in the order of time, unknown last."""
    return sorted(rows, key=_event_rank)


def _event_rank(row: EventRow) -> tuple[int, int, int, bool, bool]:
    record = row.record
    by_accounts = (-record.origins, -record.sources, -record.reports)
    return *by_accounts, record.time is None, not (record.actors and record.recipients)


def strongest_pairs(rows: Sequence[TieRow]) -> list[list[TieRow]]:
    """Ties by pair of actors, the pair with most origins first, each pair in the order given."""
    pairs: dict[frozenset[str], list[TieRow]] = {}
    for row in rows:
        pairs.setdefault(frozenset(row.record.between), []).append(row)
    return sorted(pairs.values(), key=_pair_rank)


def _pair_rank(rows: Sequence[TieRow]) -> tuple[int, int, int]:
    records = [row.record for row in rows]
    best = max((record.origins, record.sources, record.reports) for record in records)
    return -best[0], -best[1], -best[2]


def first(rows: Sequence[Row], most: int | None) -> list[Row]:
    """The first ``most`` of them, or all."""
    return list(islice(rows, most))
