"""Events counted by stretches of time that are as long as the whole time lets be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from secondsource.ledger import TimeSpan, TimeTally, Unit
from secondsource.views.contexts import about


class Step(Enum):
    """By what events are counted."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


_LONGEST = ((Step.DAY, 62), (Step.WEEK, 3 * 366), (Step.MONTH, 15 * 366))
"""Over how many days each step is used at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """How many events began within a stretch of time."""

    first_day: date = field(metadata=about("Its first day."))
    last_day: date = field(metadata=about("Its last day."))
    events: int = field(metadata=about("How many events."))
    disputed: int = field(metadata=about("How many of them a claim denies."))


def step_of(span: TimeSpan) -> Step:
    """By what to count events over so long a time."""
    if span.first_day is None or span.last_day is None:
        return Step.DAY
    days = (span.last_day - span.first_day).days
    return next((step for step, longest in _LONGEST if days <= longest), Step.YEAR)


def unit_of(step: Step) -> Unit:
    """By what the ledger has to count for it."""
    return Unit.DAY if step in {Step.DAY, Step.WEEK} else Unit.MONTH


def bins_of(tallies: Iterable[TimeTally], step: Step) -> tuple[Bin, ...]:
    """The counts put together by ``step``, in the order of time."""
    events: Counter[date] = Counter()
    disputed: Counter[date] = Counter()
    for tally in tallies:
        begun = _first_of(tally.day, step)
        events[begun] += tally.events
        disputed[begun] += tally.disputed
    return tuple(
        Bin(
            first_day=day,
            last_day=_last_of(day, step),
            events=events[day],
            disputed=disputed[day],
        )
        for day in sorted(events)
    )


def bins_without(every: Sequence[Bin], some: Sequence[Bin]) -> tuple[Bin, ...]:
    """What is left of ``every`` without ``some`` of the same events."""
    taken = {one.first_day: one for one in some}
    left = (
        replace(
            one,
            events=one.events - taken[one.first_day].events,
            disputed=one.disputed - taken[one.first_day].disputed,
        )
        if one.first_day in taken
        else one
        for one in every
    )
    return tuple(one for one in left if one.events)


def _first_of(day: date, step: Step) -> date:
    if step is Step.WEEK:
        return day - timedelta(days=day.weekday())
    if step is Step.DAY:
        return day
    return day.replace(day=1) if step is Step.MONTH else day.replace(month=1, day=1)


def _last_of(first: date, step: Step) -> date:
    if step is Step.DAY:
        return first
    if step is Step.WEEK:
        return first + timedelta(days=6)
    beyond = first + timedelta(days=31 if step is Step.MONTH else 366)
    return _first_of(beyond, step) - timedelta(days=1)
