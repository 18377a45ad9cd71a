"""What is asked of the standing picture, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from secondsource.fusion import Contradiction, EventGroup, Lineage, TieState
from secondsource.ledger.records import heading_of
from secondsource.reports import Report

Item = TypeVar("Item")


class Sort(Enum):
    """The order of events and ties. Those alike come in the order of their ids.

    ``TIME`` is oldest first for events; for ties it is by pair, then as their states followed each
    other. ``NEWEST`` puts those first to which a report was added last.
    """

    TIME = "time"
    LATEST = "latest"
    ORIGINS = "origins"
    REPORTS = "reports"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events to read. Of one field's values any will do; all fields given must hold.

    ``actors`` are ids, in either role; ``between`` two ids that are both parties. ``types`` are
    PLOVER types, ``modalities`` the values of `secondsource.claims.Modality`, ``places`` GeoNames
    ids, ``countries`` two-letter codes, ``outlets`` names as reports have them, ``reports`` report
    ids. ``place_names`` are names as claims give them, ``""`` for events without a place.
    ``since`` and ``until`` keep the events that may have been in that range of days; those of
    unknown time are then left out. ``dated`` asks whether any day is known, ``reported_by`` for
    events of which a report had been published by the end of that day. ``words`` must all stand in
    one claim of the event.
    """

    ids: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    place_names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    dated: bool | None = None
    reported_by: date | None = None
    outlets: tuple[str, ...] = ()
    credibility: tuple[int, ...] = ()
    disputed: bool | None = None
    least_origins: int | None = None
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFilter:
    """Which ties to read. Fields as in `EventFilter`; ``states`` are tie types.

    ``as_of`` keeps what held on that day; ``since`` and ``until`` what may have held within a
    range of days.
    """

    ids: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    states: tuple[str, ...] = ()
    as_of: date | None = None
    since: date | None = None
    until: date | None = None
    outlets: tuple[str, ...] = ()
    credibility: tuple[int, ...] = ()
    disputed: bool | None = None
    least_origins: int | None = None
    reports: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageFilter:
    """Which lineage records to read; fields as in `EventFilter`, ``copies`` are reports copied."""

    reports: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """One page of an answer. ``next`` is where the next one begins, ``None`` after the last."""

    items: tuple[Item, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingEvent:
    """An event with what it is filtered and sorted by.

    ``first_day`` and ``last_day`` bound its time, ``first_published`` and ``last_published`` the
    publication of its reports; ``None`` where unknown.
    """

    group: EventGroup
    first_day: date | None
    last_day: date | None
    first_published: date | None
    last_published: date | None

    @property
    def disputed(self) -> bool:
        """Whether a claim denies it."""
        return bool(self.group.disputing)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingTie:
    """A tie with the names of its two actors, in the order of ``state.between``.

    ``start_day`` is ``None`` where nothing says since when it held.
    """

    state: TieState
    names: tuple[str, str]
    start_day: date | None
    end_day: date | None
    first_published: date | None
    last_published: date | None

    @property
    def disputed(self) -> bool:
        """Whether a claim denies it."""
        return bool(self.state.disputing)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingLineage:
    """A report's lineage with what is shown of it and of the report that it copies."""

    lineage: Lineage
    title: str | None
    outlet: str | None
    published: str | None
    copied_outlet: str | None

    @property
    def heading(self) -> Report:
        """The report, of which only the outlet and the publication are told."""
        return heading_of(self.lineage.report_id, self.outlet, self.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueCount:
    """How many of the matters found have a value. ``label`` is what to show for it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts by field, largest first. Each field is counted as if it were not itself filtered.

    ``total`` counts what all filters leave. Events have no ``states``; ties have no ``types``,
    ``modalities``, ``countries`` and ``places``.
    """

    total: int
    types: tuple[ValueCount, ...] = ()
    modalities: tuple[ValueCount, ...] = ()
    states: tuple[ValueCount, ...] = ()
    countries: tuple[ValueCount, ...] = ()
    places: tuple[ValueCount, ...] = ()
    actors: tuple[ValueCount, ...] = ()
    outlets: tuple[ValueCount, ...] = ()
    credibility: tuple[ValueCount, ...] = ()
    disputed: tuple[ValueCount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UpTo:
    """How far the facts go: the newest row numbers, and how many decisions were taken back."""

    report: int
    extraction: int
    decision: int
    taken_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureState:
    """Up to which facts the standing picture is current, and by which version of fusion."""

    fusion: str
    up_to: UpTo


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTie:
    """A tie with the names to show for its two actors, in the order of ``state.between``.

    ``position`` is its place among the states of the pair.
    """

    state: TieState
    names: tuple[str, str]
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChange:
    """What replaces what in the standing picture.

    ``gone_reports``, ``gone_events`` and ``gone_ties`` are ids whose rows go first, with all that
    hangs on them; those of the new rows need not be among them.
    """

    lineage: tuple[Lineage, ...] = ()
    events: tuple[EventGroup, ...] = ()
    ties: tuple[NamedTie, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    gone_reports: tuple[str, ...] = ()
    gone_events: tuple[str, ...] = ()
    gone_ties: tuple[str, ...] = ()
