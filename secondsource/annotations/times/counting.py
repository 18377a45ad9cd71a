"""Counting units of the calendar from a known period."""

from __future__ import annotations

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.grammar import Reading
from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.words import Word

FROM_PUBLICATION = "counted from the publication date"
FROM_TEXT = "counted from the last date in the text"
NOTHING = "nothing to count from"

_UNPINNED = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
}
_KINDS = {"QUARTER": Unit.QUARTER, "WEEKEND": Unit.WEEKEND, "HOURS": Unit.HOUR}
_NAMES = lexicon.UNITS | lexicon.PLURAL_UNITS | lexicon.SHORT_UNITS


def unit_of(word: Word) -> Unit:
    """The unit that a word names, in the singular or plural."""
    return _KINDS.get(word.kind) or _NAMES[word.lower]


def counted(base: Period | None, by: int, unit: Unit, why: str) -> Reading:
    """A DATE ``by`` units from ``base``, of unknown value where there is nothing to count from."""
    period = base.shift(by) if base else None
    if period is None:
        value = _UNPINNED.get(unit, "XXXX")
        return Reading(type=TimeType.DATE, value=value, why=NOTHING)
    return Reading(type=TimeType.DATE, value=period.value, period=period, why=why)
