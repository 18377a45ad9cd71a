"""Which parts of a report are worth the trained reader's time: those that may hold a cue.

The reader is the dearest step of all. A sentence without any word of the cue table, a quotation
mark or a colon seldom holds an attribution: one in thirteen of PolNeAR's development split does,
most of them acts that tell nobody's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from secondsource.annotations.attributions.lexicon import HEDGES, cue_table, lemma_of
from secondsource.annotations.records import Parse, Token
from secondsource.reports import Report
from secondsource.text import Span

# What attributes without being in the table: "according to", "per the ministry".
_PREPOSITIONS = frozenset({"accord", "according", "per"})
_MARKS = frozenset('"“”„‘«»`:')


def hopeful_passages(report: Report, parse: Parse) -> tuple[Span, ...]:
    """Stretches of whole sentences in the report's paragraphs, disjoint and in text order."""
    return tuple(span for paragraph in report.body for span in _stretches(parse.within(paragraph)))


def _stretches(tokens: Sequence[Token]) -> Iterator[Span]:
    sentences = [list(rows) for _, rows in groupby(tokens, key=lambda token: token.sentence)]
    for hopeful, group in groupby(sentences, key=lambda rows: any(map(_may_be_a_cue, rows))):
        if hopeful:
            rows = list(group)
            yield Span(rows[0][0].span.start, rows[-1][-1].span.end)


def _may_be_a_cue(token: Token) -> bool:
    return token.text[0] in _MARKS or lemma_of(token) in _lemmas()


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    return HEDGES | _PREPOSITIONS | {lemma.split()[0] for lemma, _ in cue_table()}
