"""Agreement of spans that may be discontinuous.

A unit is a tuple of spans. Within a document equal units count once on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bench.scorers.counts import Counts
from secondsource.text import Span

Unit = tuple[Span, ...]

_WORD = re.compile(r"\S+")


def unit(span: Span) -> Unit:
    """A unit of one piece."""
    return (span,)


def overlap(left: Unit, right: Unit) -> int:
    """How many code points two units share."""
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in left
        for other in right
    )


def exact(gold: Iterable[Unit], found: Iterable[Unit]) -> Counts:
    """Units with the same pieces."""
    keys, answers = set(gold), set(found)
    return Counts.of(len(keys & answers), len(answers), len(keys))


def begin(gold: Iterable[Unit], found: Iterable[Unit]) -> Counts:
    """Units that begin at the same offset, matched one to one."""
    keys, answers = set(gold), set(found)
    starts = [row[0].start for row in keys]
    hits = 0
    for answer in answers:
        if answer[0].start in starts:
            starts.remove(answer[0].start)
            hits += 1
    return Counts.of(hits, len(answers), len(keys))


def touching(gold: Iterable[Unit], found: Iterable[Unit]) -> Counts:
    """Units that overlap, matched one to one, the largest overlap first."""
    keys, answers = sorted(set(gold)), sorted(set(found))
    return Counts.of(len(matched(keys, answers)), len(answers), len(keys))


def matched(gold: list[Unit], found: list[Unit]) -> list[tuple[int, int]]:
    """Index pairs of a greedy one-to-one matching by overlap, the largest first."""
    pairs = sorted(
        (-shared, key, answer)
        for key, row in enumerate(gold)
        for answer, other in enumerate(found)
        if (shared := overlap(row, other))
    )
    keys: set[int] = set()
    answers: set[int] = set()
    kept = []
    for _, key, answer in pairs:
        if key not in keys and answer not in answers:
            keys.add(key)
            answers.add(answer)
            kept.append((key, answer))
    return kept


def jaccard(text: str, gold: Iterable[Unit], found: Iterable[Unit]) -> Counts:
    """Words shared over words covered, each unit credited with its best partner.

    The graded measure of Wang et al., CofeNet (COLING 2022), over words between white space.
    """
    keys = [_words(text, row) for row in set(gold)]
    answers = [_words(text, row) for row in set(found)]
    return Counts(
        sum(_best(answer, keys) for answer in answers),
        len(answers),
        sum(_best(key, answers) for key in keys),
        len(keys),
    )


def _words(text: str, row: Unit) -> frozenset[int]:
    return frozenset(
        word.start() for piece in row for word in _WORD.finditer(text, piece.start, piece.end)
    )


def _best(words: frozenset[int], others: list[frozenset[int]]) -> float:
    scores = (len(words & other) / len(words | other) for other in others if words | other)
    return max(scores, default=0.0)
