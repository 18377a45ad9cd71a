"""Documents as weighted word vectors, and pairs of documents on one topic without all-pairs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.fusion.clusters import average_linkage
from secondsource.fusion.stems import stem
from secondsource.text import Span

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# English words, months and days of the week among them, that say nothing of a text's topic.
_STOP_WORDS = frozenset(
    "a about according after against all also although among an and another any april are "
    "around as at august back be because been before being between both but by called came can "
    "come could day days december did do does down during each early eight even every expected "
    "february few first five for four friday from get go got had has have he her here him his "
    "how however i if in including into is it its january july june just know last late later "
    "like made make man many march may me men might monday month months more most mr mrs much "
    "must my new news nine no not november now october of off on one only or other our out over "
    "own part people per place report reported reports said same saturday say says see "
    "september seven she should since six so some still such sunday take tell ten than that the "
    "their them then there these they think this those though three through thursday time to "
    "told took tuesday two under until up us used using very via was way we wednesday week "
    "weeks well went were what when where which while who why will with within without woman "
    "women would year years yet you your".split()
)

# Word weights are taken as if the set were this much larger with other topics in it, so that what
# all documents of a small set are about still ties them together. Chosen on ECB+ train.
_OTHER_DOCUMENTS = 1000

# Only the heaviest words of a document propose partners; all its words decide.
_PROPOSING = 30
# A word that proposes more documents than this says too little about any of them.
_CROWD = 150
# Cosines below this do not change a mean enough to matter.
_NOTICEABLE = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWord:
    """The stem of a word that says something of a topic, its place, and whether it is a name."""

    key: str
    span: Span
    name: bool


def telling_words(text: str, within: Span | None = None) -> Iterator[TellingWord]:
    """The words of ``text`` that are no stop words, in order; those in capitals are names."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        folded = word.casefold()
        if folded not in _STOP_WORDS:
            key = stem(folded) if len(folded) > 3 else folded
            yield TellingWord(key=key, span=Span(*found.span()), name=word[0].isupper())


def topic_words(text: str) -> list[str]:
    """The stems of a text's telling words in order; names stand twice."""
    return [key for word in telling_words(text) for key in (word.key,) * (1 + word.name)]


def vectors(documents: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """TF-IDF vectors of unit length for documents given as words.

    Weight is ``(1 + ln tf) * ln(1 + N / df)``, where N counts the documents of other topics too.
    """
    frequency = Counter(word for words in documents.values() for word in frozenset(words))
    number = len(documents) + _OTHER_DOCUMENTS
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
    weighted: Mapping[str, Vector], *, least: float, shared: int = 1
) -> tuple[tuple[float, str, str], ...]:
    """(cosine, id, id) of pairs at ``least`` or above, most alike first, ties by id.

    Only pairs that have ``shared`` of their heaviest words in common are looked at.
    """
    scored = (
        (cosine(weighted[first], weighted[second]), first, second)
        for first, second in _proposed(weighted, shared)
    )
    return tuple(
        sorted((row for row in scored if row[0] >= least), key=lambda row: (-row[0], *row[1:]))
    )


def _proposed(weighted: Mapping[str, Vector], shared: int) -> Iterator[tuple[str, str]]:
    """Pairs of documents with ``shared`` heavy words in common."""
    postings: dict[str, list[str]] = {}
    heavy = {document: _heaviest(weighted[document]) for document in sorted(weighted)}
    for document, words in heavy.items():
        for word in words:
            postings.setdefault(word, []).append(document)
    for document, words in heavy.items():
        common: Counter[str] = Counter()
        for word in words:
            if len(postings[word]) <= _CROWD:
                common.update(postings[word])
        for other, number in common.items():
            if number >= shared and document < other:
                yield document, other


def _heaviest(vector: Vector) -> list[str]:
    return sorted(vector, key=lambda word: (-vector[word], word))[:_PROPOSING]


def group_documents(weighted: Mapping[str, Vector], *, least: float) -> tuple[tuple[str, ...], ...]:
    """Documents grouped by average linkage: the two groups most alike on average are merged as
    long as their mean cosine is ``least`` or more.

    Pairs that no heavy word proposes count as unlike. Groups are sorted, and so are their members.
    """
    return average_linkage(weighted, similar_pairs(weighted, least=_NOTICEABLE), least=least)
