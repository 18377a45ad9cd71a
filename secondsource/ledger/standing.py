"""The methods of the ledger that read and replace the standing picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from secondsource.fusion import Contradiction
from secondsource.ledger import facets, standing_reader, standing_writer
from secondsource.ledger.connection import Store
from secondsource.ledger.drawing import Drawing
from secondsource.ledger.standing_records import (
    EventFilter,
    Facets,
    LineageFilter,
    Page,
    PictureState,
    Sort,
    StandingEvent,
    StandingLineage,
    StandingTie,
    TieFilter,
    UpTo,
)

T = TypeVar("T")
ALL_EVENTS, ALL_TIES, ALL_LINEAGE = EventFilter(), TieFilter(), LineageFilter()
PAGE_SIZE = 50
"""Matters a page, where the caller does not say."""
_AT_ONCE = 200
FACET_VALUES = 30
"""How many values of a field are counted."""


class StandingPicture:
    """Lineage, events, ties and contradictions as fusion last left them.

    All answers are of the picture as it stands; `secondsource.pipeline` brings it up to date.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def standing_events(
        self,
        wanted: EventFilter = ALL_EVENTS,
        *,
        sort: Sort = Sort.TIME,
        after: str | None = None,
        size: int = PAGE_SIZE,
    ) -> Page[StandingEvent]:
        """A page of the events that fit, from ``after``, the ``next`` of the page before.

        Raises:
            UsageError: if ``after`` is no cursor of this order.
        """
        return self._read(
            lambda connection: standing_reader.events(
                connection, wanted, sort=sort, after=after, size=size
            )
        )

    def standing_ties(
        self,
        wanted: TieFilter = ALL_TIES,
        *,
        sort: Sort = Sort.TIME,
        after: str | None = None,
        size: int = PAGE_SIZE,
    ) -> Page[StandingTie]:
        """A page of the ties that fit, from ``after``, the ``next`` of the page before.

        Raises:
            UsageError: if ``after`` is no cursor of this order.
        """
        return self._read(
            lambda connection: standing_reader.ties(
                connection, wanted, sort=sort, after=after, size=size
            )
        )

    def standing_lineages(
        self,
        wanted: LineageFilter = ALL_LINEAGE,
        *,
        after: str | None = None,
        size: int = PAGE_SIZE,
    ) -> Page[StandingLineage]:
        """A page of lineage records, those of one origin together.

        Raises:
            UsageError: if ``after`` is no cursor of this order.
        """
        return self._read(
            lambda connection: standing_reader.lineages(connection, wanted, after=after, size=size)
        )

    def every_standing_event(
        self, wanted: EventFilter = ALL_EVENTS, *, sort: Sort = Sort.TIME
    ) -> Iterator[StandingEvent]:
        """All events that fit; one page is held in memory."""
        return _every(lambda at: self.standing_events(wanted, sort=sort, after=at, size=_AT_ONCE))

    def every_standing_tie(
        self, wanted: TieFilter = ALL_TIES, *, sort: Sort = Sort.TIME
    ) -> Iterator[StandingTie]:
        """All ties that fit; one page is held in memory."""
        return _every(lambda at: self.standing_ties(wanted, sort=sort, after=at, size=_AT_ONCE))

    def every_standing_lineage(
        self, wanted: LineageFilter = ALL_LINEAGE
    ) -> Iterator[StandingLineage]:
        """All lineage records that fit; one page is held in memory."""
        return _every(lambda at: self.standing_lineages(wanted, after=at, size=_AT_ONCE))

    def standing_event(self, event_id: str) -> StandingEvent:
        """The event with this id; raises `NotInLedger` if there is none."""
        return self._read(lambda connection: standing_reader.find_event(connection, event_id))

    def standing_tie(self, tie_id: str) -> StandingTie:
        """The tie with this id; raises `NotInLedger` if there is none."""
        return self._read(lambda connection: standing_reader.find_tie(connection, tie_id))

    def standing_lineage(self, reports: Iterable[str]) -> tuple[StandingLineage, ...]:
        """The lineage of these reports (ids), in the order of their ids."""
        return self._read(lambda connection: standing_reader.lineage_by_report(connection, reports))

    def standing_contradictions(self, about: Sequence[str]) -> tuple[Contradiction, ...]:
        """The contradictions about these events and ties (ids), those about one together."""
        return self._read(lambda connection: standing_reader.contradictions(connection, about))

    def event_facets(self, wanted: EventFilter = ALL_EVENTS, most: int = FACET_VALUES) -> Facets:
        """How many events fit, and what they can be narrowed by, in one statement."""
        return self._read(lambda connection: facets.event_facets(connection, wanted, most))

    def tie_facets(self, wanted: TieFilter = ALL_TIES, most: int = FACET_VALUES) -> Facets:
        """How many ties fit, and what they can be narrowed by, in one statement."""
        return self._read(lambda connection: facets.tie_facets(connection, wanted, most))

    def up_to(self) -> UpTo:
        """How far the facts go now."""
        return self._read(standing_writer.up_to)

    def picture_state(self) -> PictureState | None:
        """Up to which facts the picture is current; ``None`` where there is none yet."""
        return self._read(standing_writer.picture_state_of)

    @contextmanager
    def drawing(self) -> Iterator[Drawing]:
        """A transaction in which the picture is drawn, as a whole or not at all."""
        with self._store.writing() as connection:
            yield Drawing(connection, self._clock())

    def _read(self, question: Callable[[Connection], T]) -> T:
        with self._store.reading() as connection:
            return question(connection)


def _every(page_at: Callable[[str | None], Page[T]]) -> Iterator[T]:
    after = None
    while True:
        page = page_at(after)
        yield from page.items
        if page.next is None:
            return
        after = page.next
