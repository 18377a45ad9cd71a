"""Units of the calendar and periods of one unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Unit(Enum):
    """A unit of time.

    A decade is written as ten years, a fortnight as two weeks.
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def letter(self) -> str:
        """The letter in a TIMEX3 duration."""
        return _LETTERS.get(self, self.value[0].upper())

    @property
    def days(self) -> float:
        """The rough length in days."""
        return _LENGTHS[self]

    @property
    def count(self) -> int:
        """How many of the units named by ``letter`` it is."""
        return {Unit.FORTNIGHT: 2, Unit.DECADE: 10, Unit.CENTURY: 100}.get(self, 1)

    @property
    def of_clock(self) -> bool:
        """Whether it is shorter than a day."""
        return self.days < 1


_LETTERS = {Unit.WEEKEND: "WE", Unit.FORTNIGHT: "W", Unit.DECADE: "Y", Unit.CENTURY: "Y"}
_LENGTHS = {
    Unit.SECOND: 1 / 86400,
    Unit.MINUTE: 1 / 1440,
    Unit.HOUR: 1 / 24,
    Unit.DAY: 1,
    Unit.WEEKEND: 2,
    Unit.WEEK: 7,
    Unit.FORTNIGHT: 14,
    Unit.MONTH: 30,
    Unit.QUARTER: 91,
    Unit.YEAR: 365,
    Unit.DECADE: 3653,
    Unit.CENTURY: 36525,
}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}


@dataclass(frozen=True, slots=True)
class Period:
    """One day, week, weekend, month, quarter, year, decade or century, by its first day."""

    unit: Unit
    first: date

    @classmethod
    def at(cls, day: date, unit: Unit) -> Period:
        """The period of ``unit`` that holds ``day`` (for a weekend: that of the day's week)."""
        if unit is Unit.DAY:
            return cls(unit, day)
        if unit in _DAYS:
            monday = day - timedelta(days=day.weekday())
            return cls(unit, monday + timedelta(days=5) if unit is Unit.WEEKEND else monday)
        if unit is Unit.MONTH:
            return cls(unit, day.replace(day=1))
        if unit is Unit.QUARTER:
            return cls(unit, date(day.year, (day.month - 1) // 3 * 3 + 1, 1))
        years = _MONTHS[unit] // 12
        return cls(unit, date(max(1, day.year // years * years), 1, 1))

    @property
    def last(self) -> date:
        """The last day; the calendar's own last day where the period leaves it."""
        if self.unit is Unit.WEEKEND:
            return self.first + timedelta(days=1)
        following = self.shift(1)
        return following.first - timedelta(days=1) if following else date.max

    def shift(self, by: int) -> Period | None:
        """The period ``by`` units later, or ``None`` outside the years 1 to 9999."""
        try:
            if self.unit in _DAYS:
                return Period(self.unit, self.first + timedelta(days=by * _DAYS[self.unit]))
            months = self.first.year * 12 + self.first.month - 1 + by * _MONTHS[self.unit]
            return Period(self.unit, date(months // 12, months % 12 + 1, 1))
        except (ValueError, OverflowError):
            return None

    def widen(self, unit: Unit) -> Period | None:
        """The period of ``unit`` around this one, or ``None`` where this one is the coarser."""
        return None if unit.days < self.unit.days else Period.at(self.first, unit)

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``2014-11-02``, ``2014-W45``, ``2014-W45-WE``, ``2014-Q3``, ``199``."""
        return _FORMATS[self.unit](self.first)


def _week(first: date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04}-W{week:02}"


_FORMATS: dict[Unit, Callable[[date], str]] = {
    Unit.DAY: date.isoformat,
    Unit.WEEK: _week,
    Unit.FORTNIGHT: _week,
    Unit.WEEKEND: lambda first: f"{_week(first)}-WE",
    Unit.MONTH: lambda first: f"{first.year:04}-{first.month:02}",
    Unit.QUARTER: lambda first: f"{first.year:04}-Q{(first.month + 2) // 3}",
    Unit.YEAR: lambda first: f"{first.year:04}",
    Unit.DECADE: lambda first: f"{first.year // 10:03}",
    Unit.CENTURY: lambda first: f"{first.year // 100:02}",
}


def day(year: int, month: int, number: int) -> Period | None:
    """That day, or ``None`` where the calendar has none."""
    try:
        return Period(Unit.DAY, date(year, month, number))
    except ValueError:
        return None


def month(year: int, number: int) -> Period | None:
    """That month, or ``None`` where the calendar has none."""
    first = day(year, number, 1)
    return Period.at(first.first, Unit.MONTH) if first else None


def year_of(number: int) -> Period | None:
    """That year, or ``None`` outside 1 to 9999."""
    first = day(number, 1, 1)
    return Period.at(first.first, Unit.YEAR) if first else None
