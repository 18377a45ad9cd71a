"""A trigger with what stands around it, reduced to what can be compared.

Words are stems; their weight is their rarity in the reports given, ``ln(1 + N / df)``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from secondsource.annotations import Layers, PlaceMention
from secondsource.fusion.intervals import Interval, bounds, latest
from secondsource.fusion.prose import fold_words
from secondsource.fusion.records import EventMention
from secondsource.fusion.topics import TellingWord, Vector, telling_words, topic_words, vectors
from secondsource.fusion.triggers import is_generic, trigger_key
from secondsource.text import Span

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+|\n+")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Content words on each side of a trigger that are near it, and characters for names.
_NEAR_WORDS = 4
_NEAR_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A report as mentions are compared across it. ``words`` are its stems, ``vector`` their
    weights as `topics.vectors` gives them, ``sentences`` its sentences in order."""

    layers: Layers
    sentences: tuple[Span, ...]
    words: frozenset[str]
    vector: Vector
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a trigger is compared by.

    ``words`` are the trigger's as written, folded; ``beside`` the two words that stand next to it,
    ``nearest`` the next names on each side; ``near``, ``sentence`` and ``names`` are weights of
    stems around it; ``places`` and ``days`` are those that its sentence names. ``company`` counts,
    by key, the sentences of the topic in which a trigger of this key stands with one of another,
    ``spread`` is how many reports have this key, of ``told`` that have any mention, and ``often``
    how many of it these have on average.
    """

    mention: EventMention
    telling: Telling
    key: str
    generic: bool
    words: tuple[str, ...]
    number: int
    beside: tuple[str, str]
    nearest: tuple[str, str]
    near: Mapping[str, float]
    near_names: Mapping[str, float]
    sentence: Mapping[str, float]
    names: Mapping[str, float]
    figures: frozenset[str]
    places: tuple[PlaceMention, ...]
    days: tuple[Interval, ...]
    company: Mapping[str, int] = field(default_factory=dict)
    spread: int = 1
    told: int = 1
    often: float = 1.0


def read_tellings(layers: Sequence[Layers]) -> dict[str, Telling]:
    """The reports by id."""
    words = {row.report.id: topic_words(row.report.cleaned()[0]) for row in layers}
    weighted = vectors(words)
    return {
        row.report.id: Telling(
            layers=row,
            sentences=_sentences(row.report.text),
            words=frozenset(topic_words(row.report.text)),
            vector=weighted[row.report.id],
            published=latest(row.report.published.value) if row.report.published else None,
        )
        for row in layers
    }


def _sentences(text: str) -> tuple[Span, ...]:
    cuts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    spans = pairwise(cuts)
    return tuple(Span(start, end) for start, end in spans if start < end)


def rarity(tellings: Iterable[Telling]) -> dict[str, float]:
    """The weight of each word: how few of the reports have it."""
    listed = list(tellings)
    frequency = Counter(word for telling in listed for word in telling.words)
    return {word: math.log(1 + len(listed) / count) for word, count in frequency.items()}


def read_surroundings(
    mentions: Sequence[EventMention], tellings: Mapping[str, Telling], rare: Mapping[str, float]
) -> list[Surroundings]:
    """The mentions of one topic with their surroundings, in order."""
    alone = [_surroundings(mention, tellings[mention.report_id], rare) for mention in mentions]
    company: dict[str, Counter[str]] = {}
    for keys in _by_sentence(alone).values():
        for key in keys:
            company.setdefault(key, Counter()).update(keys - {key})
    told = len({row.mention.report_id for row in alone})
    counts = Counter(row.key for row in alone)
    spread = Counter(key for key, _ in {(row.key, row.mention.report_id) for row in alone})
    return [
        replace(
            row,
            company=company[row.key],
            spread=spread[row.key],
            told=told,
            often=counts[row.key] / spread[row.key],
        )
        for row in alone
    ]


def _by_sentence(rows: Iterable[Surroundings]) -> dict[tuple[str, int], set[str]]:
    keys: dict[tuple[str, int], set[str]] = {}
    for row in rows:
        keys.setdefault((row.mention.report_id, row.number), set()).add(row.key)
    return keys


def _surroundings(
    mention: EventMention, telling: Telling, rare: Mapping[str, float]
) -> Surroundings:
    text = telling.layers.report.text
    number = bisect_right(telling.sentences, mention.span.start, key=_start) - 1
    sentence = telling.sentences[number]
    words = list(telling_words(text, sentence))
    before = [word for word in words if word.span.end <= mention.span.start]
    after = [word for word in words if word.span.start >= mention.span.end]
    near = [*before[-_NEAR_WORDS:], *after[:_NEAR_WORDS]]
    key = trigger_key(mention.span.of(text))
    return Surroundings(
        mention=mention,
        telling=telling,
        key=key,
        generic=is_generic(key),
        words=fold_words(mention.span.of(text)),
        number=number,
        beside=_beside(text, sentence, mention.span),
        nearest=(_first_name(reversed(before)), _first_name(after)),
        near=_weights(near, rare),
        near_names=_weights((w for w in words if w.name and _is_near(w, mention.span)), rare),
        sentence=_weights(words, rare),
        names=_weights((word for word in words if word.name), rare),
        figures=frozenset(_NUMBER.findall(sentence.of(text))),
        places=tuple(
            place
            for place in telling.layers.places or ()
            if sentence.contains(place.span) and not place.adjectival
        ),
        days=tuple(_days(telling.layers, sentence)),
    )


def _start(span: Span) -> int:
    return span.start


def _first_name(words: Iterable[TellingWord]) -> str:
    return next((word.key for word in words if word.name), "")


def _is_near(word: TellingWord, trigger: Span) -> bool:
    return abs(word.span.start - trigger.start) < _NEAR_CHARACTERS


def _weights(words: Iterable[TellingWord], rare: Mapping[str, float]) -> dict[str, float]:
    return {word.key: rare[word.key] for word in words}


def _beside(text: str, sentence: Span, trigger: Span) -> tuple[str, str]:
    before = fold_words(text[sentence.start : trigger.start])
    after = fold_words(text[trigger.end : max(sentence.end, trigger.end)])
    return (before[-1] if before else "", after[0] if after else "")


def _days(layers: Layers, sentence: Span) -> Iterator[Interval]:
    for time in layers.times or ():
        known = bounds(time.edtf) if sentence.contains(time.span) else None
        if isinstance(known, Interval) and known.days is not None:
            yield known
