"""The sentence in which a claim stands: whether another claim's is a copy of it, and how much the
two have in common."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from secondsource.claims import Claim
from secondsource.fusion.background import details, weight
from secondsource.fusion.prose import fold_words, sentence_shingles
from secondsource.fusion.stems import stem

_RUN = 3
LEAST_WORDS = 6
"""Fewer words than this are a phrase that any two reports may share."""

# The part of the shorter sentence's word runs that stands in a copy of it.
_STANDS = 0.7
_BESIDE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What of a claim's sentence is compared.

    ``runs`` are its runs of three words, ``telling`` the stems of its rarer words and its numbers,
    the rarest first. ``before`` and ``after`` are the trigger with the words on either side of it,
    by which two claims of one sentence are told apart.
    """

    length: int
    runs: frozenset[str]
    telling: tuple[str, ...]
    before: str
    after: str

    @property
    def beside(self) -> tuple[tuple[str, str], ...]:
        """Both sides of the trigger by name, those left out where the sentence has no words."""
        sides = (("before", self.before), ("after", self.after))
        return tuple((name, words) for name, words in sides if words.count(" ") >= _BESIDE)


def read_wording(claim: Claim) -> Wording:
    """The wording of the piece of evidence that holds the trigger, else of the first."""
    holding = (part for part in claim.evidence if part.span.contains(claim.trigger.span))
    piece = next(holding, claim.evidence[0])
    return _read(piece.text, max(0, claim.trigger.start - piece.start), claim.trigger.text)


# Reports that copy each other have most sentences in common.
@lru_cache(maxsize=16384)
def _read(sentence: str, at: int, trigger_words: str) -> Wording:
    left, trigger = fold_words(sentence[:at]), fold_words(trigger_words)
    words = fold_words(sentence)
    right = words[len(left) + len(trigger) :]
    told = details(words)
    return Wording(
        length=len(words),
        runs=sentence_shingles(words, _RUN),
        telling=tuple(sorted(told, key=lambda word: (-weight(word), word))),
        before=" ".join((*left[-_BESIDE:], *trigger)),
        after=" ".join((*trigger, *right[:_BESIDE])),
    )


def same_passage(first: Wording, second: Wording) -> bool:
    """Whether both triggers stand at one place of one sentence, copied whole, cut or a little
    changed."""
    if min(first.length, second.length) < LEAST_WORDS:
        return False
    if first.before != second.before and first.after != second.after:
        return False
    return common_runs(first, second) >= _STANDS


def common_runs(first: Wording, second: Wording) -> float:
    """The part of the shorter sentence's word runs that stands in the other, 0 to 1."""
    fewer = min(len(first.runs), len(second.runs))
    return len(first.runs & second.runs) / fewer if fewer else 0.0


def common_words(first: Wording, second: Wording, known: Collection[str]) -> float:
    """How much of their telling words the sentences share, the rarer counting more, 0 to 1; those
    ``known`` from elsewhere, as the names of the parties are, do not count."""
    mine, theirs = (set(row.telling) - set(known) for row in (first, second))
    every = math.fsum(map(weight, sorted(mine | theirs)))
    return math.fsum(map(weight, sorted(mine & theirs))) / every if every else 0.0


def proposing_words(row: Wording, known: Collection[str], most: int) -> tuple[str, ...]:
    """The ``most`` rarest words of a sentence that are not ``known`` from elsewhere."""
    return tuple(islice((word for word in row.telling if word not in known), most))


def name_stems(names: Collection[str]) -> frozenset[str]:
    """The stems of the words of names."""
    return frozenset(stem(word) for name in names for word in fold_words(name))
