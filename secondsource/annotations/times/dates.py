"""Rules for dates by name and number: days, weeks, months and years, and ranges of them."""

from __future__ import annotations

import re

from secondsource.annotations.records import TimeType
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Unit, day, month, year_of
from secondsource.annotations.times.pinning import (
    NEAREST,
    STATED,
    UNKNOWN,
    beside,
    choose,
    dated,
    month_number,
    pinned_day,
    relative_year,
    tense_of,
    year_number,
)

_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1500, 2100
_FIRST_LIKELY_YEAR = 1900
_DEFINITE = frozenset(("the", "'s", "’s"))
# What a four-digit number after "the" counts rather than dates.
_COUNTED = frozenset(
    "fighter soldier troop militant rebel person people man woman child civilian resident refugee"
    " victim prisoner detainee hostage member officer family house home vehicle dollar euro".split()
)
_ISO = re.compile(r"(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:T(\d\d:\d\d).*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")


def _iso(found: Found, _context: Context) -> Reading | None:
    text = found["iso"].text
    if (parts := _ISO.fullmatch(text)) is not None:
        period = day(int(parts[1]), int(parts[2]), int(parts[3]))
        if period is not None and parts[4]:
            value = f"{period.value}T{parts[4]}"
            return Reading(type=TimeType.TIME, value=value, period=period, why=STATED)
        return dated(period, STATED)
    parts = _SLASHED.fullmatch(text)
    if parts is None:
        return None
    first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
    year = year if year > 99 else (2000 if year < 50 else 1900) + year
    if first > 12 or "." in text:
        return dated(day(year, second, first), STATED)
    return dated(day(year, first, second), f"{STATED}, read as month/day")


def _day_of_month(found: Found, context: Context) -> Reading | None:
    stated = found.get("year")
    if stated is not None and stated.kind == "DAYNUM" and not found["month"].text.isupper():
        return None
    tense = tense_of(found, context, "month")
    return pinned_day(found["day"], found["month"], stated, context, tense)


def _month_year(found: Found, _context: Context) -> Reading | None:
    year = year_number(found["year"])
    return dated(month(year, month_number(found["month"])) if year else None, STATED)


def _bare_month(found: Found, context: Context) -> Reading | None:
    number = month_number(found["month"])
    now = context.now(Unit.MONTH)
    if now is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{number:02}", why=UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = [month(year, number) for year in years]
    which = found.get("which")
    if which is not None:
        return dated(beside(candidates, now, which), NEAREST)
    return dated(choose(candidates, now, tense_of(found, context, "month")), NEAREST)


def _month_of_year(found: Found, context: Context) -> Reading | None:
    number = month_number(found["month"])
    now = context.now(Unit.YEAR)
    year = relative_year(found["which"], now)
    if year is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{number:02}", why=UNKNOWN)
    return dated(month(year.first.year, number), "counted from the publication date")


def _days_of_month(found: Found, context: Context) -> Reading | None:
    """A range of days: "10-12 June", "June 10 to 12, 2014"."""
    number_of_month = month_number(found["month"])
    first, last = int(found["first"].number or 0), int(found["last"].number or 0)
    stated = found.get("year")
    now = context.now(Unit.DAY)
    if first >= last or day(2000, number_of_month, last) is None:
        return None
    if stated is not None:
        chosen = day(year_number(stated) or 0, number_of_month, first)
    elif now is None:
        days = f"XXXX-{number_of_month:02}-{first:02}/XXXX-{number_of_month:02}-{last:02}"
        return Reading(type=TimeType.DATE, value=days, why=UNKNOWN)
    else:
        years = range(now.first.year - 1, now.first.year + 2)
        candidates = (day(year, number_of_month, first) for year in years)
        chosen = choose(candidates, now, context.tense_at(found["month"].span))
    end = day(chosen.first.year, number_of_month, last) if chosen else None
    if chosen is None or end is None:
        return None
    value = f"{chosen.value}/{end.value}"
    return Reading(type=TimeType.DATE, value=value, period=chosen, why=STATED)


def _plain_year(found: Found, context: Context) -> Reading | None:
    number = year_number(found["year"])
    if number is None or not _FIRST_BARE_YEAR <= number <= _LAST_BARE_YEAR:
        return None
    noun, tag = context.described_at(found["year"].span)
    if found.get("named") is None and tag in ("NNS", "NNPS"):
        definite = found.before in _DEFINITE and number >= _FIRST_LIKELY_YEAR
        if not definite or noun in _COUNTED:
            return None
    return dated(year_of(number), STATED)


def _week_of(found: Found, context: Context) -> Reading | None:
    """ "the week of March 6"."""
    if found["unit"].lower != "week":
        return None
    reading = _day_of_month(found, context)
    period = reading.period.widen(Unit.WEEK) if reading and reading.period else None
    return dated(period, NEAREST)


def _years(found: Found, _context: Context) -> Reading | None:
    """A range of years: "2011-2013", "2011-13"."""
    first, last = year_number(found["first"]), int(found["last"].text)
    if first is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last <= first + 99 or year_of(last) is None:
        return None
    value = f"{first:04}/{last:04}"
    return Reading(type=TimeType.DATE, value=value, period=year_of(first), why=STATED)


_YEARLIKE = "(?P<year>YEAR|SHORTYEAR)"
_WHICH = "(?P<which>LAST|THIS|NEXT)"
_WEEKDAY = "(?:WEEKDAY COMMA? THE?)?"
_OF_YEAR = f"(?:COMMA? {_YEARLIKE})?"
_ENDS = "(?P<first>DAYNO) (?:DASH|TO) (?P<last>DAYNO)"

RULES: tuple[Rule, ...] = (
    rule("written date", "(?P<iso>ISO)", _iso),
    rule(
        "month and day",
        f"(?:{_WEEKDAY}|LAST|THIS|NEXT) (?P<month>MONTH) THE? (?P<day>DAYNO) {_OF_YEAR}",
        _day_of_month,
    ),
    rule(
        "day and month",
        f"{_WEEKDAY} THE? (?P<day>DAYNO) DASH? OF? (?P<month>MONTH) DASH?"
        " (?:COMMA? (?P<year>YEAR|SHORTYEAR|DAYNUM|FIGURE))?",
        _day_of_month,
    ),
    rule(
        "week of a day",
        f"THE (?P<unit>UNIT) OF (?P<month>MONTH) (?P<day>DAYNO) {_OF_YEAR}",
        _week_of,
    ),
    rule("days of a month", f"{_ENDS} OF? (?P<month>MONTH) {_OF_YEAR}", _days_of_month),
    rule("month and days", f"(?P<month>MONTH) {_ENDS} {_OF_YEAR}", _days_of_month),
    rule("month and year", f"(?P<month>MONTH) COMMA? OF? {_YEARLIKE}", _month_year),
    rule("month", f"{_WHICH}? (?P<month>MONTH)", _bare_month),
    rule("month of a year", f"(?P<month>MONTH) COMMA? OF? {_WHICH} UNIT", _month_of_year),
    rule("year", "(?<!LEAST) (?<!THAN) (?P<year>YEAR)", _plain_year),
    rule("named year", "(?P<named>FISCAL UNIT? | THE UNIT) (?P<year>YEAR|NUMERAL)", _plain_year),
    rule("short year", "(?P<year>SHORTYEAR)", _plain_year),
    rule("years", "(?P<first>YEAR) (?:DASH|SLASH) (?P<last>YEAR|DAYNUM|FIGURE)", _years),
)
