"""TIMEX3 values rewritten as EDTF (ISO 8601-2, level 2 and below).

The EDTF is made from the value alone, so that the two cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from secondsource.annotations.times.periods import Period, Unit, day, month, year_of

SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_QUARTER_CODE = 32

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T(?:\d\d(?::\d\d)?(?::\d\d)?Z?|[A-Z]{2}))?")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")
_YEAR = re.compile(r"\d{4}")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_TILDE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_RANGE = re.compile(r"([^/]+)/([^/]+)")


def _clock(found: re.Match[str]) -> str:
    return found[1] if found[2] == "24" else f"{found[1]}T{found[2]}:{found[3]}:00"


# Values that EDTF writes in another way, each with the way.
_WRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?Z?"), _clock),
    (_DAY, lambda found: f"{found[1]}-{found[2]}-{found[3]}"),
    (_MONTH, lambda found: found[0]),
    (_YEAR, lambda found: found[0]),
    (re.compile(r"\d{2,3}"), lambda found: found[0].ljust(4, "X")),
    (
        re.compile(r"(\d{4})-(SP|SU|FA|WI)"),
        lambda found: f"{found[1]}-{SEASON_CODES[found[2]]}",
    ),
    (_QUARTER, lambda found: f"{found[1]}-{_QUARTER_CODE + int(found[2])}"),
)


def edtf(value: str, modifier: str | None = None) -> str | None:
    """The EDTF of a TIMEX3 value, ``None`` where it has no place on the calendar.

    A clock time is written with seconds, as EDTF asks. START, MID and END give the first, middle
    and last third of the value's days; APPROX gives ``~``.
    """
    plain = _plain(value)
    if plain is None or modifier is None:
        return plain
    if modifier in ("START", "MID", "END"):
        return _third(value, modifier) or plain
    return f"{plain}~" if modifier == "APPROX" and _TILDE.fullmatch(value) else plain


def _plain(value: str) -> str | None:
    for pattern, write in _WRITTEN:
        found = pattern.fullmatch(value)
        if found is not None:
            return write(found)
    if (found := _RANGE.fullmatch(value)) is not None:
        ends = _plain(found[1]), _plain(found[2])
        return f"{ends[0]}/{ends[1]}" if None not in ends else None
    period = period_of(value)
    return f"{period.first.isoformat()}/{period.last.isoformat()}" if period else None


def period_of(value: str) -> Period | None:
    """The day, week, weekend, month, quarter or year that a TIMEX3 value names, if it does."""
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), Unit.WEEKEND if found[3] else Unit.WEEK)
    if found := _QUARTER.fullmatch(value):
        first = month(int(found[1]), 3 * int(found[2]) - 2)
        return first.widen(Unit.QUARTER) if first else None
    if value.startswith("X"):
        return None
    if found := _DAY.fullmatch(value):
        return day(int(found[1]), int(found[2]), int(found[3]))
    if _MONTH.fullmatch(value):
        return month(int(value[:4]), int(value[5:]))
    return year_of(int(value)) if _YEAR.fullmatch(value) else None


def _week(year: int, week: int, unit: Unit) -> Period | None:
    try:
        return Period.at(date.fromisocalendar(year, week, 1), unit)
    except ValueError:
        return None


def _third(value: str, modifier: str) -> str | None:
    period = period_of(value)
    if period is None or period.unit is Unit.DAY:
        return None
    if period.unit is Unit.YEAR:
        begin = {"START": 1, "MID": 5, "END": 9}[modifier]
        return f"{value}-{begin:02}/{value}-{begin + 3:02}"
    length = (period.last - period.first).days + 1
    third = timedelta(days=length // 3)
    first = {
        "START": period.first,
        "MID": period.first + third,
        "END": period.last - third + timedelta(days=1),
    }[modifier]
    last = {"START": first + third, "MID": period.last - third + timedelta(days=1)}
    end = last.get(modifier, period.last + timedelta(days=1)) - timedelta(days=1)
    return f"{first.isoformat()}/{end.isoformat()}"
