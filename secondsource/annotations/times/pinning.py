"""Fixing a partial date on the calendar: which year, by the publication date and the tense."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.grammar import Found, Reading
from secondsource.annotations.times.periods import Period, Unit, day
from secondsource.annotations.times.words import Word

STATED = "stated in full"
NEAREST = "year from the publication date and the tense"
UNKNOWN = "year unknown"

# How many times farther off a candidate on the wrong side of the tense counts.
_AGAINST_TENSE = {Unit.DAY: 4, Unit.MONTH: 10, Unit.QUARTER: 2}
_LIMITS = frozenset(("until", "till", "through", "by", "to"))


def month_number(word: Word) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return lexicon.MONTHS.get(word.lower) or lexicon.SHORT_MONTHS[word.lower[:4]]


def weekday_number(word: Word) -> int:
    """1 (Monday) to 7 for a weekday's name, plural or abbreviation."""
    name = word.lower.removesuffix("s") if word.kind == "WEEKDAYS" else word.lower
    return lexicon.WEEKDAYS.get(name) or lexicon.SHORT_WEEKDAYS[name]


def year_number(word: Word) -> int | None:
    """The year that a word gives: "2014", "'14", or "14" after a month in capitals."""
    digits = word.text.lstrip("'’")
    if word.kind in ("SHORTYEAR", "DAYNUM", "FIGURE"):
        short = int(digits)
        return 2000 + short if short < 50 else 1900 + short
    return int(word.number) if word.number is not None else None


def dated(period: Period | None, why: str, modifier: str | None = None) -> Reading | None:
    """A DATE for a period of the calendar."""
    if period is None:
        return None
    return Reading(
        type=TimeType.DATE, value=period.value, period=period, modifier=modifier, why=why
    )


def choose(candidates: Iterable[Period | None], now: Period, tense: Tense) -> Period | None:
    """The candidate nearest to ``now``; one on the wrong side of the tense counts as farther."""
    known = [row for row in candidates if row is not None]
    return min(known, key=lambda row: _cost(row, now, tense), default=None)


def _cost(period: Period, now: Period, tense: Tense) -> int:
    days = (period.first - now.first).days
    against = (tense is Tense.PAST and days > 0) or (tense is Tense.FUTURE and days < 0)
    return abs(days) * (_AGAINST_TENSE[period.unit] if against else 1)


def pinned_day(
    number: Word, of_month: Word, of_year: Word | None, context: Context, tense: Tense
) -> Reading | None:
    """A day of a month, in the year that is stated or else in the likeliest one."""
    day_number, month_of = int(number.number or 0), month_number(of_month)
    if of_year is not None:
        year = year_number(of_year)
        return dated(day(year, month_of, day_number) if year else None, STATED)
    if day(2000, month_of, day_number) is None:
        return None
    now = context.now(Unit.DAY)
    if now is None:
        value = f"XXXX-{month_of:02}-{day_number:02}"
        return Reading(type=TimeType.DATE, value=value, why=UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = (day(year, month_of, day_number) for year in years)
    return dated(choose(candidates, now, tense), NEAREST)


def tense_of(found: Found, context: Context, name: str) -> Tense:
    """The tense around the words; a limit ("until", "through") may lie after what is past."""
    tense = context.tense_at(found[name].span)
    past = tense in (Tense.PAST, Tense.PRESENT)
    return Tense.NONE if past and found.governor in _LIMITS else tense


def beside(candidates: list[Period | None], now: Period, which: Word) -> Period | None:
    """The candidate that "last", "this" or "next" points to."""
    known = [row for row in candidates if row is not None]
    if which.kind == "LAST":
        return max((row for row in known if row.first < now.first), key=_first, default=None)
    if which.kind == "NEXT":
        return min((row for row in known if row.first > now.first), key=_first, default=None)
    return next((row for row in known if row.first.year == now.first.year), None)


def _first(period: Period) -> int:
    return period.first.toordinal()


def relative_year(which: Word, now: Period | None) -> Period | None:
    """The year that "last", "this" or "next" points to from the year ``now``."""
    if now is None:
        return None
    return now.shift({"LAST": -1, "NEXT": 1}.get(which.kind, 0))
