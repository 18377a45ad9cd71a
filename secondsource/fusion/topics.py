"""Documents as weighted word vectors, and pairs of documents on one topic without all-pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

Vector = Mapping[str, float]

# Only the heaviest words of a document propose partners; all its words decide.
_PROPOSING = 30
# A word that proposes more documents than this says too little about any of them.
_CROWD = 150


def vectors(documents: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """TF-IDF vectors of unit length for documents given as words.

    Weight is ``(1 + ln tf) * ln(1 + N / df)``, so that a word in every document still counts.
    """
    frequency = Counter(word for words in documents.values() for word in frozenset(words))
    number = len(documents)
    found: dict[str, dict[str, float]] = {}
    for document in sorted(documents):
        counts = Counter(documents[document])
        weights = {
            word: (1 + math.log(count)) * math.log(1 + number / frequency[word])
            for word, count in sorted(counts.items())
        }
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        found[document] = {word: weight / length for word, weight in weights.items()}
    return found


def cosine(first: Vector, second: Vector) -> float:
    """The cosine of two unit vectors, 0 to 1, the same whichever comes first."""
    small, large = sorted((first, second), key=len)
    return math.fsum(weight * large[word] for word, weight in small.items() if word in large)


def similar_pairs(
    weighted: Mapping[str, Vector], *, least: float
) -> tuple[tuple[float, str, str], ...]:
    """(cosine, id, id) of pairs at ``least`` or above, most alike first, ties by id."""
    postings: dict[str, list[str]] = {}
    for document in sorted(weighted):
        for word in _heaviest(weighted[document]):
            postings.setdefault(word, []).append(document)
    pairs = {
        (first, second)
        for documents in postings.values()
        if len(documents) <= _CROWD
        for at, first in enumerate(documents)
        for second in documents[at + 1 :]
    }
    scored = ((cosine(weighted[a], weighted[b]), a, b) for a, b in pairs)
    return tuple(
        sorted((row for row in scored if row[0] >= least), key=lambda row: (-row[0], *row[1:]))
    )


def _heaviest(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:_PROPOSING]
