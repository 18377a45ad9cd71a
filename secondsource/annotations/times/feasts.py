"""Feasts and religious months: from name and year to a day or a month.

What the Islamic calendar fixes is known to a day or two only: the tabular calendar used here may
differ from what is announced. So the value is the month around it and the EDTF is approximate.
"""

from __future__ import annotations

from datetime import date

from secondsource.annotations.times.hebrew import FROM_NEW_YEAR, hebrew_feast
from secondsource.annotations.times.periods import Period, Unit, day

_FIXED = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "orthodox christmas": (1, 7),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "nowruz": (3, 21),
    "newroz": (3, 21),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "pentecost": 49,
}
# Month, weekday (Monday is 1) and which of them; -1 is the last.
_BY_WEEKDAY = {
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
}
# Month and day of the Islamic calendar.
_ISLAMIC_FEASTS = {
    "islamic new year": (1, 1),
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
    "laylat al-qadr": (9, 27),
    "eid al-fitr": (10, 1),
    "eid ul-fitr": (10, 1),
    "hajj": (12, 9),
    "eid al-adha": (12, 10),
    "eid ul-adha": (12, 10),
}
_ISLAMIC_MONTHS = {
    "muharram": 1,
    "safar": 2,
    "rabi al-awwal": 3,
    "rabi al-thani": 4,
    "jumada al-awwal": 5,
    "jumada al-thani": 6,
    "rajab": 7,
    "shaban": 8,
    "ramadan": 9,
    "ramadhan": 9,
    "shawwal": 10,
    "dhu al-qadah": 11,
    "dhu al-hijjah": 12,
}
ALSO_NAMES = frozenset({"safar", "rajab", "shaban"})
"""Months that are also people's names: only "in", "during" or "of" before them makes a time."""

ONCE = {"9/11": date(2001, 9, 11)}
"""Days that are called by a name of their own, in whichever year they are spoken of."""

NAMES = (
    *("election day", "orthodox easter"),
    *_FIXED,
    *_FROM_EASTER,
    *_BY_WEEKDAY,
    *_ISLAMIC_FEASTS,
    *_ISLAMIC_MONTHS,
    *FROM_NEW_YEAR,
    *ONCE,
)

_EPOCH = 227015  # the ordinal of the first day of the Islamic calendar, 19 July 622


def in_year(name: str, year: int) -> Period | None:
    """When the feast falls in a year: a day, or a month for the Islamic calendar."""
    if name in _ISLAMIC_FEASTS or name in _ISLAMIC_MONTHS:
        return _islamic(name, year)
    if name in FROM_NEW_YEAR:
        found = hebrew_feast(name, year)
        return Period(Unit.DAY, found) if found else None
    if name in ONCE:
        return Period(Unit.DAY, ONCE[name]) if ONCE[name].year == year else None
    return day(year, *_FIXED[name]) if name in _FIXED else _movable(name, year)


def _movable(name: str, year: int) -> Period | None:
    if name in _BY_WEEKDAY:
        return _by_weekday(year, *_BY_WEEKDAY[name])
    if name in _FROM_EASTER:
        return _easter(name, year)
    if name == "orthodox easter":
        return _orthodox_easter(year)
    monday = _by_weekday(year, 11, 1, 1)  # election day is the Tuesday after it
    return monday.shift(1) if monday else None


def approximately(name: str, year: int) -> str | None:
    """The EDTF of a feast or month of the Islamic calendar in a year; ``None`` for others."""
    if name in _ISLAMIC_FEASTS:
        found = _islamic_day(year, *_ISLAMIC_FEASTS[name])
        return f"{found[1].isoformat()}~" if found else None
    if name in _ISLAMIC_MONTHS:
        number = _ISLAMIC_MONTHS[name]
        middle = _islamic_day(year, number, 15)
        first = _tabular(middle[0], number, 1) if middle else None
        last = _tabular(middle[0], number, 29) if middle else None
        return f"{first.isoformat()}~/{last.isoformat()}~" if first and last else None
    return None


def _by_weekday(year: int, month: int, weekday: int, which: int) -> Period | None:
    if which < 0:
        first = day(year, month + 1, 1)
        before = first.shift(-1) if first else None
        back = (before.first.isoweekday() - weekday) % 7 if before else 0
        return before.shift(-back) if before else None
    first = day(year, month, 1)
    ahead = (weekday - first.first.isoweekday()) % 7 if first else 0
    return first.shift(ahead + 7 * (which - 1)) if first else None


def _easter(name: str, year: int) -> Period | None:
    """The Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    shift = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, number = divmod(shift + weekday - 7 * late + 114, 31)
    found = day(year, month, number + 1)
    return found.shift(_FROM_EASTER[name]) if found else None


def _orthodox_easter(year: int) -> Period | None:
    """The Julian computus (Meeus, chapter 8), in the Gregorian calendar."""
    shift = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - shift + 34) % 7
    month, number = divmod(shift + weekday + 114, 31)
    found = day(year, month, number + 1)
    return found.shift(year // 100 - year // 400 - 2) if found else None


def _islamic(name: str, year: int) -> Period | None:
    number = _ISLAMIC_MONTHS.get(name)
    month, of_month = (number, 15) if number is not None else _ISLAMIC_FEASTS[name]
    found = _islamic_day(year, month, of_month)
    return Period.at(found[1], Unit.MONTH) if found else None


def _islamic_day(year: int, month: int, number: int) -> tuple[int, date] | None:
    """The Islamic year and the day on which its day falls in a year of the common calendar."""
    about = int((year - 622) * 33 / 32)
    for islamic_year in (about - 1, about, about + 1, about + 2):
        found = _tabular(islamic_year, month, number)
        if found is not None and found.year == year:
            return islamic_year, found
    return None


def _tabular(year: int, month: int, number: int) -> date | None:
    """The civil tabular calendar: 11 leap years in 30, months of 30 and 29 days in turn."""
    if year < 1:
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    ordinal = _EPOCH + days + number - 1
    return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None
