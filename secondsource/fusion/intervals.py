"""Calendar bounds of EDTF values, and whether two of them can be the same time.

Only bounding is needed here. The edtf library takes 3–9 ms a value, has no value for
``../2014-09-29`` and refuses times of day without seconds, so the bounds are read directly.
Levels 0 and 1 of EDTF (ISO 8601-2:2019) are covered, with the unspecified year of news dates.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_SIDE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?:T.*)?[?~%]?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_OPEN = ("", "..")
_SOME_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from ``start`` to ``end``, both included; ``None`` where that side is open."""

    start: date | None
    end: date | None

    @property
    def days(self) -> int | None:
        """The number of days covered, ``None`` if a side is open."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlessInterval:
    """(month, day) bounds of a date whose year is not stated."""

    start: tuple[int, int]
    end: tuple[int, int]

    def in_year(self, year: int) -> Interval:
        """The same days in ``year``; 29 February becomes the 28th where there is none."""
        start, end = _day(year, *self.start), _day(year, *self.end)
        return Interval(start=start, end=end if end >= start else _day(year + 1, *self.end))

    def up_to(self, latest: date) -> Interval:
        """The last occurrence that begins no later than ``latest``."""
        this_year = self.in_year(latest.year)
        began = this_year.start is not None and this_year.start <= latest
        return this_year if began else self.in_year(latest.year - 1)


@lru_cache(maxsize=65536)
def bounds(edtf: str | None) -> Interval | YearlessInterval | None:
    """The days that an EDTF value can mean, ``None`` where it is absent or not understood."""
    if edtf is None:
        return None
    sides = edtf.strip().split("/")
    if len(sides) > 2:
        return None
    first, last = _side(sides[0]), _side(sides[-1])
    if isinstance(first, YearlessInterval) and isinstance(last, YearlessInterval):
        return YearlessInterval(start=first.start, end=last.end)
    if not isinstance(first, Interval) or not isinstance(last, Interval):
        return None
    if first.start is None and last.end is None:
        return None
    return Interval(start=first.start, end=last.end)


def _side(words: str) -> Interval | YearlessInterval | None:
    if words in _OPEN:
        return Interval(start=None, end=None)
    found = _SIDE.fullmatch(words)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    low = _month_day(month, day, _SOME_LEAP_YEAR, least=True)
    high = _month_day(month, day, _SOME_LEAP_YEAR, least=False)
    if low is None or high is None:
        return None
    if year == "XXXX":
        return YearlessInterval(start=low, end=high) if month and month != "XX" else None
    years = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not years[0]:
        return None
    return Interval(start=_day(years[0], *low), end=_day(years[1], *high))


def _month_day(
    month: str | None, day: str | None, year: int, *, least: bool
) -> tuple[int, int] | None:
    """The earliest or latest (month, day) meant."""
    digit = "0" if least else "9"
    number = int((month or "XX").replace("X", digit))
    months = {**_SEASONS, **_QUARTERS}.get(number)
    if months is not None:
        number = months[0 if least else 1]
    elif month is None or "X" in month:
        number = min(max(number, 1), 12)
    if not 1 <= number <= 12:
        return None
    days = calendar.monthrange(year, number)[1]
    if day is None or "X" in day:
        unit = int((day or "XX").replace("X", digit))
        return number, min(max(unit, 1), days)
    return (number, int(day)) if 1 <= int(day) <= days else None


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def overlap(
    first: Interval | YearlessInterval, second: Interval | YearlessInterval, *, slack: int = 0
) -> bool:
    """Whether some day can belong to both, with ``slack`` days of tolerance.

    A date without a year is tried in every year that the other one touches.
    """
    if isinstance(first, YearlessInterval):
        if isinstance(second, YearlessInterval):
            years = range(_SOME_LEAP_YEAR - 1, _SOME_LEAP_YEAR + 2)
            fixed = second.in_year(_SOME_LEAP_YEAR)
            return any(_touch(first.in_year(year), fixed, slack) for year in years)
        return _in_some_year(first, second, slack)
    if isinstance(second, YearlessInterval):
        return _in_some_year(second, first, slack)
    return _touch(first, second, slack)


def _in_some_year(yearless: YearlessInterval, other: Interval, slack: int) -> bool:
    if other.start is None or other.end is None:
        return True
    years = range(other.start.year - 1, other.end.year + 2)
    return any(_touch(yearless.in_year(year), other, slack) for year in years)


def _touch(first: Interval, second: Interval, slack: int) -> bool:
    margin = timedelta(days=slack)
    return _starts_by(first.start, second.end, margin) and _starts_by(
        second.start, first.end, margin
    )


def _starts_by(start: date | None, end: date | None, margin: timedelta) -> bool:
    return start is None or end is None or start - margin <= end


def earliest(edtf: str | None) -> date | None:
    """The first day that a dated EDTF value can mean."""
    found = bounds(edtf)
    return found.start if isinstance(found, Interval) else None


def latest(edtf: str | None) -> date | None:
    """The last day that a dated EDTF value can mean."""
    found = bounds(edtf)
    return found.end if isinstance(found, Interval) else None
