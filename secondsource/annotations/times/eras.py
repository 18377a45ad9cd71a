"""Rules for seasons, feasts, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

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
    month_number,
    relative_year,
    year_number,
)

_OF_2001 = frozenset(("attack", "attacks", "terrorist", "terror", "hijackers", "hijackings"))
_OWNERS = frozenset("his her their my our your its".split())
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _decade(found: Found, _context: Context) -> Reading | None:
    """ "the 1990s"; "in his 30s" is an age."""
    word = found["decade"]
    if found.before in _OWNERS and found.get("the") is None:
        return None
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
    stated, now = found.get("year"), context.now(Unit.MONTH)
    if name in feasts.ALSO_NAMES and found.before not in ("in", "during", "of", "since"):
        return None
    if name in feasts.ONCE:
        return dated(Period(Unit.DAY, feasts.ONCE[name]), "known by this name")
    if stated is not None:
        return _feast_in(name, feasts.in_year(name, year_number(stated) or 0), STATED)
    if now is None:
        return Reading(type=TimeType.DATE, value="XXXX", why=UNKNOWN)
    return _feast_in(name, _nearest_feast(name, found, context, now), NEAREST)


def _nearest_feast(name: str, found: Found, context: Context, now: Period) -> Period | None:
    which = found.get("which")
    years = range(now.first.year - 1, now.first.year + 2)
    candidates = [feasts.in_year(name, year) for year in years]
    if which is not None:
        return beside(candidates, now, which)
    return choose(candidates, now, context.tense_at(found["feast"].span))


def _feast_in(name: str, period: Period | None, why: str) -> Reading | None:
    reading = dated(period, why)
    if reading is None or period is None:
        return None
    return replace(reading, edtf=feasts.approximately(name, period.first.year))


def _attacks_of_2001(found: Found, context: Context) -> Reading | None:
    """ "the Sept. 11 attacks" of whatever later year the report is from."""
    now = context.now(Unit.YEAR)
    named = month_number(found["month"]) == 9 and found["day"].number == 11
    if not named or found.after not in _OF_2001 or (now and now.first.year < 2002):
        return None
    return dated(Period(Unit.DAY, feasts.ONCE["9/11"]), "known by this name")


def _season(found: Found, context: Context) -> Reading | None:
    word = found["season"]
    code = lexicon.SEASONS[word.lower]
    named = word.text.istitle() and found.match.start("season") == found.match.start()
    if context.tag_at(word.span)[:1] not in ("N", "") or (named and found.before_text.istitle()):
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

RULES: tuple[Rule, ...] = (
    rule("decade", "(?P<the>THE)? (?P<decade>DECADE)", _decade),
    rule("century", "THE? (?P<number>ORDINAL) DASH? (?P<unit>UNIT)", _century),
    rule("attacks of 2001", "(?P<month>MONTH) (?P<day>DAYNO)", _attacks_of_2001),
    rule("feast", f"{_WHICH}? (?P<feast>FEAST) {_YEARLIKE}?", _feast),
    rule(
        "season",
        f"(?:THE|{_WHICH})? (?P<season>SEASON)"
        f" (?:OF? {_YEARLIKE} | OF? (?P<whose>LAST|THIS|NEXT) UNIT)?",
        _season,
    ),
)
