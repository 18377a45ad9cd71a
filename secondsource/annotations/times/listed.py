"""Rules for days of a month in a list: "5 and 6 June", "March 3, 4 and 5, 2014"."""

from __future__ import annotations

from secondsource.annotations.times.context import Context
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule
from secondsource.annotations.times.pinning import pinned_day, tense_of
from secondsource.annotations.times.words import Word

_BETWEEN = frozenset(("DAYNUM", "ORDINAL", "COMMA", "AND", "OR", "THE"))
_FARTHEST = 8


def _before_month(found: Found, context: Context) -> Reading | None:
    tense = tense_of(found, context, "month")
    return pinned_day(found["day"], found["month"], found.get("year"), context, tense)


def _after_month(found: Found, context: Context) -> Reading | None:
    month = _month_before(found)
    if month is None or context.described_at(found["day"].span)[1] in ("NNS", "NNPS"):
        return None
    tense = tense_of(found, context, "day")
    return pinned_day(found["day"], month, found.get("year"), context, tense)


def _month_before(found: Found) -> Word | None:
    """The month of the list that the day goes on with; ``None`` where it is no such list."""
    at = found.match.start() - 1
    days = 0
    for word in reversed(found.words[max(0, at - _FARTHEST) : at + 1]):
        if word.kind == "MONTH":
            return word if days else None
        if word.kind not in _BETWEEN:
            return None
        days += word.kind in ("DAYNUM", "ORDINAL")
    return None


_YEARLIKE = "(?P<year>YEAR|SHORTYEAR)"
_MORE = "(?:COMMA THE? DAYNO)* COMMA? (?:AND|OR) THE? DAYNO"

RULES: tuple[Rule, ...] = (
    rule(
        "day before its month",
        f"(?P<day>DAYNO) (?={_MORE} OF? (?P<month>MONTH) (?:COMMA? {_YEARLIKE})?)",
        _before_month,
    ),
    rule(
        "month and first day of several",
        f"(?P<month>MONTH) THE? (?P<day>DAYNO) (?={_MORE} COMMA? {_YEARLIKE})",
        _before_month,
    ),
    rule(
        "day after its month",
        f"(?<=AND|OR) (?P<day>DAYNO) (?!OF|UNIT|UNITS|HOURS|MONTH|MERIDIEM|DASH)"
        f" (?:COMMA? {_YEARLIKE})?",
        _after_month,
    ),
    rule(
        "day amid a list",
        f"(?<=COMMA) (?P<day>DAYNO) (?={_MORE} (?:COMMA? {_YEARLIKE})?)",
        _after_month,
    ),
)
