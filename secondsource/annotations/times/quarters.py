"""Rules for quarters and halves of a year, and for "the period" of figures."""

from __future__ import annotations

from dataclasses import replace

from secondsource.annotations.records import TimeType
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.counting import FROM_TEXT
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit, month
from secondsource.annotations.times.pinning import (
    NEAREST,
    STATED,
    UNKNOWN,
    choose,
    dated,
    relative_year,
    year_number,
)


def _quarter(found: Found, context: Context) -> Reading | None:
    number = int(found["number"].number or 0)
    if not 1 <= number <= 4:
        return None
    year = _year(found, context)
    if year is not None:
        return dated(_quarter_of(year, number), STATED)
    return _nearest_quarter(number, found, context)


def _nearest_quarter(number: int, found: Found, context: Context) -> Reading | None:
    now = context.now(Unit.QUARTER)
    if now is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-Q{number}", why=UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = (_quarter_of(year, number) for year in years)
    return dated(choose(candidates, now, context.tense_at(found["number"].span)), NEAREST)


def _quarter_of(year: int, number: int) -> Period | None:
    first = month(year, 3 * number - 2)
    return first.widen(Unit.QUARTER) if first else None


def _same_quarter(found: Found, context: Context) -> Reading | None:
    """ "the 1988 quarter": that of the last quarter named."""
    year, quarter = year_number(found["year"]), context.then(Unit.QUARTER)
    if year is None or quarter is None:
        return None
    return dated(_quarter_of(year, (quarter.first.month + 2) // 3), STATED)


def _year(found: Found, context: Context) -> int | None:
    """The year stated beside a quarter or half, or pointed to by "last", "this" or "next"."""
    stated, which = found.get("year"), found.get("which")
    if which is not None:
        relative = relative_year(which, context.now(Unit.YEAR))
        return relative.first.year if relative else None
    return year_number(stated) if stated is not None else None


def _half(found: Found, context: Context) -> Reading | None:
    """ "the first half of 2014"."""
    number, now = int(found["number"].number or 0), context.now(Unit.YEAR)
    year = _year(found, context) or (now.first.year if now and found.get("the") else None)
    if number not in (1, 2):
        return None
    if year is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-H{number}", why=UNKNOWN)
    first = 6 * number - 5
    months = f"{year:04}-{first:02}/{year:04}-{first + 5:02}"
    value = f"{year:04}-H{number}"
    return Reading(
        type=TimeType.DATE, value=value, edtf=months, period=month(year, first), why=STATED
    )


def _quarter_of_year(found: Found, context: Context) -> Reading | None:
    """ "last year's quarter", "the same period last year": that of the last one named."""
    quarter = _told(context)
    year = _year(found, context)
    return dated(_quarter_of(year, _number(quarter)), FROM_TEXT) if year and quarter else None


def _a_year_before(found: Found, context: Context) -> Reading | None:
    """ "the year-earlier third quarter", "the year-ago period"."""
    number = found.get("number")
    told = _told(context)
    quarter = context.then(Unit.QUARTER) if number is None else None
    if number is not None and 1 <= int(number.number or 0) <= 4:
        base = told or context.now(Unit.QUARTER)
        quarter = _quarter_of(base.first.year, int(number.number or 0)) if base else None
    if quarter is None or (found.get("period") is not None and told is None):
        return None
    before = dated(quarter.shift(-4), FROM_TEXT)
    return replace(before, period=None) if before else None


def _this_period(found: Found, context: Context) -> Reading | None:
    """ "the latest period", "the 1988 period"."""
    stated, quarter = found.get("year"), _told(context)
    if quarter is None:
        return None
    if stated is not None:
        return dated(_quarter_of(year_number(stated) or 0, _number(quarter)), FROM_TEXT)
    return dated(quarter, FROM_TEXT)


def _told(context: Context) -> Period | None:
    last = context.last
    return last if last is not None and last.unit is Unit.QUARTER else None


def _number(quarter: Period) -> int:
    return (quarter.first.month + 2) // 3


_WHICH = "(?P<which>LAST|THIS|NEXT)"
_YEARLIKE = "(?P<year>YEAR|SHORTYEAR)"
_QUARTER = "(?P<number>ORDINAL) DASH? QUARTER"
_BEFORE = "UNIT DASH (?:AGO|EARLIER)"

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        f"THE? (?:FISCAL DASH?)? {_QUARTER} (?:OF? FISCAL? (?P<year>YEAR) | OF? {_WHICH} UNIT)?",
        _quarter,
    ),
    rule("quarter after its year", f"THE? {_YEARLIKE} POSSESSIVE? {_QUARTER}", _quarter),
    rule("quarter of this year", f"{_WHICH} UNIT POSSESSIVE {_QUARTER}", _quarter),
    rule("quarter of a year", f"THE? {_YEARLIKE} QUARTER", _same_quarter),
    rule("quarter of last year", f"{_WHICH} UNIT POSSESSIVE QUARTER", _quarter_of_year),
    rule(
        "same period last year",
        f"THE (?:SAME|OTHER) (?:PERIOD|QUARTER) OF? {_WHICH} UNIT",
        _quarter_of_year,
    ),
    rule("quarter a year before", f"THE? {_BEFORE} {_QUARTER}", _a_year_before),
    rule("period a year before", f"THE? {_BEFORE} (?P<period>PERIOD)", _a_year_before),
    rule("period", f"THE (?:LATEST|{_YEARLIKE}) PERIOD", _this_period),
    rule(
        "half",
        f"THE? (?P<number>ORDINAL) HALF OF (?:{_YEARLIKE}|{_WHICH} UNIT|(?P<the>THE) UNIT)",
        _half,
    ),
)
