"""TIMEX3 values rewritten as EDTF (ISO 8601-2, level 2 and below).

The EDTF is made from the value alone, so that the two cannot disagree.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from secondsource.annotations.times.periods import Period, Unit, month, year_of

SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_QUARTER_CODE, _HALF_CODE = 32, 39

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(?:T(?:\d\d(?::\d\d)?(?::\d\d)?Z?|[A-Z]{2}))?")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_MONTH = re.compile(r"(?:\d{4}|XXXX)-\d\d")
_YEAR = re.compile(r"\d{4}")
_SHORT = re.compile(r"\d{2,3}")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_RANGE = re.compile(r"([^/]+)/([^/]+)")


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
    return f"{plain}~" if modifier == "APPROX" and "/" not in plain and "T" not in plain else plain


def _plain(value: str) -> str | None:
    if found := _CLOCK.fullmatch(value):
        return f"{found[1]}T{found[2]}:{found[3]}:00" if found[2] != "24" else found[1]
    if found := _DAY.fullmatch(value):
        return f"{found[1]}-{found[2]}-{found[3]}"
    if _MONTH.fullmatch(value) or _YEAR.fullmatch(value):
        return value
    if _SHORT.fullmatch(value):
        return value.ljust(4, "X")
    if found := _SEASON.fullmatch(value):
        return f"{found[1]}-{SEASON_CODES[found[2]]}"
    if found := _PART.fullmatch(value):
        return f"{found[1]}-{int(found[3]) + (_QUARTER_CODE if found[2] == 'Q' else _HALF_CODE)}"
    if found := _RANGE.fullmatch(value):
        ends = _plain(found[1]), _plain(found[2])
        return f"{ends[0]}/{ends[1]}" if None not in ends else None
    period = period_of(value)
    return f"{period.first.isoformat()}/{period.last.isoformat()}" if period else None


def period_of(value: str) -> Period | None:
    """The period that a TIMEX3 value names, where it names one of the calendar's units."""
    if found := _WEEK.fullmatch(value):
        unit = Unit.WEEKEND if found[3] else Unit.WEEK
        return _period(date.fromisocalendar, int(found[1]), int(found[2]), unit)
    if (found := _DAY.fullmatch(value)) and found[1] != "XXXX":
        return Period(Unit.DAY, date(int(found[1]), int(found[2]), int(found[3])))
    if _MONTH.fullmatch(value) and value[0] != "X":
        return month(int(value[:4]), int(value[5:]))
    if _YEAR.fullmatch(value):
        return year_of(int(value))
    if (found := _PART.fullmatch(value)) and found[2] == "Q":
        first = month(int(found[1]), 3 * int(found[3]) - 2)
        return first.widen(Unit.QUARTER) if first else None
    return None


def _period(make, year: int, week: int, unit: Unit) -> Period | None:
    try:
        return Period.at(make(year, week, 1), unit)
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
