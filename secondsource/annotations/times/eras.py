"""Rules for quarters, seasons, feasts, decades and centuries."""

from __future__ import annotations

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import feasts, lexicon
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit, month, year_of
from secondsource.annotations.times.pinning import (
    NEAREST,
    STATED,
    UNKNOWN,
    beside,
    choose,
    dated,
    relative_year,
    year_number,
)

_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _decade(found: Found, _context: Context) -> Reading | None:
    word = found["decade"]
    digits = "".join(character for character in word.text if character.isdigit())
    if len(digits) == 4:
        number = int(digits)
    else:
        number = 1900 + (int(digits) if digits else lexicon.DECADES[word.lower])
    year = year_of(number)
    return dated(year.widen(Unit.DECADE) if year else None, STATED)


def _century(found: Found, _context: Context) -> Reading | None:
    number = int(found["number"].number or 0)
    if not 1 <= number <= 30 or found["unit"].lower != "century":
        return None
    return Reading(type=TimeType.DATE, value=f"{number - 1:02}", why=STATED)


def _feast(found: Found, context: Context) -> Reading | None:
    name = found["feast"].lower.replace("’", "'")
    stated, which, now = found.get("year"), found.get("which"), context.now(Unit.MONTH)
    if stated is not None:
        return dated(feasts.in_year(name, year_number(stated) or 0), STATED)
    if now is None:
        return Reading(type=TimeType.DATE, value="XXXX", why=UNKNOWN)
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = [feasts.in_year(name, year) for year in years]
    if which is not None:
        return dated(beside(candidates, now, which), NEAREST)
    return dated(choose(candidates, now, context.tense_at(found["feast"].span)), NEAREST)


def _quarter(found: Found, context: Context) -> Reading | None:
    number = int(found["number"].number or 0)
    stated, which = found.get("year"), found.get("which")
    if not 1 <= number <= 4:
        return None
    year = year_number(stated) if stated is not None else None
    if which is not None:
        relative = relative_year(which, context.now(Unit.YEAR))
        year = relative.first.year if relative else None
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


def _season(found: Found, context: Context) -> Reading | None:
    code = lexicon.SEASONS[found["season"].lower]
    if context.tag_at(found["season"].span)[:1] not in ("N", ""):
        return None
    year = _year_of_season(found, context, code)
    value = f"{year:04}-{code}" if year else f"XXXX-{code}"
    return Reading(type=TimeType.DATE, value=value, why=STATED if found.get("year") else NEAREST)


def _year_of_season(found: Found, context: Context, code: str) -> int | None:
    stated, whose, which = found.get("year"), found.get("whose"), found.get("which")
    now = context.now(Unit.MONTH)
    if stated is not None:
        return year_number(stated)
    if now is None:
        return None
    if whose is not None:
        chosen = relative_year(whose, context.now(Unit.YEAR))
    else:
        years = range(now.first.year - 1, now.first.year + 2)
        candidates = [month(year, _FIRST_MONTH[code]) for year in years]
        tense = context.tense_at(found["season"].span)
        chosen = beside(candidates, now, which) if which else choose(candidates, now, tense)
    return chosen.first.year if chosen else None


_WHICH = "(?P<which>LAST|THIS|NEXT)"
_YEARLIKE = "(?P<year>YEAR|SHORTYEAR)"
_QUARTER = "(?P<number>ORDINAL) DASH? QUARTER"

RULES: tuple[Rule, ...] = (
    rule("decade", "THE? (?P<decade>DECADE)", _decade),
    rule("century", "THE? (?P<number>ORDINAL) DASH? (?P<unit>UNIT)", _century),
    rule(
        "quarter",
        f"THE? (?:FISCAL DASH?)? {_QUARTER} (?:OF? FISCAL? (?P<year>YEAR) | OF? {_WHICH} UNIT)?",
        _quarter,
    ),
    rule("quarter after its year", f"THE? {_YEARLIKE} {_QUARTER}", _quarter),
    rule("quarter of a year", f"THE? {_YEARLIKE} QUARTER", _same_quarter),
    rule("feast", f"{_WHICH}? (?P<feast>FEAST) {_YEARLIKE}?", _feast),
    rule(
        "season",
        f"(?:THE|{_WHICH})? (?P<season>SEASON)"
        f" (?:OF? {_YEARLIKE} | OF? (?P<whose>LAST|THIS|NEXT) UNIT)?",
        _season,
    ),
)
