"""The features by which two triggers, in their surroundings, are compared.

Each function's docstring is the feature's documentation. Values are 0 where nothing can be said.
There are two columns of weights, for triggers of one kind of happening and of different kinds.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from secondsource.annotations import PlaceMention
from secondsource.fusion.intervals import Interval, overlap
from secondsource.fusion.matching.model import Feature
from secondsource.fusion.matching.surroundings import Surroundings
from secondsource.fusion.topics import cosine

# Days named more vaguely than this tell nothing apart.
_VAGUE_DAYS = 31


def _same_words(first: Surroundings, second: Surroundings) -> float:
    """1 where both triggers are written alike ("stabbed" and "stabbed")."""
    return float(first.words == second.words)


def _same_beginning(first: Surroundings, second: Surroundings) -> float:
    """1 where the keys of the triggers begin with the same four letters ("explod", "explos")."""
    return float(first.key[:4] == second.key[:4])


def _one_and_several(first: Surroundings, second: Surroundings) -> float:
    """1 where one trigger is in the plural and the other is not ("attack" and "attacks")."""
    return float(_plural(first) != _plural(second))


def _plural(row: Surroundings) -> bool:
    return bool(row.words) and row.words[-1].endswith("s") and not row.words[-1].endswith("ss")


def _generic(first: Surroundings, second: Surroundings) -> float:
    """1 where a trigger says little of what happened ("said", "took place")."""
    return float(first.generic or second.generic)


def _generic_sentences(first: Surroundings, second: Surroundings) -> float:
    """How much the sentences of generic triggers share, 0 to 1."""
    return _generic(first, second) * _sentences(first, second)


def _beside(first: Surroundings, second: Surroundings) -> float:
    """How many of the words just before and just after the triggers are the same, 0 to 2."""
    pairs = zip(first.beside, second.beside, strict=True)
    return float(sum(mine == theirs for mine, theirs in pairs))


def _near(first: Surroundings, second: Surroundings) -> float:
    """How much the four telling words on each side share, 0 to 1, rare words counting more."""
    return _shared(first.near, second.near)


def _near_names(first: Surroundings, second: Surroundings) -> float:
    """How much the names within 60 characters share, 0 to 1, rare names counting more."""
    return _shared(first.near_names, second.near_names)


def _other_names(first: Surroundings, second: Surroundings) -> float:
    """1 where both triggers have names within 60 characters and none in common."""
    mine, theirs = first.near_names, second.near_names
    return float(bool(mine) and bool(theirs) and not mine.keys() & theirs.keys())


def _next_names(first: Surroundings, second: Surroundings) -> float:
    """Of the next names before and after the triggers, how many are the same less how many
    differ, -2 to 2."""
    pairs = zip(first.nearest, second.nearest, strict=True)
    return float(sum((1 if mine == theirs else -1) for mine, theirs in pairs if mine and theirs))


def _turned_round(first: Surroundings, second: Surroundings) -> float:
    """1 where the word just before one trigger stands just after the other."""
    before = first.beside[0], second.beside[0]
    after = second.beside[1], first.beside[1]
    return float(any(word and word == other for word, other in zip(before, after, strict=True)))


def _sentences(first: Surroundings, second: Surroundings) -> float:
    """How much the sentences share, 0 to 1, rare words counting more."""
    return _shared(first.sentence, second.sentence)


def _names_missing(first: Surroundings, second: Surroundings) -> float:
    """The part of the names in one sentence that the other report never has, the larger of both
    ways, 0 to 1: another person or town is another event."""
    mine = _missing(first.names, second.telling.words)
    return max(mine, _missing(second.names, first.telling.words))


def _near_missing(first: Surroundings, second: Surroundings) -> float:
    """The part of the words near one trigger that the other report never has, as above."""
    mine = _missing(first.near, second.telling.words)
    return max(mine, _missing(second.near, first.telling.words))


def _reports(first: Surroundings, second: Surroundings) -> float:
    """The cosine of the reports' word vectors, 0 to 1."""
    if first.telling is second.telling:
        return 1.0
    return cosine(first.telling.vector, second.telling.vector)


def _unlike_reports(first: Surroundings, second: Surroundings) -> float:
    """How far the cosine of the reports falls short of 0.3."""
    return max(0.0, 0.3 - _reports(first, second))


def _same_report(first: Surroundings, second: Surroundings) -> float:
    """1 where both stand in one report."""
    return float(first.telling is second.telling)


def _same_sentence(first: Surroundings, second: Surroundings) -> float:
    """1 where both stand in one sentence, which seldom says one thing twice."""
    return float(first.telling is second.telling and first.number == second.number)


def _company(first: Surroundings, second: Surroundings) -> float:
    """The logarithm of one more than the sentences of the topic in which the two kinds of trigger
    stand together: who tells of both tells them apart."""
    return math.log1p(first.company.get(second.key, 0))


def _often(first: Surroundings, second: Surroundings) -> float:
    """How often a report that has the trigger has it, as a logarithm: what recurs is several."""
    return math.log(max(first.often, second.often))


def _spread(first: Surroundings, second: Surroundings) -> float:
    """In how many reports the rarer of the two triggers stands, as a logarithm: what many reports
    of a topic tell of is its main event."""
    return math.log(min(first.spread, second.spread))


def _share(first: Surroundings, second: Surroundings) -> float:
    """The part of the topic's reports that have the rarer of the two triggers, as a logarithm."""
    return math.log(min(first.spread, second.spread) / first.told)


def _opening(first: Surroundings, second: Surroundings) -> float:
    """1 where both stand in the first two sentences, which tell the main event."""
    return float(first.number < 2 and second.number < 2)


def _distance(first: Surroundings, second: Surroundings) -> float:
    """The logarithm of how many sentences lie between their places in the reports."""
    return math.log1p(abs(first.number - second.number))


def _figures(first: Surroundings, second: Surroundings) -> float:
    """1 where the sentences share a number."""
    return float(bool(first.figures & second.figures))


def _other_figures(first: Surroundings, second: Surroundings) -> float:
    """1 where both sentences have numbers and none in common."""
    return float(bool(first.figures and second.figures and not first.figures & second.figures))


def _same_place(first: Surroundings, second: Surroundings) -> float:
    """1 where the sentences name a place in common, finer than a country."""
    return float(bool(_entries(first.places) & _entries(second.places)))


def _other_area(first: Surroundings, second: Surroundings) -> float:
    """1 where both sentences name places and these lie in different governorates."""
    mine, theirs = _areas(first.places), _areas(second.places)
    return float(bool(mine and theirs and not mine & theirs))


def _same_days(first: Surroundings, second: Surroundings) -> float:
    """1 where the sentences name days that overlap."""
    pairs = ((mine, theirs) for mine in _short(first.days) for theirs in _short(second.days))
    return float(any(overlap(mine, theirs, slack=0) for mine, theirs in pairs))


def _other_days(first: Surroundings, second: Surroundings) -> float:
    """1 where both sentences name days and none is within a day of one of the other."""
    mine, theirs = _short(first.days), _short(second.days)
    met = any(overlap(one, other, slack=1) for one in mine for other in theirs)
    return float(bool(mine and theirs and not met))


def _same_publication(first: Surroundings, second: Surroundings) -> float:
    """1 where different reports were published on one day or the next."""
    days = _between(first, second)
    return float(first.telling is not second.telling and days is not None and days <= 1)


def _publication_apart(first: Surroundings, second: Surroundings) -> float:
    """The logarithm of the days beyond one between the publications of the reports."""
    days = _between(first, second)
    return math.log(days) if days is not None and days > 1 else 0.0


FEATURES: tuple[Feature[Surroundings], ...] = tuple(
    Feature(name=measure.__name__.strip("_"), measure=measure)
    for measure in (
        _same_words,
        _same_beginning,
        _one_and_several,
        _generic,
        _generic_sentences,
        _beside,
        _near,
        _near_names,
        _other_names,
        _next_names,
        _turned_round,
        _sentences,
        _names_missing,
        _near_missing,
        _reports,
        _unlike_reports,
        _same_report,
        _same_sentence,
        _company,
        _often,
        _spread,
        _share,
        _opening,
        _distance,
        _figures,
        _other_figures,
        _same_place,
        _other_area,
        _same_days,
        _other_days,
        _same_publication,
        _publication_apart,
    )
)


def _shared(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    total = math.fsum(first.values()) + math.fsum(second.values())
    common = math.fsum(weight for word, weight in first.items() if word in second)
    return 2 * common / total if total else 0.0


def _missing(words: Mapping[str, float], report: Collection[str]) -> float:
    total = math.fsum(words.values())
    gone = math.fsum(weight for word, weight in words.items() if word not in report)
    return gone / total if total else 0.0


def _entries(places: Collection[PlaceMention]) -> frozenset[int]:
    return frozenset(place.geonames_id for place in places if place.geonames_id and place.admin1)


def _areas(places: Collection[PlaceMention]) -> frozenset[tuple[str | None, str]]:
    return frozenset((place.country, place.admin1) for place in places if place.admin1)


def _short(days: Collection[Interval]) -> list[Interval]:
    return [day for day in days if day.days is not None and day.days <= _VAGUE_DAYS]


def _between(first: Surroundings, second: Surroundings) -> int | None:
    mine, theirs = first.telling.published, second.telling.published
    return abs((mine - theirs).days) if mine and theirs else None
