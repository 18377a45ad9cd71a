"""Rules for dates counted from the publication date or from the last date of the text."""

from __future__ import annotations

from dataclasses import replace

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.dates import dated, weekday_number
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.words import Word

_FROM_PUBLICATION = "counted from the publication date"
_FROM_TEXT = "counted from the last date in the text"
_NOTHING = "nothing to count from"
_UNPINNED = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
}


def unit_of(word: Word) -> Unit:
    if word.kind == "QUARTER":
        return Unit.QUARTER
    if word.kind == "WEEKEND":
        return Unit.WEEKEND
    if word.kind == "HOURS":
        return Unit.HOUR
    return lexicon.UNITS.get(word.lower) or (lexicon.PLURAL_UNITS | lexicon.SHORT_UNITS)[word.lower]


def counted(base: Period | None, by: int, unit: Unit, why: str) -> Reading:
    """A DATE ``by`` units from ``base``, of unknown value where there is nothing to count from."""
    period = base.shift(by) if base else None
    if period is None:
        value = _UNPINNED.get(unit, "XXXX")
        return Reading(type=TimeType.DATE, value=value, why=_NOTHING)
    return Reading(type=TimeType.DATE, value=period.value, period=period, why=why)


def _deixis(found: Found, context: Context) -> Reading:
    by = lexicon.DAYS_FROM_TODAY[found["day"].lower]
    by += {"AFTER": 1, "BEFORE": -1}.get(found["beyond"].kind, 0) if found.get("beyond") else 0
    return counted(context.now(Unit.DAY), by, Unit.DAY, _FROM_PUBLICATION)


def _weekday(found: Found, context: Context) -> Reading:
    number = weekday_number(found["weekday"])
    now = context.now(Unit.DAY)
    if now is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-WXX-{number}", why=_NOTHING)
    back = (now.first.isoweekday() - number) % 7
    which = found.get("which")
    if which is not None and which.kind == "LAST":
        by = -(back or 7)
    elif which is not None and which.kind == "NEXT":
        by = 7 - back
    elif which is not None or context.tense_at(found["weekday"].span) is Tense.FUTURE:
        by = (7 - back) % 7
    else:
        by = -back
    return counted(now, by, Unit.DAY, _FROM_PUBLICATION)


def _weekday_of_week(found: Found, context: Context) -> Reading:
    """ "Monday last week", "Friday of this week"."""
    number = weekday_number(found["weekday"])
    by = {"LAST": -1, "NEXT": 1}.get(found["which"].kind, 0)
    week = context.now(Unit.WEEK)
    week = week.shift(by) if week else None
    if week is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-WXX-{number}", why=_NOTHING)
    monday = Period(Unit.DAY, week.first)
    return counted(monday, number - 1, Unit.DAY, _FROM_PUBLICATION)


def _beside(found: Found, context: Context) -> Reading | None:
    """ "last week", "this month", "next year", "the following day"."""
    unit, which = unit_of(found["unit"]), found["which"]
    if unit.of_clock:
        return None
    by = {"LAST": -1, "NEXT": 1}.get(which.kind, 0)
    told = which.kind in ("THAT", "SAME") or which.lower in ("following", "previous", "preceding")
    if told or (which.lower == "next" and found.get("the")):
        return counted(context.then(unit), by, unit, _FROM_TEXT)
    if unit is Unit.DAY and by:
        return None
    if unit in (Unit.DECADE, Unit.CENTURY) and which.kind == "LAST":
        value = f"P{unit.count}Y"
        return Reading(type=TimeType.DURATION, value=value, why="a length of time")
    return counted(context.now(unit), by, unit, _FROM_PUBLICATION)


def _weekend(found: Found, context: Context) -> Reading:
    which = found.get("which")
    week = context.now(Unit.WEEKEND)
    tense = context.tense_at(found["unit"].span)
    weekday = context.now(Unit.DAY)
    early = weekday is not None and weekday.first.isoweekday() < 6
    by = {"LAST": -1, "NEXT": 1}.get(which.kind if which else "", 0)
    if by >= 0 and early and (which is None or which.kind == "THIS"):
        by = -1 if tense is Tense.PAST else 0
    if by > 0 and early:
        by = 0
    return counted(week, by, Unit.WEEKEND, _FROM_PUBLICATION)


def _edge(found: Found, context: Context) -> Reading | None:
    """ "the end of the month"; the modifier is found around it."""
    unit = unit_of(found["unit"])
    return None if unit.of_clock else counted(context.now(unit), 0, unit, _FROM_PUBLICATION)


def _ago(found: Found, context: Context) -> Reading | None:
    unit = unit_of(found["unit"])
    number = _count(found)
    if number is None or unit.of_clock or number != int(number):
        return Reading(type=TimeType.DATE, value="PAST_REF", why="no number is given")
    if unit in (Unit.DECADE, Unit.CENTURY):
        number, unit = number * unit.count, Unit.YEAR
    base = context.now(unit)
    if unit is Unit.YEAR and context.last is not None and context.last.unit is Unit.QUARTER:
        return _aside(counted(context.last, -4 * int(number), Unit.QUARTER, _FROM_TEXT))
    return counted(base, -int(number), unit, _FROM_PUBLICATION)


def _count(found: Found) -> float | None:
    number = found.get("number")
    if number is None or number.kind in ("FEW", "COUPLE"):
        return 2 if number is not None and number.kind == "COUPLE" else None
    return 1 if number.kind == "A" else number.number


def _later(found: Found, context: Context) -> Reading | None:
    """ "two days later", "a year earlier": counted from the last date of the text."""
    unit, number = unit_of(found["unit"]), _count(found)
    if number is None or unit.of_clock or number != int(number):
        return None
    return _from_text(context, unit, int(number), found["side"])


def _from_text(context: Context, unit: Unit, number: int, side: Word) -> Reading:
    forward = side.kind in ("LATER", "AFTER")
    by = number if forward else -number
    if unit is Unit.YEAR and context.last is not None and context.last.unit is Unit.QUARTER:
        return _aside(counted(context.last, 4 * by, Unit.QUARTER, _FROM_TEXT))
    reading = counted(context.then(unit), by, unit, _FROM_TEXT)
    return reading if forward else _aside(reading)


def _aside(reading: Reading) -> Reading:
    """A look back, for comparison: what follows is still counted from the date before it."""
    return replace(reading, period=None)


def _the_one_before(found: Found, context: Context) -> Reading | None:
    unit = unit_of(found["unit"])
    return None if unit.of_clock else _from_text(context, unit, 1, found["side"])



def _reference(found: Found, context: Context) -> Reading:
    word = found["word"]
    value = lexicon.REFERENCES.get(word.lower, "PRESENT_REF")
    if value == "FUTURE_REF" and context.tag_at(word.span) not in ("NN", "RB"):
        return None
    return Reading(type=TimeType.DATE, value=value, why="a vague reference")


def _the_past(found: Found, context: Context) -> Reading | None:
    if found["word"].lower != "past" or context.tag_at(found["word"].span)[:1] != "N":
        return None
    return Reading(type=TimeType.DATE, value="PAST_REF", why="a vague reference")


def _latest(found: Found, context: Context) -> Reading | None:
    """ "the latest quarter": the last that is over."""
    unit = unit_of(found["unit"])
    return None if unit.of_clock else counted(context.now(unit), -1, unit, _FROM_PUBLICATION)


def _year_ago(found: Found, context: Context) -> Reading | None:
    """ "the year-ago quarter": the same a year before the quarter last named."""
    if unit_of(found["unit"]) is not Unit.YEAR:
        return None
    quarter = context.last if context.last and context.last.unit is Unit.QUARTER else None
    if found.get("part") is not None or quarter is not None:
        quarter = quarter or context.now(Unit.QUARTER)
        return _aside(counted(quarter, -4, Unit.QUARTER, _FROM_TEXT))
    return counted(context.now(Unit.YEAR), -1, Unit.YEAR, _FROM_PUBLICATION)


def _the_period(found: Found, context: Context) -> Reading | None:
    """ "for the year", "in the quarter"."""
    unit = unit_of(found["unit"])
    if unit not in (Unit.YEAR, Unit.QUARTER):
        return None
    if unit is Unit.QUARTER:
        return counted(context.then(unit), 0, unit, _FROM_TEXT)
    return counted(context.now(unit), 0, unit, _FROM_PUBLICATION)


def _end_of(found: Found, context: Context) -> Reading | None:
    """ "year-end", "year's end"."""
    unit = unit_of(found["unit"])
    if unit.of_clock or found["edge"].lower != "end":
        return None
    reading = counted(context.now(unit), 0, unit, _FROM_PUBLICATION)
    return replace(reading, modifier="END")


def _these_days(found: Found, context: Context) -> Reading | None:
    if found["which"].lower != "these":
        return None
    return Reading(type=TimeType.DATE, value="PRESENT_REF", why="a vague reference")


_WHICH = "(?P<which>LAST|THIS|NEXT)"
_AMOUNT = "(?P<number>NUM|A|FEW|COUPLE)"

RULES: tuple[Rule, ...] = (
    rule("day from today", "(?:THE UNIT (?P<beyond>BEFORE|AFTER))? (?P<day>DEIXIS)", _deixis),
    rule("weekday", f"{_WHICH}? (?:NEXT)? (?P<weekday>WEEKDAY)", _weekday),
    rule(
        "weekday of a week",
        f"(?P<weekday>WEEKDAY) OF? {_WHICH} UNIT",
        _weekday_of_week,
    ),
    rule(
        "period beside",
        "(?P<the>THE)? (?P<which>LAST|THIS|NEXT|SAME|THAT) (?P<unit>UNIT|QUARTER)",
        _beside,
    ),
    rule("that same period", "THAT (?P<which>SAME) (?P<unit>UNIT)", _beside),
    rule("weekend", f"(?:THE|{_WHICH}) (?:LAST|NEXT)? (?P<unit>WEEKEND)", _weekend),
    rule("edge of the period", "EDGE OF (?:THE|THIS) (?P<unit>UNIT|QUARTER)", _edge),
    rule("ago", f"A? {_AMOUNT} OF? (?P<unit>ANYUNIT) AGO", _ago),
    rule(
        "later",
        f"A? {_AMOUNT} OF? (?P<unit>ANYUNIT)"
        " (?P<side>LATER|EARLIER|(?:BEFORE|AFTER)(?=COMMA|STOP|$))",
        _later,
    ),
    rule(
        "the one before",
        "THE (?P<unit>UNIT) (?P<side>BEFORE|AFTER)(?=COMMA|STOP|$)",
        _the_one_before,
    ),
    rule("reference", "(?P<word>REFERENCE|RECENT|CURRENT)", _reference),
    rule("not a reference", "AS REFERENCE AS", None),
    rule("latest period", "THE? (?P<which>LATEST) FISCAL? (?P<unit>UNIT|QUARTER)", _latest),
    rule(
        "period a year ago",
        "(?:THE|A)? (?P<unit>UNIT) DASH (?:AGO|EARLIER) (?P<part>QUARTER)?",
        _year_ago,
    ),
    rule("the period", "THE (?:FISCAL|WHOLE|CURRENT)? (?P<unit>UNIT|QUARTER) (?!ENDED|BEFORE|AFTER)", _the_period),
    rule("end of the period", "(?P<unit>UNIT) (?:POSSESSIVE|DASH)? (?P<edge>EDGE)", _end_of),
    rule("the past", "THE (?P<word>LAST)", _the_past),
    rule("these days", "(?P<which>THIS) UNITS", _these_days),
)
