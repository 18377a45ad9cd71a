"""Rules for days, weeks, months and years beside that of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.counting import (
    FROM_PUBLICATION,
    FROM_TEXT,
    NOTHING,
    counted,
    unit_of,
)
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit, month
from secondsource.annotations.times.pinning import (
    choose,
    dated,
    month_number,
    relative_year,
    tense_of,
    weekday_number,
    year_number,
)
from secondsource.annotations.times.words import Word

_TOLD = frozenset(("following", "previous", "preceding"))
_SIDES = {"LAST": -1, "NEXT": 1}


def _deixis(found: Found, context: Context) -> Reading:
    by = lexicon.DAYS_FROM_TODAY[found["day"].lower]
    by += {"AFTER": 1, "BEFORE": -1}.get(found["beyond"].kind, 0) if found.get("beyond") else 0
    return counted(context.now(Unit.DAY), by, Unit.DAY, FROM_PUBLICATION)


def weekday(word: Word, context: Context, which: Word | None = None) -> Period | None:
    """The day that a weekday's name means, by the tense and the "last" or "next" before it."""
    now = context.now(Unit.DAY)
    if now is None:
        return None
    back = (now.first.isoweekday() - weekday_number(word)) % 7
    if which is not None and which.kind == "LAST":
        return now.shift(-(back or 7))
    if which is not None and which.kind == "NEXT":
        return now.shift(7 - back)
    if which is not None or context.tense_at(word.span) is Tense.FUTURE:
        return now.shift((7 - back) % 7)
    return now.shift(-back)


def _weekday(found: Found, context: Context) -> Reading | None:
    word = found["weekday"]
    chosen = weekday(word, context, found.get("which"))
    if chosen is None:
        value = f"XXXX-WXX-{weekday_number(word)}"
        return Reading(type=TimeType.DATE, value=value, why=NOTHING)
    return dated(chosen, f"{FROM_PUBLICATION} and the tense")


def _weekday_of_week(found: Found, context: Context) -> Reading:
    """ "Monday last week", "Friday of this week"."""
    number = weekday_number(found["weekday"])
    by = _SIDES.get(found["which"].kind, 0)
    week = context.now(Unit.WEEK)
    week = week.shift(by) if week else None
    if week is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-WXX-{number}", why=NOTHING)
    monday = Period(Unit.DAY, week.first)
    return counted(monday, number - 1, Unit.DAY, FROM_PUBLICATION)


def _beside(found: Found, context: Context) -> Reading | None:
    """ "last week", "this month", "next year", "the following day"."""
    unit, which = unit_of(found["unit"]), found["which"]
    if unit.of_clock or _is_title(found):
        return None
    by = _SIDES.get(which.kind, 0)
    told = which.kind in ("THAT", "SAME") or which.lower in _TOLD
    if told or (which.lower == "next" and found.get("the")):
        return counted(context.then(unit), by, unit, FROM_TEXT)
    if unit is Unit.DAY and by:
        return None
    if unit in (Unit.DECADE, Unit.CENTURY) and which.kind == "LAST":
        value = f"P{unit.count}Y"
        return Reading(type=TimeType.DURATION, value=value, why="a length of time")
    return counted(context.now(unit), by, unit, FROM_PUBLICATION)


def _is_title(found: Found) -> bool:
    """ "ABC News' This Week": written like a name amid a sentence."""
    unit = found["unit"].text
    return unit.istitle() and found.before_text not in ("", ".", ":", '"', "“")


def _weekend(found: Found, context: Context) -> Reading:
    which = found.get("which")
    week = context.now(Unit.WEEKEND)
    tense = context.tense_at(found["unit"].span)
    weekday = context.now(Unit.DAY)
    early = weekday is not None and weekday.first.isoweekday() < 6
    by = _SIDES.get(which.kind if which else "", 0)
    if by >= 0 and early and (which is None or which.kind == "THIS"):
        by = -1 if tense is Tense.PAST else 0
    if by > 0 and early:
        by = 0
    return counted(week, by, Unit.WEEKEND, FROM_PUBLICATION)


def _edge(found: Found, context: Context) -> Reading | None:
    """ "the end of the month"; the modifier is found around it."""
    unit = unit_of(found["unit"])
    return None if unit.of_clock else counted(context.now(unit), 0, unit, FROM_PUBLICATION)


def _latest(found: Found, context: Context) -> Reading | None:
    """ "the latest quarter": the last that is over."""
    unit = unit_of(found["unit"])
    return None if unit.of_clock else counted(context.now(unit), -1, unit, FROM_PUBLICATION)


def _part_of_month(found: Found, context: Context) -> Reading | None:
    """ "the last week of June", "the first day of May 2014"."""
    unit, whole = unit_of(found["unit"]), _month_of(found, context)
    if unit not in (Unit.DAY, Unit.WEEK) or whole is None:
        return None
    which = found["which"]
    # A week is of the month that holds its middle.
    inwards = timedelta(days=3 if unit is Unit.WEEK else 0)
    if which.kind == "LAST":
        return dated(Period.at(whole.last - inwards, unit), FROM_TEXT)
    first = Period.at(whole.first + inwards, unit)
    return dated(first.shift(int(which.number or 1) - 1), FROM_TEXT)


def _days_of_month(found: Found, context: Context) -> Reading | None:
    """ "the first days of August"."""
    which = found["which"]
    reading = dated(_month_of(found, context), FROM_TEXT)
    if reading is None or (which.kind == "ORDINAL" and which.number != 1):
        return None
    return replace(reading, modifier="START" if which.kind == "ORDINAL" else "END")


def _month_of(found: Found, context: Context) -> Period | None:
    number, stated, whose = month_number(found["month"]), found.get("year"), found.get("whose")
    now = context.now(Unit.MONTH)
    if stated is not None:
        return month(year_number(stated) or 0, number)
    if now is None:
        return None
    if whose is not None:
        year = relative_year(whose, context.now(Unit.YEAR))
        return month(year.first.year, number) if year else None
    years = range(now.first.year - 1, now.first.year + 2)
    tense = tense_of(found, context, "month")
    return choose([month(year, number) for year in years], now, tense)


def _the_period(found: Found, context: Context) -> Reading | None:
    """ "for the year", "in the quarter"."""
    unit = unit_of(found["unit"])
    if unit not in (Unit.YEAR, Unit.QUARTER):
        return None
    if unit is Unit.QUARTER:
        return counted(context.then(unit), 0, unit, FROM_TEXT)
    return counted(context.now(unit), 0, unit, FROM_PUBLICATION)


def _end_of(found: Found, context: Context) -> Reading | None:
    """ "year-end", "year's end"."""
    unit = unit_of(found["unit"])
    if unit.of_clock or found["edge"].lower != "end":
        return None
    reading = counted(context.now(unit), 0, unit, FROM_PUBLICATION)
    return replace(reading, modifier="END")


_WHICH = "(?P<which>LAST|THIS|NEXT)"
_PERIOD = "(?P<unit>UNIT|QUARTER)"
_OF_MONTH = "(?P<month>MONTH) (?:COMMA? (?P<year>YEAR) | (?P<whose>LAST|THIS|NEXT) UNIT)?"

RULES: tuple[Rule, ...] = (
    rule("day from today", "(?:THE UNIT (?P<beyond>BEFORE|AFTER))? (?P<day>DEIXIS)", _deixis),
    rule("weekday", f"{_WHICH}? NEXT? (?P<weekday>WEEKDAY)", _weekday),
    rule("weekday of a week", f"(?P<weekday>WEEKDAY) OF? {_WHICH} UNIT", _weekday_of_week),
    rule("period beside", f"(?P<the>THE)? (?P<which>LAST|THIS|NEXT|SAME|THAT) {_PERIOD}", _beside),
    rule("that same period", f"THAT (?P<which>SAME) {_PERIOD}", _beside),
    rule(
        "part of a month",
        f"THE? (?P<which>LAST|ORDINAL) (?P<unit>UNIT) OF {_OF_MONTH}",
        _part_of_month,
    ),
    rule(
        "days of a month",
        f"THE? (?P<which>LAST|ORDINAL) (?:FEW|NUM)? UNITS OF {_OF_MONTH}",
        _days_of_month,
    ),
    rule("weekend", f"(?:THE|{_WHICH}) (?:LAST|NEXT)? (?P<unit>WEEKEND)", _weekend),
    rule("edge of the period", f"EDGE OF (?:THE|THIS) {_PERIOD}", _edge),
    rule("latest period", f"THE? LATEST FISCAL? {_PERIOD}", _latest),
    rule(
        "the period",
        f"THE (?:FISCAL|WHOLE|CURRENT)? {_PERIOD} (?!ENDED|BEFORE|AFTER)",
        _the_period,
    ),
    rule("end of the period", "(?P<unit>UNIT) (?:POSSESSIVE|DASH)? (?P<edge>EDGE)", _end_of),
)
