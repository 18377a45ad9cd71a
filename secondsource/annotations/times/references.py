"""Rules for vague references to the present, the past and the future."""

from __future__ import annotations

from secondsource.annotations.records import TimeType
from secondsource.annotations.times import lexicon
from secondsource.annotations.times.context import Context, Tense
from secondsource.annotations.times.grammar import Found, Reading, Rule, rule


def _vague(value: str) -> Reading:
    return Reading(type=TimeType.DATE, value=value, why="a vague reference")


def _reference(found: Found, context: Context) -> Reading | None:
    word = found["word"]
    value = lexicon.REFERENCES.get(word.lower, "PRESENT_REF")
    if value == "FUTURE_REF" and context.tag_at(word.span) not in ("NN", "RB"):
        return None
    if word.lower == "soon" and (
        found.after in ("after", "before") or context.tense_at(word.span) is Tense.PAST
    ):
        return None
    return _vague(value)


def _the_past(found: Found, context: Context) -> Reading | None:
    noun = context.tag_at(found["word"].span).startswith("N")
    return _vague("PAST_REF") if noun and found["word"].lower == "past" else None


def _these_days(found: Found, _context: Context) -> Reading | None:
    return _vague("PRESENT_REF") if found["which"].lower == "these" else None


RULES: tuple[Rule, ...] = (
    rule("reference", "(?P<word>REFERENCE|RECENT|CURRENT)", _reference),
    rule("not a reference", "AS REFERENCE AS", None),
    rule("the past", "THE (?P<word>LAST)", _the_past),
    rule("these days", "(?P<which>THIS) UNITS", _these_days),
)
