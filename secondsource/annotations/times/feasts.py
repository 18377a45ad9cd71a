"""Feasts and religious months: from name and year to a day or a month.

Feasts of the Islamic calendar are known to the month only: the tabular calendar used here differs
from what is announced by a day or two.
"""

from __future__ import annotations

from datetime import date, timedelta

from secondsource.annotations.times.periods import Period, Unit, day

_FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "nowruz": (3, 21),
    "may day": (5, 1),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
}
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}
# Month and day of the Islamic calendar on which the feast (or the middle of the month) falls.
_ISLAMIC = {
    "muharram": (1, 15),
    "ashura": (1, 10),
    "mawlid": (3, 12),
    "ramadan": (9, 15),
    "eid al-fitr": (10, 1),
    "eid ul-fitr": (10, 1),
    "eid al-adha": (12, 10),
    "eid ul-adha": (12, 10),
}

NAMES = (*_FIXED, *_FROM_EASTER, *_ISLAMIC, "thanksgiving day", "thanksgiving")

_EPOCH = 227015  # the ordinal of the first day of the Islamic calendar, 19 July 622


def in_year(name: str, year: int) -> Period | None:
    """When the feast falls in a year: a day, or a month for the Islamic calendar."""
    if name in _FIXED:
        return day(year, *_FIXED[name])
    for table, read in ((_FROM_EASTER, _easter), (_ISLAMIC, _islamic)):
        if name in table:
            return read(name, year)
    first = date(year, 11, 1)
    return Period(Unit.DAY, first + timedelta(days=(3 - first.weekday()) % 7 + 21))


def _easter(name: str, year: int) -> Period | None:
    """The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    shift = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, number = divmod(shift + weekday - 7 * late + 114, 31)
    found = day(year, month, number + 1)
    return found.shift(_FROM_EASTER[name]) if found else None


def _islamic(name: str, year: int) -> Period | None:
    month, number = _ISLAMIC[name]
    about = int((year - 622) * 33 / 32)
    for islamic_year in (about - 1, about, about + 1, about + 2):
        found = _tabular(islamic_year, month, number)
        if found is not None and found.year == year:
            return Period.at(found, Unit.MONTH)
    return None


def _tabular(year: int, month: int, number: int) -> date | None:
    """The civil tabular calendar: 11 leap years in 30, months of 30 and 29 days in turn."""
    if year < 1:
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + days + number - 1)
