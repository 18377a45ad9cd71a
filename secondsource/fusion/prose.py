"""A report's analysed text as folded sentences, for comparing it with other reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.reports import Report

_BREAK = re.compile(r"\n+|(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"[“\"]([^“”\"]{20,400})[”\"]")
_FACT = re.compile(r"\b(?:\d[\d,.]*|[A-Z][\w'’-]+)")

# Shorter pieces are headings, bylines and lists of links, which say nothing about copying.
_LEAST_WORDS = 5
# An outlet's paragraph seen in this many of its reports is its background text, not a copy.
_STANDING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What of a report is compared.

    ``sentences`` are tuples of folded words; ``quotes`` are folded quotations of five words or
    more; ``facts`` are the names and numbers in the order of the text.
    """

    report_id: str
    outlet: str | None
    sentences: tuple[tuple[str, ...], ...]
    quotes: frozenset[str]
    facts: tuple[str, ...]

    def shingles(self, size: int) -> frozenset[str]:
        """All runs of ``size`` words that stay within a sentence, or the sentence if shorter."""
        return frozenset(run for words in self.sentences for run in _runs(words, size))


def _runs(words: Sequence[str], size: int) -> list[str]:
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def sentence_shingles(words: Sequence[str], size: int) -> frozenset[str]:
    """The runs of ``size`` words of one sentence, or the sentence if it is shorter."""
    return frozenset(_runs(words, size))


def fold_words(text: str) -> tuple[str, ...]:
    """The words of ``text``, case folded, without punctuation."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def read(report: Report) -> Prose:
    """The prose of one report, with nothing discounted."""
    text, _ = report.cleaned()
    folded = (fold_words(piece) for piece in _BREAK.split(text))
    quotes = (fold_words(words) for words in _QUOTED.findall(text))
    return Prose(
        report_id=report.id,
        outlet=report.outlet.value.casefold() if report.outlet else None,
        sentences=tuple(words for words in folded if len(words) >= _LEAST_WORDS),
        quotes=frozenset(" ".join(words) for words in quotes if len(words) >= _LEAST_WORDS),
        facts=tuple(_FACT.findall(text)),
    )


def without_standing_text(proses: Iterable[Prose]) -> tuple[Prose, ...]:
    """The proses without sentences that an outlet prints again and again."""
    listed = tuple(proses)
    seen: Counter[tuple[str | None, tuple[str, ...]]] = Counter(
        (prose.outlet, words)
        for prose in listed
        if prose.outlet
        for words in frozenset(prose.sentences)
    )
    return tuple(
        replace(
            prose,
            sentences=tuple(
                words for words in prose.sentences if seen[prose.outlet, words] < _STANDING
            ),
        )
        for prose in listed
    )
