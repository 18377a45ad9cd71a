"""A report's analysed text as folded sentences, for comparing it with other reports."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from zlib import crc32

from secondsource.fusion.intervals import Interval, bounds
from secondsource.reports import Report

_BREAK = re.compile(r"\n{2,}|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{20,400})[”\"]|(?<!\w)‘([^‘]{20,400}?)’(?!\w)")

# Shorter pieces are headings, bylines and lists of links, which say nothing about copying.
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What of a report is compared.

    ``published`` are the days of publication; ``sentences`` are tuples of folded words; ``quotes``
    are folded quotations of five words or more.
    """

    report_id: str
    outlet: str | None
    published: Interval | None
    sentences: tuple[tuple[str, ...], ...]
    quotes: frozenset[tuple[str, ...]]


def runs(words: Sequence[str], size: int) -> list[str]:
    """All runs of ``size`` words in order, or all the words where they are fewer."""
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def sentence_shingles(words: Sequence[str], size: int) -> frozenset[str]:
    """The runs of ``size`` words of one sentence, or the sentence if it is shorter."""
    return frozenset(runs(words, size))


@lru_cache(maxsize=16384)
def fold_words(text: str) -> tuple[str, ...]:
    """The words of ``text``, case folded, without punctuation."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def read(report: Report) -> Prose:
    """The prose of one report, with nothing discounted."""
    text, _ = report.cleaned()
    folded = (fold_words(piece) for piece in _BREAK.split(text))
    quotes = (fold_words("".join(found.groups(""))) for found in _QUOTED.finditer(text))
    published = bounds(report.published.value) if report.published else None
    return Prose(
        report_id=report.id,
        outlet=report.outlet.value.casefold() if report.outlet else None,
        published=published if isinstance(published, Interval) else None,
        sentences=tuple(words for words in folded if len(words) >= _LEAST_WORDS),
        quotes=frozenset(words for words in quotes if len(words) >= _LEAST_WORDS),
    )


def sentence_key(words: Sequence[str]) -> int:
    """A 32-bit number for a folded sentence, the same wherever it stands."""
    return crc32(" ".join(words).encode())


def without_standing_text(prose: Prose, standing: Collection[tuple[str, int]]) -> Prose:
    """The prose without the sentences that its outlet prints again and again.

    ``standing`` holds (outlet, sentence key).
    """
    if prose.outlet is None:
        return prose
    kept = (row for row in prose.sentences if (prose.outlet, sentence_key(row)) not in standing)
    return replace(prose, sentences=tuple(kept))
