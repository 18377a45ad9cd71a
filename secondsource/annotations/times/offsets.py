"""Rules for so many units ago, earlier or later."""

from __future__ import annotations

from dataclasses import replace

from secondsource.annotations.records import TimeType
from secondsource.annotations.times.context import Context
from secondsource.annotations.times.counting import FROM_PUBLICATION, FROM_TEXT, counted, unit_of
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.words import Word

_FORWARD = frozenset(("LATER", "AFTER"))


def _ago(found: Found, context: Context) -> Reading | None:
    unit, number = unit_of(found["unit"]), _count(found)
    if number is None or unit.of_clock:
        return Reading(type=TimeType.DATE, value="PAST_REF", why="no number is given")
    if unit in (Unit.DECADE, Unit.CENTURY):
        number, unit = number * unit.count, Unit.YEAR
    quarter = _quarter(context)
    if unit is Unit.YEAR and quarter is not None:
        return _aside(counted(quarter, -4 * number, Unit.QUARTER, FROM_TEXT))
    return counted(context.now(unit), -number, unit, FROM_PUBLICATION)


def _count(found: Found) -> int | None:
    """The whole number of units; ``None`` for "several" and for halves."""
    word = found["number"]
    if word.kind == "A":
        return 1
    if word.kind == "COUPLE":
        return 2
    return int(word.number) if word.number is not None and word.number % 1 == 0 else None


def _quarter(context: Context) -> Period | None:
    """The quarter last named: figures of a quarter are compared with the same a year before."""
    last = context.last
    return last if last is not None and last.unit is Unit.QUARTER else None


def _half_ago(found: Found, context: Context) -> Reading | None:
    """ "a year and a half ago"."""
    unit, number = unit_of(found["unit"]), _count(found)
    if unit is not Unit.YEAR or number is None:
        return None
    return counted(context.now(Unit.MONTH), -12 * number - 6, Unit.MONTH, FROM_PUBLICATION)


def _some_ago(_found: Found, _context: Context) -> Reading:
    """ "days ago", "some years ago"."""
    return Reading(type=TimeType.DATE, value="PAST_REF", why="no number is given")


def _ahead(found: Found, context: Context) -> Reading | None:
    """ "two weeks from now", "in a year's time"."""
    unit, number = unit_of(found["unit"]), _count(found)
    if number is None or unit.of_clock:
        return None
    return counted(context.now(unit), number, unit, FROM_PUBLICATION)


def _later(found: Found, context: Context) -> Reading | None:
    """ "two days later", "a year earlier": counted from the last date of the text."""
    unit, number = unit_of(found["unit"]), _count(found)
    if number is None or unit.of_clock:
        return None
    return _from_text(context, unit, number, found["side"])


def _the_one_before(found: Found, context: Context) -> Reading | None:
    """ "the year before"."""
    unit = unit_of(found["unit"])
    return None if unit.of_clock else _from_text(context, unit, 1, found["side"])


def _from_text(context: Context, unit: Unit, number: int, side: Word) -> Reading:
    by = number if side.kind in _FORWARD else -number
    quarter = _quarter(context)
    if unit is Unit.YEAR and quarter is not None:
        return _aside(counted(quarter, 4 * by, Unit.QUARTER, FROM_TEXT))
    reading = counted(context.then(unit), by, unit, FROM_TEXT)
    return reading if by > 0 else _aside(reading)


def _aside(reading: Reading) -> Reading:
    """A look back, for comparison: what follows is still counted from the date before it."""
    return replace(reading, period=None)


def _year_ago(found: Found, context: Context) -> Reading | None:
    """ "the year-ago quarter": the same a year before the quarter last named."""
    if unit_of(found["unit"]) is not Unit.YEAR:
        return None
    quarter = _quarter(context)
    if found.get("part") is not None or quarter is not None:
        quarter = quarter or context.now(Unit.QUARTER)
        return _aside(counted(quarter, -4, Unit.QUARTER, FROM_TEXT))
    return counted(context.now(Unit.YEAR), -1, Unit.YEAR, FROM_PUBLICATION)


_AMOUNT = "(?P<number>NUM|A|FEW|COUPLE)"
_SIDE = "(?P<side>LATER|EARLIER|(?:BEFORE|AFTER)(?=COMMA|STOP|$))"

RULES: tuple[Rule, ...] = (
    rule("ago", f"A? {_AMOUNT} OF? (?P<unit>ANYUNIT) AGO", _ago),
    rule("years and a half ago", f"{_AMOUNT} (?P<unit>UNIT|UNITS) AND A HALF AGO", _half_ago),
    rule("halves ago", f"{_AMOUNT} AND A HALF (?P<unit>UNITS) AGO", _half_ago),
    rule("some time ago", "(?:ABOUT)? (?:UNITS|HOURS) AGO", _some_ago),
    rule("from now", f"{_AMOUNT} OF? (?P<unit>ANYUNIT) ON REFERENCE", _ahead),
    rule("time ahead", f"{_AMOUNT} (?P<unit>UNIT|UNITS) (?:POSSESSIVE|QUOTE) TIME", _ahead),
    rule("later", f"A? {_AMOUNT} OF? (?P<unit>ANYUNIT) {_SIDE}", _later),
    rule("the one before", f"THE (?P<unit>UNIT) {_SIDE}", _the_one_before),
    rule(
        "period a year ago",
        "(?:THE|A)? (?P<unit>UNIT) DASH (?:AGO|EARLIER) (?P<part>QUARTER)?",
        _year_ago,
    ),
)
