"""Rules for dates by name and number: days, months, years, seasons, quarters, decades."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import feasts, lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit, day, month, year_of
from secondsource.annotations.times.words import Word

_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1500, 2100
_LIMITS = frozenset(("until", "till", "through", "by", "to"))
_STATED = "stated in full"
_NEAREST = "year from the publication date and the tense"
_UNKNOWN = "year unknown"
_AGAINST_TENSE = {Unit.DAY: 4, Unit.MONTH: 12, Unit.QUARTER: 2}
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d:\d\d).*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")


def month_number(word: Word) -> int:
    return lexicon.MONTHS.get(word.lower) or lexicon.SHORT_MONTHS[word.lower[:4]]


def weekday_number(word: Word) -> int:
    name = word.lower.removesuffix("s") if word.kind == "WEEKDAYS" else word.lower
    return lexicon.WEEKDAYS.get(name) or lexicon.SHORT_WEEKDAYS[name]


def _year(word: Word) -> int | None:
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
    """The candidate nearest to ``now``; one on the wrong side of the tense counts as farther off."""
    known = [row for row in candidates if row is not None]
    return min(known, key=lambda row: _cost(row, now, tense), default=None)


def _cost(period: Period, now: Period, tense: Tense) -> int:
    days = (period.first - now.first).days
    against = (tense is Tense.PAST and days > 0) or (tense is Tense.FUTURE and days < 0)
    return abs(days) * (_AGAINST_TENSE[period.unit] if against else 1)


def _iso(found: Found, context: Context) -> Reading | None:
    text = found["iso"].text
    if (parts := _ISO.fullmatch(text)) is not None:
        period = day(int(parts[1]), int(parts[2]), int(parts[3]))
        if period is not None and parts[4]:
            value = f"{period.value}T{parts[4]}"
            return Reading(type=TimeType.TIME, value=value, period=period, why=_STATED)
        return dated(period, _STATED)
    parts = _SLASHED.fullmatch(text)
    if parts is None:
        return None
    first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
    year = year if year > 99 else (2000 if year < 50 else 1900) + year
    if first > 12 or "." in text:
        return dated(day(year, second, first), _STATED)
    return dated(day(year, first, second), f"{_STATED}, read as month/day")


def _day_of_month(found: Found, context: Context) -> Reading | None:
    number, number_of_month = int(found["day"].number or 0), month_number(found["month"])
    stated = found.get("year")
    if stated is not None:
        if stated.kind == "DAYNUM" and not found["month"].text.isupper():
            return None
        year = _year(stated)
        return dated(day(year, number_of_month, number) if year else None, _STATED)
    if day(2000, number_of_month, number) is None:
        return None
    now = context.now(Unit.DAY)
    if now is None:
        value = f"XXXX-{number_of_month:02}-{number:02}"
        return Reading(type=TimeType.DATE, value=value, why=_UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = (day(year, number_of_month, number) for year in years)
    return dated(choose(candidates, now, _tense(found, context, "month")), _NEAREST)


def _month_year(found: Found, context: Context) -> Reading | None:
    year = _year(found["year"])
    return dated(month(year, month_number(found["month"])) if year else None, _STATED)


def _bare_month(found: Found, context: Context) -> Reading | None:
    number = month_number(found["month"])
    now = context.now(Unit.MONTH)
    if now is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{number:02}", why=_UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = [month(year, number) for year in years]
    which = found.get("which")
    if which is not None:
        return dated(_beside(candidates, now, which), _NEAREST)
    return dated(choose(candidates, now, _tense(found, context, "month")), _NEAREST)


def _tense(found: Found, context: Context, name: str) -> Tense:
    """The tense around the words; a limit ("until", "through") may lie on either side of it."""
    return Tense.NONE if found.before in _LIMITS else context.tense_at(found[name].span)


def _beside(candidates: list[Period | None], now: Period, which: Word) -> Period | None:
    """The candidate that "last", "this" or "next" points to."""
    known = [row for row in candidates if row is not None]
    if which.kind == "LAST":
        return max((row for row in known if row.first < now.first), key=_first, default=None)
    if which.kind == "NEXT":
        return min((row for row in known if row.first > now.first), key=_first, default=None)
    return next((row for row in known if row.first.year == now.first.year), None)


def _first(period: Period) -> int:
    return period.first.toordinal()


def _month_of_year(found: Found, context: Context) -> Reading | None:
    number = month_number(found["month"])
    now = context.now(Unit.YEAR)
    year = _relative_year(found["which"], now)
    if year is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{number:02}", why=_UNKNOWN)
    return dated(month(year.first.year, number), "counted from the publication date")


def _relative_year(which: Word, now: Period | None) -> Period | None:
    if now is None:
        return None
    return now.shift({"LAST": -1, "NEXT": 1}.get(which.kind, 0))


def _days_of_month(found: Found, context: Context) -> Reading | None:
    """A range of days: "10-12 June", "June 10 to 12, 2014"."""
    number_of_month = month_number(found["month"])
    first, last = int(found["first"].number or 0), int(found["last"].number or 0)
    stated = found.get("year")
    now = context.now(Unit.DAY)
    if first >= last or day(2000, number_of_month, last) is None:
        return None
    if stated is not None:
        chosen = day(_year(stated) or 0, number_of_month, first)
    elif now is None:
        days = f"XXXX-{number_of_month:02}-{first:02}/XXXX-{number_of_month:02}-{last:02}"
        return Reading(type=TimeType.DATE, value=days, why=_UNKNOWN)
    else:
        years = range(now.first.year - 1, now.first.year + 2)
        candidates = (day(year, number_of_month, first) for year in years)
        chosen = choose(candidates, now, context.tense_at(found["month"].span))
    end = day(chosen.first.year, number_of_month, last) if chosen else None
    if chosen is None or end is None:
        return None
    value = f"{chosen.value}/{end.value}"
    return Reading(type=TimeType.DATE, value=value, period=chosen, why=_STATED)


def _plain_year(found: Found, context: Context) -> Reading | None:
    number = _year(found["year"])
    if number is None or not _FIRST_BARE_YEAR <= number <= _LAST_BARE_YEAR:
        return None
    if found.get("named") is None and context.counts_at(found["year"].span):
        return None
    return dated(year_of(number), _STATED)


def _week_of(found: Found, context: Context) -> Reading | None:
    """ "the week of March 6"."""
    if found["unit"].lower != "week":
        return None
    reading = _day_of_month(found, context)
    period = reading.period.widen(Unit.WEEK) if reading and reading.period else None
    return dated(period, _NEAREST)


def _years(found: Found, context: Context) -> Reading | None:
    """A range of years: "2011-2013", "2011-13"."""
    first, last = _year(found["first"]), int(found["last"].text)
    if first is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last <= first + 99 or year_of(last) is None:
        return None
    value = f"{first:04}/{last:04}"
    return Reading(type=TimeType.DATE, value=value, period=year_of(first), why=_STATED)


def _decade(found: Found, context: Context) -> Reading | None:
    word = found["decade"]
    digits = "".join(character for character in word.text if character.isdigit())
    if len(digits) == 4:
        number = int(digits)
    else:
        number = 1900 + (int(digits) if digits else lexicon.DECADES[word.lower])
    year = year_of(number)
    return dated(year.widen(Unit.DECADE) if year else None, _STATED)


def _century(found: Found, context: Context) -> Reading | None:
    number = int(found["number"].number or 0)
    if not 1 <= number <= 30 or found["unit"].lower != "century":
        return None
    return Reading(type=TimeType.DATE, value=f"{number - 1:02}", why=_STATED)


def _feast(found: Found, context: Context) -> Reading | None:
    name = found["feast"].lower.replace("’", "'")
    stated, which, now = found.get("year"), found.get("which"), context.now(Unit.MONTH)
    if stated is not None:
        return dated(feasts.in_year(name, _year(stated) or 0), _STATED)
    if now is None:
        return Reading(type=TimeType.DATE, value="XXXX", why=_UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = [feasts.in_year(name, year) for year in years]
    if which is not None:
        return dated(_beside(candidates, now, which), _NEAREST)
    return dated(choose(candidates, now, context.tense_at(found["feast"].span)), _NEAREST)


def _quarter(found: Found, context: Context) -> Reading | None:
    number = int(found["number"].number or 0)
    if not 1 <= number <= 4:
        return None
    stated, which = found.get("year"), found.get("which")
    year = _year(stated) if stated is not None else None
    now = context.now(Unit.QUARTER)
    if which is not None:
        relative = _relative_year(which, context.now(Unit.YEAR))
        year = relative.first.year if relative else None
    if year is not None:
        return dated(_quarter_of(year, number), _STATED)
    if now is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-Q{number}", why=_UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = (_quarter_of(year, number) for year in years)
    tense = context.tense_at(found["number"].span)
    return dated(choose(candidates, now, tense), _NEAREST)


def _quarter_of(year: int, number: int) -> Period | None:
    first = month(year, 3 * number - 2)
    return first.widen(Unit.QUARTER) if first else None


def _same_quarter(found: Found, context: Context) -> Reading | None:
    """ "the 1988 quarter": that of the last quarter named."""
    year, quarter = _year(found["year"]), context.then(Unit.QUARTER)
    if year is None or quarter is None:
        return None
    return dated(_quarter_of(year, (quarter.first.month + 2) // 3), _STATED)


def _season(found: Found, context: Context) -> Reading | None:
    code = lexicon.SEASONS[found["season"].lower]
    if context.tag_at(found["season"].span)[:1] not in ("N", ""):
        return None
    stated, which = found.get("year"), found.get("which")
    now = context.now(Unit.MONTH)
    year = _year(stated) if stated is not None else None
    if year is None and found.get("whose") is not None:
        relative = _relative_year(found["whose"], context.now(Unit.YEAR))
        year = relative.first.year if relative else None
    elif year is None and now is not None:
        starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
        years = range(now.first.year - 1, now.first.year + 2)
        candidates = [month(row, starts[code]) for row in years]
        tense = context.tense_at(found["season"].span)
        chosen = (
            _beside(candidates, now, which) if which else choose(candidates, now, tense)
        )
        year = chosen.first.year if chosen else None
    value = f"{year:04}-{code}" if year else f"XXXX-{code}"
    return Reading(type=TimeType.DATE, value=value, why=_STATED if stated else _NEAREST)


_WHICH = "(?P<which>LAST|THIS|NEXT)"
_YEARLIKE = "(?P<year>YEAR|SHORTYEAR)"

RULES: tuple[Rule, ...] = (
    rule("written date", "(?P<iso>ISO)", _iso),
    rule(
        "month and day",
        f"(?:WEEKDAY COMMA? THE? | LAST | THIS | NEXT)? (?P<month>MONTH) THE? (?P<day>DAYNO) (?:COMMA? {_YEARLIKE})?",
        _day_of_month,
    ),
    rule(
        "day and month",
        "(?:WEEKDAY COMMA? THE?)? (?P<day>DAYNO) DASH? (?:DAY)? OF? (?P<month>MONTH)"
        " DASH? (?:COMMA? (?P<year>YEAR|SHORTYEAR|DAYNUM|FIGURE))?".replace("(?:DAY)? ", ""),
        _day_of_month,
    ),
    rule(
        "week of a day",
        f"THE (?P<unit>UNIT) OF (?P<month>MONTH) (?P<day>DAYNO) (?:COMMA? {_YEARLIKE})?",
        _week_of,
    ),
    rule("days of a month", f"(?P<first>DAYNO) (?:DASH|TO|AND) (?P<last>DAYNO) OF? (?P<month>MONTH)"
         f" (?:COMMA? {_YEARLIKE})?", _days_of_month),
    rule("month and days", f"(?P<month>MONTH) (?P<first>DAYNO) (?:DASH|TO) (?P<last>DAYNO)"
         f" (?:COMMA? {_YEARLIKE})?", _days_of_month),
    rule("month and year", f"(?P<month>MONTH) COMMA? OF? {_YEARLIKE}", _month_year),
    rule("month", f"{_WHICH}? (?P<month>MONTH)", _bare_month),
    rule("month of a year", "(?P<month>MONTH) COMMA? OF? (?P<which>LAST|THIS|NEXT) UNIT", _month_of_year),
    rule("year", "(?<!LEAST)(?<!THAN)(?P<year>YEAR)", _plain_year),
    rule("named year", "(?P<named>FISCAL UNIT? | THE UNIT) (?P<year>YEAR|NUMERAL)", _plain_year),
    rule("short year", "(?P<year>SHORTYEAR)", _plain_year),
    rule("years", "(?P<first>YEAR) DASH (?P<last>YEAR|DAYNUM|FIGURE)", _years),
    rule("decade", "THE? (?P<decade>DECADE)", _decade),
    rule("century", "THE? (?P<number>ORDINAL) DASH? (?P<unit>UNIT)", _century),
    rule(
        "quarter",
        "THE? (?:FISCAL DASH?)? (?P<number>ORDINAL) DASH? QUARTER"
        " (?:OF? FISCAL? (?P<year>YEAR) | OF? (?P<which>LAST|THIS|NEXT) UNIT)?",
        _quarter,
    ),
    rule("quarter after its year", f"THE? {_YEARLIKE} (?P<number>ORDINAL) DASH? QUARTER", _quarter),
    rule("quarter of a year", f"THE? {_YEARLIKE} QUARTER", _same_quarter),
    rule("feast", f"{_WHICH}? (?P<feast>FEAST) {_YEARLIKE}?", _feast),
    rule("season", f"(?:THE|{_WHICH})? (?P<season>SEASON) (?:OF? {_YEARLIKE} | OF? (?P<whose>LAST|THIS|NEXT) UNIT)?", _season),
)
