"""TempEval-3 task A: time expressions and their values (UzZaman et al., SemEval 2013)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.scorers import spans
from bench.scorers.counts import Counts
from secondsource.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """A time expression with its TIMEX3 value."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeCounts:
    """Same span; overlapping span, one to one; overlapping span with the same value."""

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)

    def __add__(self, other: TimeCounts) -> TimeCounts:
        return TimeCounts(
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            value=self.value + other.value,
        )


def compare(gold: Iterable[Timex], found: Iterable[Timex]) -> TimeCounts:
    """The counts of one document."""
    keys, answers = sorted(set(gold), key=_place), sorted(set(found), key=_place)
    pairs = spans.matched(
        [spans.unit(key.span) for key in keys], [spans.unit(answer.span) for answer in answers]
    )
    strict = sum(keys[key].span == answers[answer].span for key, answer in pairs)
    valued = sum(keys[key].value == answers[answer].value for key, answer in pairs)
    sizes = len(answers), len(keys)
    return TimeCounts(
        strict=Counts.of(strict, *sizes),
        relaxed=Counts.of(len(pairs), *sizes),
        value=Counts.of(valued, *sizes),
    )


def _place(timex: Timex) -> tuple[Span, str]:
    return timex.span, timex.value or ""
