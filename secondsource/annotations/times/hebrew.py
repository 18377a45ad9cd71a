"""Feasts of the Hebrew calendar, which is fixed by arithmetic.

After Reingold and Dershowitz, Calendrical Calculations, chapter 8: the mean new moon before the
year, and the postponements of its first day.
"""

from __future__ import annotations

from datetime import date, timedelta

# Days from the Hebrew new year that falls in the same year of the common calendar.
FROM_NEW_YEAR = {
    "rosh hashanah": 0,
    "yom kippur": 9,
    "sukkot": 14,
    "hanukkah": 83,
    "purim": -193,
    "passover": -163,
    "shavuot": -113,
}

_EPOCH = -1373427  # the ordinal of the first day of the calendar
_MONTHS_IN_CYCLE, _YEARS_IN_CYCLE = 235, 19
_PARTS_A_DAY = 25920
_FIRST_MOON, _LUNATION = 12084, 13753  # parts of a day beyond whole days
_COMPLETE = frozenset((355, 385))  # lengths of years in which the second month has 30 days


def hebrew_feast(name: str, year: int) -> date | None:
    """The day of a feast in a year of the common calendar; ``None`` outside its bounds."""
    number = year + 3761
    first = _new_year(number)
    days = FROM_NEW_YEAR[name]
    if name == "hanukkah" and _new_year(number + 1) - first in _COMPLETE:
        days += 1
    try:
        return date.min + timedelta(days=first + days - 1)
    except OverflowError:
        return None


def _new_year(number: int) -> int:
    """The ordinal of the first day of a Hebrew year."""
    before, this, after = (_elapsed(number + by) for by in (-1, 0, 1))
    too_long, too_short = after - this == 356, this - before == 382
    return _EPOCH + this + (2 if too_long else int(too_short))


def _elapsed(number: int) -> int:
    """Days to the mean new moon that begins a year, put off from Sunday, Wednesday and Friday."""
    months = (_MONTHS_IN_CYCLE * number - (_MONTHS_IN_CYCLE - 1)) // _YEARS_IN_CYCLE
    days = 29 * months + (_FIRST_MOON + _LUNATION * months) // _PARTS_A_DAY
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
