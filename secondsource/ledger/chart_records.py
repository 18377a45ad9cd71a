"""What maps and timelines are drawn from: counts by place and time, and events in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTally:
    """The events of one place at one precision.

    ``lat`` and ``lon`` are WGS 84 degrees, absent where nothing was resolved, as ``name`` is where
    no place is said. ``radius_km`` is what the words of one of them leave. ``disputed`` counts the
    events that a claim denies, ``credibility`` is the best Admiralty digit, 6 only where no event
    is judged. ``first_day`` and ``last_day`` bound what is dated.
    """

    place_id: int | None
    name: str | None
    country: str | None
    precision: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    events: int
    disputed: int
    credibility: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The first of those who acted in an event, or to whom it was done."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """An event as it is marked on a line of time.

    ``near`` says that its time is only the day of the report.
    """

    id: str
    type: str
    modality: str
    actor: Party | None
    recipient: Party | None
    place: str | None
    time: str | None
    near: bool
    first_day: date | None
    last_day: date | None
    first_published: date | None
    origins: int
    disputed: bool
    credibility: int


class Unit(Enum):
    """By what events are counted over time."""

    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTally:
    """How many events of one lane began on one day or in one month.

    ``lane`` is a type, or the ids of two actors; ``day`` is the first of the month.
    """

    lane: tuple[str, ...]
    day: date
    events: int
    disputed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTally:
    """How many events two actors (ids, in order) have between them as the first of each side."""

    between: tuple[str, str]
    names: tuple[str, str]
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """How many events fit, how many of them have a day, between which days they are, and between
    which days a report of one was first published."""

    events: int
    dated: int
    first_day: date | None
    last_day: date | None
    first_published: date | None
    last_published: date | None
