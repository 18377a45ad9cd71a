"""How much of one report's text and facts stands in another: sentence alignment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.prose import Prose, sentence_shingles

_ALIGNED_SHINGLE = 3
_STANDS = 0.7
_REWORDED = 0.6
_LEAST_SHARED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How much of one report's text stands in another.

    ``stands`` counts sentences of ``copy`` that stand in ``other``, ``reworded`` further ones
    whose content words do, ``total`` all sentences of ``copy``; ``quotes`` are quotations that
    both print, ``in_order`` the share of names and numbers that both have in one order.
    """

    copy: str
    other: str
    stands: int
    reworded: int
    total: int
    quotes: int
    in_order: float

    @property
    def share(self) -> float:
        """The part of the copy's sentences that stand in the other, 0 to 1."""
        return self.stands / self.total if self.total else 0.0

    @property
    def loose_share(self) -> float:
        """The same with reworded sentences counted too."""
        return (self.stands + self.reworded) / self.total if self.total else 0.0


def align(copy: Prose, other: Prose) -> Alignment:
    """Compare every sentence of ``copy`` with the sentences of ``other``."""
    return _align(_prepare(copy), _prepare(other))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A prose with what its sentences are compared by.

    ``runs`` and ``contents`` hold one set a sentence, ``every_run`` their union and ``holders``
    the sentences that a content word stands in.
    """

    prose: Prose
    runs: tuple[frozenset[str], ...]
    every_run: frozenset[str]
    contents: tuple[frozenset[str], ...]
    holders: Mapping[str, tuple[int, ...]]


def _prepare(prose: Prose) -> _Prepared:
    runs = tuple(sentence_shingles(words, _ALIGNED_SHINGLE) for words in prose.sentences)
    contents = tuple(_content(words) for words in prose.sentences)
    holders: dict[str, tuple[int, ...]] = {}
    for number, content in enumerate(contents):
        for word in content:
            holders[word] = (*holders.get(word, ()), number)
    return _Prepared(
        prose=prose,
        runs=runs,
        every_run=frozenset().union(*runs),
        contents=contents,
        holders=holders,
    )


def _align(copy: _Prepared, other: _Prepared) -> Alignment:
    stands = reworded = 0
    for runs, content in zip(copy.runs, copy.contents, strict=True):
        if len(runs & other.every_run) >= _STANDS * len(runs):
            stands += 1
        elif _is_reworded(content, other.holders):
            reworded += 1
    quotes = len(copy.prose.quotes & other.prose.quotes)
    return Alignment(
        copy=copy.prose.report_id,
        other=other.prose.report_id,
        stands=stands,
        reworded=reworded,
        total=len(copy.runs),
        quotes=quotes,
        in_order=_in_order(copy.prose.facts, other.prose.facts) if quotes else 0.0,
    )


def _content(words: Sequence[str]) -> frozenset[str]:
    """Words of four letters or more and numbers: a cheap stand-in for content words."""
    return frozenset(word for word in words if len(word) > 3 or word.isdigit())


def _is_reworded(mine: frozenset[str], holders: Mapping[str, tuple[int, ...]]) -> bool:
    needed = max(_LEAST_SHARED, _REWORDED * len(mine))
    shared = Counter(number for word in mine for number in holders.get(word, ()))
    return max(shared.values(), default=0) >= needed


def _in_order(first: Sequence[str], second: Sequence[str]) -> float:
    """Length of the longest common subsequence over the shorter sequence's length, 0 to 1."""
    shorter = min(len(first), len(second))
    if not shorter:
        return 0.0
    row = [0] * (len(second) + 1)
    for left in first:
        diagonal = 0
        for at, right in enumerate(second, start=1):
            above = row[at]
            row[at] = diagonal + 1 if left == right else max(above, row[at - 1])
            diagonal = above
    return row[-1] / shorter


def alignments(
    pairs: Iterable[tuple[str, str]], proses: Mapping[str, Prose]
) -> tuple[Alignment, ...]:
    """Both directions of every pair that shares at least one sentence."""
    ready: dict[str, _Prepared] = {}
    found: list[Alignment] = []
    for pair in pairs:
        for report in pair:
            if report not in ready:
                ready[report] = _prepare(proses[report])
        first, second = ready[pair[0]], ready[pair[1]]
        both = _align(first, second), _align(second, first)
        if any(one.stands or one.reworded for one in both):
            found.extend(both)
    return tuple(found)
