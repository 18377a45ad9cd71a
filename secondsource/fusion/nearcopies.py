"""How much of one report's text and facts stands in another: sentences and details aligned."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.background import details
from secondsource.fusion.intervals import overlap
from secondsource.fusion.prose import Prose, sentence_shingles

_SHINGLE = 3
# Parts of a sentence's word runs that stand in the other report, or of its content words that
# stand in one sentence of it; of a quotation's word runs that the other quotes too.
_STANDS = 0.7
_REWORDED = 0.6
_LEAST_SHARED = 4
_QUOTED = 0.7
# With fewer details and word runs of the shorter report in common, sentences are not compared. Of
# 5,645 candidates of fakes_syria and allsides_conflict one in six passes, and every copy.
_LEAST_DETAILS = 3
_SOME_DETAILS = 0.3
_SOME_RUNS = 0.08
# What an outlet rewrites it rewrites within a month.
_RETOLD_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How much of one report's text stands in another.

    ``stands`` counts sentences of ``copy`` that stand in ``other``, ``reworded`` further ones
    whose content words do, ``total`` all sentences of ``copy``. ``quotes`` are quotations of the
    copy that the other prints too. ``details`` are telling words and numbers of both,
    ``all_details`` those of the copy, and ``in_order`` the share of the common ones that both first
    mention in one order. ``afar`` says that the two were published more than a month apart.
    """

    copy: str
    other: str
    stands: int
    reworded: int
    total: int
    quotes: int
    details: int
    all_details: int
    in_order: float
    afar: bool = False

    @property
    def share(self) -> float:
        """The part of the copy's sentences that stand in the other, 0 to 1."""
        return self.stands / self.total if self.total else 0.0

    @property
    def loose_share(self) -> float:
        """The same with reworded sentences counted too."""
        return (self.stands + self.reworded) / self.total if self.total else 0.0

    @property
    def detail_share(self) -> float:
        """The part of the copy's details that the other has, 0 to 1."""
        return self.details / self.all_details if self.all_details else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A prose with what it is compared by.

    ``runs`` and ``contents`` hold one set a sentence, ``every_run`` their union, ``holders`` the
    sentences that a content word stands in, ``quoted`` the word runs of all quotations, and
    ``details`` the place of each detail in the order of first mention.
    """

    prose: Prose
    runs: tuple[frozenset[str], ...]
    every_run: frozenset[str]
    contents: tuple[frozenset[str], ...]
    holders: Mapping[str, tuple[int, ...]]
    quoted: frozenset[str]
    details: Mapping[str, int]


def alignments(
    pairs: Iterable[tuple[str, str]], proses: Mapping[str, Prose]
) -> tuple[Alignment, ...]:
    """Both directions of every pair that has more than a little in common."""
    ready: dict[str, _Prepared] = {}
    found: list[Alignment] = []
    for pair in pairs:
        for report in pair:
            if report not in ready:
                ready[report] = _prepare(proses[report])
        first, second = ready[pair[0]], ready[pair[1]]
        if _worth_aligning(first, second):
            found.extend((_align(first, second), _align(second, first)))
    return tuple(found)


def _worth_aligning(first: _Prepared, second: _Prepared) -> bool:
    """A cheap look that passes every pair of which one may be a copy or a rewrite."""
    return _shares_runs(first, second) or (
        not _afar(first.prose, second.prose) and _shares_details(first, second)
    )


def _shares_details(first: _Prepared, second: _Prepared) -> bool:
    fewer = min(len(first.details), len(second.details))
    common = len(first.details.keys() & second.details.keys())
    return common >= max(_LEAST_DETAILS, _SOME_DETAILS * fewer)


def _shares_runs(first: _Prepared, second: _Prepared) -> bool:
    shorter = min(len(first.every_run), len(second.every_run))
    return len(first.every_run & second.every_run) >= max(1, _SOME_RUNS * shorter)


def align(copy: Prose, other: Prose) -> Alignment:
    """Compare every sentence and detail of ``copy`` with those of ``other``."""
    return _align(_prepare(copy), _prepare(other))


def _prepare(prose: Prose) -> _Prepared:
    runs = tuple(sentence_shingles(words, _SHINGLE) for words in prose.sentences)
    contents = tuple(_content(words) for words in prose.sentences)
    holders: dict[str, tuple[int, ...]] = {}
    for number, content in enumerate(contents):
        for word in content:
            holders[word] = (*holders.get(word, ()), number)
    told = details(word for words in prose.sentences for word in words)
    return _Prepared(
        prose=prose,
        runs=runs,
        every_run=frozenset().union(*runs),
        contents=contents,
        holders=holders,
        quoted=frozenset().union(*map(_quoted, prose.quotes)),
        details={word: place for place, word in enumerate(told)},
    )


def _quoted(quote: Sequence[str]) -> frozenset[str]:
    return sentence_shingles(quote, _SHINGLE)


def _align(copy: _Prepared, other: _Prepared) -> Alignment:
    stands = reworded = 0
    for runs, content in zip(copy.runs, copy.contents, strict=True):
        if len(runs & other.every_run) >= _STANDS * len(runs):
            stands += 1
        elif _is_reworded(content, other.holders):
            reworded += 1
    common = [other.details[word] for word in copy.details if word in other.details]
    return Alignment(
        copy=copy.prose.report_id,
        other=other.prose.report_id,
        stands=stands,
        reworded=reworded,
        total=len(copy.runs),
        quotes=sum(_is_quoted(_quoted(quote), other.quoted) for quote in copy.prose.quotes),
        details=len(common),
        all_details=len(copy.details),
        in_order=_longest_rise(common) / len(common) if common else 0.0,
        afar=_afar(copy.prose, other.prose),
    )


def _afar(first: Prose, second: Prose) -> bool:
    if first.published is None or second.published is None:
        return False
    return not overlap(first.published, second.published, slack=_RETOLD_DAYS)


def _is_quoted(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(mine & theirs) >= _QUOTED * len(mine)


def _content(words: Sequence[str]) -> frozenset[str]:
    """Words of four letters or more and numbers: a cheap stand-in for content words."""
    return frozenset(word for word in words if len(word) > 3 or word.isdigit())


def _is_reworded(mine: frozenset[str], holders: Mapping[str, tuple[int, ...]]) -> bool:
    needed = max(_LEAST_SHARED, _REWORDED * len(mine))
    shared = Counter(number for word in mine for number in holders.get(word, ()))
    return max(shared.values(), default=0) >= needed


def _longest_rise(places: Iterable[int]) -> int:
    """The length of the longest rising subsequence (by patience sorting)."""
    tops: list[int] = []
    for place in places:
        at = bisect_left(tops, place)
        tops[at : at + 1] = [place]
    return len(tops)
