"""What maps and timelines ask of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from secondsource.ledger import charting
from secondsource.ledger.chart_records import (
    EventMark,
    PairTally,
    PlaceTally,
    TimeSpan,
    TimeTally,
    Unit,
)
from secondsource.ledger.connection import Store
from secondsource.ledger.standing_records import EventFilter

T = TypeVar("T")


class Charts:
    """Counts of the standing events by place and by time, each in one statement."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def places(self, wanted: EventFilter, most: int) -> tuple[PlaceTally, ...]:
        """The places of the events that fit, those of most events first."""
        return self._read(lambda connection: charting.places(connection, wanted, most))

    def span(self, wanted: EventFilter) -> TimeSpan:
        """How many events fit, and over what time."""
        return self._read(lambda connection: charting.span(connection, wanted))

    def marks(self, wanted: EventFilter, most: int) -> tuple[EventMark, ...]:
        """The events that fit, oldest first, with the first actor on each side."""
        return self._read(lambda connection: charting.marks(connection, wanted, most))

    def pairs(self, wanted: EventFilter, most: int) -> tuple[PairTally, ...]:
        """The pairs of actors that have most of the events that fit between them."""
        return self._read(lambda connection: charting.pairs(connection, wanted, most))

    def tally_types(self, wanted: EventFilter, unit: Unit) -> tuple[TimeTally, ...]:
        """The dated events that fit, by type and time."""
        return self._read(lambda connection: charting.tally_types(connection, wanted, unit))

    def tally_pairs(
        self, wanted: EventFilter, unit: Unit, between: Sequence[tuple[str, str]]
    ) -> tuple[TimeTally, ...]:
        """The dated events that fit, by pair of actors (ids, in order) and time."""
        return self._read(
            lambda connection: charting.tally_pairs(connection, wanted, unit, between)
        )

    def _read(self, question: Callable[[Connection], T]) -> T:
        with self._store.reading() as connection:
            return question(connection)
