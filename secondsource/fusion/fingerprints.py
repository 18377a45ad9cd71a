"""By what a report finds the reports that it may share text or a story with.

A fingerprint says nothing but what is in its report, so it can be stored and looked up. Passages
are marked by the least hash of every window of word runs (MinHash over windows, "winnowing":
Schleimer, Wilkerson and Aiken 2003): two reports that share `_WINDOW` + `_RUN` - 1 words in a row
share a mark, however long the one and however short the other. The heaviest words mark the topic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from secondsource.fusion.background import topic_vector
from secondsource.fusion.credits import find_credits
from secondsource.fusion.prose import Prose, read, runs, sentence_key
from secondsource.reports import Report

LEAST_MARKS = 3
"""Marks that two reports share before their sentences are compared."""

LEAST_WORDS = 5
"""Heavy words that two reports share before they are compared."""

CROWD = 256
"""A key of more reports than this proposes nothing."""

STANDING = 4
"""Reports of one outlet, each with another beginning or end, that make a sentence standing text."""

_RUN = 5
_WINDOW = 8
_HEAVY = 30
# Of a sentence that cites an agency: what it cites it for may be a small part of the report.
_HEAVY_IN_PASSAGE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The keys of one report, 32-bit numbers.

    ``marks`` are of passages, ``words`` of the heaviest telling words of the text and of those in
    the sentences that cite an agency. ``sentences`` are all of its sentences, ``frame`` the first
    with the last and ``outlet`` its folded name, which together tell standing text.
    """

    report_id: str
    marks: frozenset[int]
    words: frozenset[int]
    outlet: str | None
    frame: int | None
    sentences: frozenset[int]


def fingerprint(report: Report) -> Fingerprint:
    """The fingerprint of one report."""
    prose = read(report)
    keys = [sentence_key(words) for words in prose.sentences]
    return Fingerprint(
        report_id=report.id,
        marks=_marks(prose),
        words=_words(report),
        outlet=prose.outlet,
        frame=sentence_key(prose.sentences[0] + prose.sentences[-1]) if keys else None,
        sentences=frozenset(keys),
    )


def _words(report: Report) -> frozenset[int]:
    passages = {credit.passage for credit in find_credits(report) if credit.passage}
    heavy = {word for passage in passages for word in _heaviest(passage, _HEAVY_IN_PASSAGE)}
    heavy.update(_heaviest(report.cleaned()[0], _HEAVY))
    return frozenset(crc32(word.encode()) for word in heavy)


def _heaviest(text: str, number: int) -> list[str]:
    vector = topic_vector(text)
    return sorted(vector, key=lambda word: (-vector[word], word))[:number]


def near_copy_keys(report: Report) -> frozenset[int]:
    """The marks of a report's passages."""
    return _marks(read(report))


def _marks(prose: Prose) -> frozenset[int]:
    words = [word for sentence in prose.sentences for word in sentence]
    hashes = [crc32(run.encode()) for run in runs(words, _RUN)] if words else []
    last = max(1, len(hashes) - _WINDOW + 1)
    return frozenset(min(hashes[at : at + _WINDOW]) for at in range(last) if hashes)


def standing_text(fingerprints: Iterable[Fingerprint]) -> frozenset[tuple[str, int]]:
    """(outlet, sentence) of what outlets print in one report after another.

    Reprints of one text by one outlet mostly begin and end alike, and count as one.
    """
    frames = {
        (print_.outlet, sentence, print_.frame)
        for print_ in fingerprints
        if print_.outlet is not None
        for sentence in print_.sentences
    }
    counts = Counter((outlet, sentence) for outlet, sentence, _ in frames)
    return frozenset(key for key, number in counts.items() if number >= STANDING)


def candidates(fingerprints: Iterable[Fingerprint]) -> tuple[tuple[str, str], ...]:
    """Sorted pairs of ids of the reports that share marks or heavy words enough to be compared."""
    listed = sorted(fingerprints, key=lambda print_: print_.report_id)
    by_mark = _sharing(((one.report_id, one.marks) for one in listed), LEAST_MARKS)
    by_word = _sharing(((one.report_id, one.words) for one in listed), LEAST_WORDS)
    return tuple(sorted(by_mark | by_word))


def _sharing(keyed: Iterable[tuple[str, frozenset[int]]], least: int) -> set[tuple[str, str]]:
    holders: dict[int, list[str]] = {}
    for report, keys in keyed:
        for key in keys:
            holders.setdefault(key, []).append(report)
    shared = Counter(_pairs(holders.values()))
    return {pair for pair, number in shared.items() if number >= least}


def _pairs(holders: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for reports in holders:
        if len(reports) <= CROWD:
            yield from combinations(reports, 2)
