"""When it happened: events and states of relations in lanes, one by one or counted by time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from secondsource.ledger import EventFilter, Ledger, StandingTie
from secondsource.views.contexts import about
from secondsource.views.pages.event_list import event_facets
from secondsource.views.pages.lanes import (
    MARKS_SHOWN,
    Lane,
    LanesBy,
    Mark,
    lanes_of,
    mark_of,
    states_of,
)
from secondsource.views.pages.listing import Facet
from secondsource.views.pages.time_bins import Step, step_of

UNDATED_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContext:
    """Events and ties on a line of time."""

    by: LanesBy = field(metadata=about("What a lane is of: pair or type."))
    step: Step | None = field(
        metadata=about("By what events are counted; nothing where they are drawn one by one.")
    )
    known_by: date | None = field(
        metadata=about("The day by which a report about each had to be published.")
    )
    lanes: tuple[Lane, ...] = field(metadata=about("Those of most events first."))
    first_day: date | None = field(metadata=about("The first day of the line."))
    last_day: date | None = field(metadata=about("The last day of the line."))
    first_published: date | None = field(
        metadata=about("The day on which the first of the events was first reported.")
    )
    last_published: date | None = field(
        metadata=about("The day on which the last of the events was first reported.")
    )
    total: int = field(metadata=about("How many events fit the filters and were known by then."))
    hidden: int = field(metadata=about("How many events were not known by then."))
    undated: int = field(metadata=about("How many of those known are of unknown time."))
    without_time: tuple[Mark, ...] = field(metadata=about("Some of these."))
    words: str = field(metadata=about("Words that a claim about each holds; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the timeline can be narrowed by."))


def timeline_context(
    ledger: Ledger, wanted: EventFilter, *, by: LanesBy = LanesBy.PAIR
) -> TimelineContext:
    """The events that fit in lanes; ``wanted.reported_by`` is the day by which they were known.

    The line is as long whatever was known by then, so that it stays in place.
    """
    now = ledger.charts.span(replace(wanted, reported_by=None))
    then = now if wanted.reported_by is None else ledger.charts.span(wanted)
    step = None if now.dated <= MARKS_SHOWN else step_of(now)
    states = states_of(ledger, wanted) if by is LanesBy.PAIR else ()
    lanes = lanes_of(ledger, wanted, by, step, states)
    counts = ledger.event_facets(wanted)
    undated = ledger.charts.marks(replace(wanted, dated=False), UNDATED_SHOWN)
    days = [day for day in (now.first_day, now.last_day) if day is not None]
    days += [day for tie in states for day in _days(tie)]
    return TimelineContext(
        by=by,
        step=step,
        known_by=wanted.reported_by,
        lanes=lanes,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        first_published=now.first_published,
        last_published=now.last_published,
        total=then.events,
        hidden=now.events - then.events,
        undated=then.events - then.dated,
        without_time=tuple(map(mark_of, undated)),
        words=wanted.words or "",
        facets=event_facets(counts, wanted),
    )


def every_mark(ledger: Ledger, wanted: EventFilter, most: int = 1_000_000) -> Iterator[Mark]:
    """All events that fit, oldest first."""
    return map(mark_of, ledger.charts.marks(wanted, most))


def _days(tie: StandingTie) -> Iterator[date]:
    return (day for day in (tie.start_day, tie.end_day) if day is not None)
