"""Days as parts of a drawing's width, and the days that its axis names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MARGIN = 0.04
_MOST_TICKS = 8
_DAYS_NAMED = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A day on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayScale:
    """The days from ``first`` to ``last`` over the whole width."""

    first: date
    last: date

    @classmethod
    def over(cls, first: date, last: date) -> DayScale:
        """A scale with a margin on both sides."""
        margin = max(3, round((last - first).days * _MARGIN))
        return cls(first=_moved(first, -margin), last=_moved(last, margin))

    def at(self, day: date) -> float:
        """Per cent of the width, 0 to 100."""
        share = (day - self.first).days / (self.last - self.first).days
        return round(100 * min(1.0, max(0.0, share)), 2)


def _moved(day: date, by: int) -> date:
    """The day so many days on, no further than the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def ticks_of(scale: DayScale) -> tuple[Tick, ...]:
    """The first days of years, of months or of weeks, whichever fit."""
    months = list(_months(scale))
    if (scale.last - scale.first).days <= _DAYS_NAMED:
        mondays = (scale.first + timedelta(days=n) for n in range(_DAYS_NAMED))
        weeks = [day for day in mondays if day.weekday() == 0 and day <= scale.last]
        return tuple(Tick(x=scale.at(day), label=f"{day:%Y-%m-%d}") for day in weeks)
    if len(months) <= _MOST_TICKS:
        return tuple(Tick(x=scale.at(day), label=f"{day:%Y-%m}") for day in months)
    years = [day for day in months if day.month == 1]
    if len(years) < 2:
        step = len(months) // _MOST_TICKS + 1
        return tuple(Tick(x=scale.at(day), label=f"{day:%Y-%m}") for day in months[::step])
    step = len(years) // _MOST_TICKS + 1
    return tuple(Tick(x=scale.at(day), label=f"{day:%Y}") for day in years[::step])


def _months(scale: DayScale) -> Iterator[date]:
    for year in range(scale.first.year, scale.last.year + 1):
        for month in range(1, 13):
            day = date(year, month, 1)
            if scale.first <= day <= scale.last:
                yield day
