"""From a length of time that lasts until the report to the stretch of the calendar it covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

_LENGTH = re.compile(r"P(\d{1,4})([YMWD])")
_INEXACT = frozenset({"MORE_THAN", "LESS_THAN", "APPROX", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
_DAYS = {"W": 7, "D": 1}


def up_to(published: str, value: str, modifier: str | None) -> str | None:
    """ "for two years" in a report of 13 November 2014: ``2012/2014-11-13``.

    ``published`` is a day in EDTF, ``value`` and ``modifier`` are TIMEX3's. The start is as fine as
    the unit, and approximate where the words are ("more than a year": ``2013~/2014-11-13``).
    ``None`` where no number is given or the calendar ends.
    """
    found = _LENGTH.fullmatch(value)
    start = _before(date.fromisoformat(published), int(found[1]), found[2]) if found else None
    if start is None:
        return None
    return f"{start}{'~' if modifier in _INEXACT else ''}/{published}"


def _before(day: date, number: int, unit: str) -> str | None:
    if unit in _DAYS:
        back = day.toordinal() - number * _DAYS[unit]
        return (date.min + timedelta(days=back - 1)).isoformat() if back > 0 else None
    months = 12 * day.year + day.month - 1 - number * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    if year < 1:
        return None
    return f"{year:04}" if unit == "Y" else f"{year:04}-{month + 1:02}"
