"""Is this span used as the name of a place here?

A logistic model over the features below. The parser's label, the gazetteer and the words around
the name each speak for or against it; the weights are in the table of `weights`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import log10

from secondsource.annotations.places.containment import Containment
from secondsource.annotations.places.cues import Cues, is_compass
from secondsource.annotations.places.entities import PLACE_LABELS, Entity
from secondsource.annotations.places.entries import Feature, Match
from secondsource.annotations.places.index import TRANSLITERATED
from secondsource.annotations.places.mentions import Possible
from secondsource.annotations.places.position import Position
from secondsource.annotations.places.weights import Features, probability, score
from secondsource.text import Span

THRESHOLD = 0.45
SPREAD_THRESHOLD = 0.25
"""What a name needs that is a place elsewhere in the same report."""
LIKELY_THRESHOLD = 0.2
"""What a name needs where the grammar puts a place."""
_PLACING = frozenset({"in", "at", "from", "across", "inside", "into"})
_PER_WORD = 0.05
_CITY = 100_000
_ACRONYM = 4

_TITLES = frozenset(
    (
        "Mr Mrs Ms Dr Sir President Minister Secretary Senator Sen Rep Gov Governor Mayor General "
        "Gen Colonel Col Lt Sgt Capt Captain Judge Justice Prince Princess King Queen Sheikh Abu "
        "Umm Ibn Imam Professor Prof Coach Pope Chancellor Ambassador Sheriff Officer Detective "
        "Chief Rev"
    ).split()
)
_ORGANISED = frozenset(
    (
        "University College School Hospital Times Post News Herald Today Tribune Journal Press "
        "Gazette Department Police Council Court Bank Airlines Inc Corp Co Ltd Company Group "
        "Party Club United Association Institute Ministry Army Air Force Forces Front Brigade "
        "Brigades Church Center Centre Foundation Society Union Commission Committee Office Award "
        "Cup League Stadium Agency TV Radio Network Studios Museum Hotel Theatre Theater Festival "
        "Act"
    ).split()
)
_STREETS = frozenset(
    (
        "Street St Road Rd Avenue Ave Boulevard Blvd Drive Dr Lane Ln Highway Parkway Way Court "
        "Square Bridge Park Creek River Lake Bay Island Islands Beach Valley Mountain Mountains "
        "Hills Peninsula Canal Airport Ocean Sea Gulf Strait Desert Forest Dam"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the whole report says about its names.

    ``surnames`` counts the words of longer person names; ``cued`` counts how often a name stands
    where places stand ("in X", "the town of X", "near X"); ``places`` and ``others`` how often the
    parser labels it as a place and as something else.
    """

    surnames: Counter[str]
    cued: Counter[str]
    places: Counter[str]
    others: Counter[str]


def survey(named: Sequence[Entity], possible: Sequence[Possible], text: str) -> Surroundings:
    """What the parser's entities and the words around names say over the whole report."""
    surnames, places, others = Counter[str](), Counter[str](), Counter[str]()
    for entity in named:
        words = entity.span.of(text)
        if entity.label == "PERSON" and " " in words:
            surnames.update(words.split())
        (places if entity.label in PLACE_LABELS else others)[words] += 1
    cued = Counter(p.text for p in possible if _placed(p.cues) and not p.after)
    return Surroundings(surnames=surnames, cued=cued, places=places, others=others)


def _placed(cues: Cues) -> bool:
    return cues.near or cues.type is not None or cues.preposition in _PLACING


def recognise(
    possible: Sequence[Possible],
    links: Sequence[Containment],
    around: Surroundings,
    weights: Mapping[str, float],
) -> list[int]:
    """The indices of the possible mentions that name places, in text order, without overlaps.

    Of overlapping ones the more probable stays; a longer name is given a little more. A name that
    is surely a place once needs less where it stands again.
    """
    rows = [recognition_features(p, around) for p in possible]
    for row, extra in zip(rows, link_features(len(rows), links), strict=True):
        row.update(extra)
    chances = [
        1.0 if _is_told(p) else probability(score(weights, row))
        for p, row in zip(possible, rows, strict=True)
    ]
    sure = {p.text for p, chance in zip(possible, chances, strict=True) if chance >= THRESHOLD}
    ranked = sorted(
        range(len(rows)), key=lambda index: -(chances[index] + _PER_WORD * possible[index].words)
    )
    chosen: list[int] = []
    taken: dict[int, Span] = {}
    starts: list[int] = []
    for index in ranked:
        here = possible[index]
        if chances[index] < _needed(here, sure, around):
            continue
        at = bisect_left(starts, here.span.start)
        beside = [taken[start] for start in starts[max(0, at - 1) : at + 1]]
        if not any(here.span.overlaps(other) for other in beside):
            starts.insert(at, here.span.start)
            taken[here.span.start] = here.span
            chosen.append(index)
    return sorted(chosen, key=lambda index: possible[index].span.start)


def _is_told(possible: Possible) -> bool:
    """Whether the words before say outright what the name is: "the town of X"."""
    return (
        possible.cues.of_type
        and bool(possible.candidates)
        and not possible.before
        and not possible.after
        and possible.text.rsplit(" ", 1)[-1] not in _ORGANISED
    )


def _is_common(possible: Possible) -> bool:
    """Whether the name is a word for a body or a street, or may be an acronym."""
    return possible.text in _ORGANISED | _STREETS or (
        possible.text.isupper() and len(possible.text) <= _ACRONYM
    )


def _needed(possible: Possible, sure: Set[str], around: Surroundings) -> float:
    """How probable a name must be where it stands."""
    longer = around.surnames[possible.text] or possible.before or possible.after
    if possible.position is not Position.OPEN and not longer and not _is_common(possible):
        return 0.0 if possible.position is Position.CERTAIN else LIKELY_THRESHOLD
    return SPREAD_THRESHOLD if possible.text in sure else THRESHOLD


def link_features(count: int, links: Sequence[Containment]) -> list[Features]:
    """Per possible mention, whether an adjacent name contains it or is contained in it."""
    rows: list[Features] = [{} for _ in range(count)]
    for link in links:
        comma = " by comma" if link.comma else ""
        rows[link.inner][f"container beside{comma}"] = 1.0
        rows[link.outer][f"contained beside{comma}"] = 1.0
    return rows


def recognition_features(possible: Possible, around: Surroundings) -> Features:
    """The features of one span: the parser's label (``label``, ``inside``, ``covers``), what the
    gazetteer has under the name (``is``), and the words around it."""
    features = {"bias": 1.0}
    features.update(_parser_features(possible, around))
    features.update(_gazetteer_features(possible))
    features.update(_word_features(possible, around))
    return features


def _parser_features(possible: Possible, around: Surroundings) -> Features:
    entity, span = possible.entity, possible.span
    if entity is None:
        kind = "label none"
    elif _labels(entity, possible):
        kind = f"label {_group(entity.label)}"
    elif entity.span.contains(span):
        kind = f"inside {_group(entity.label)}"
    else:
        kind = f"covers {_group(entity.label)}"
    features = {kind: 1.0}
    if possible.token is not None and possible.token.pos != "PROPN":
        features[f"pos {'ADJ' if possible.token.pos == 'ADJ' else 'other'}"] = 1.0
    places, others = around.places[possible.text], around.others[possible.text]
    if places + others:
        features["share labelled place"] = places / (places + others)
    return features


def _labels(entity: Entity, possible: Possible) -> bool:
    """Whether the parser's entity is the name, give or take a full stop or a compass word."""
    span = possible.span
    if entity.span.start == span.start:
        stop = int(possible.fixed is not None and possible.text.endswith("."))
        return span.end - entity.span.end in {0, stop}
    compass = f"{possible.before} " if is_compass(possible.before) else ""
    return entity.span.end == span.end and entity.span.start + len(compass) == span.start


def _group(label: str) -> str:
    return label if label in {"GPE", "LOC", "FAC", "PERSON", "ORG", "NORP"} else "other"


def _gazetteer_features(possible: Possible) -> Features:
    if possible.demonym:
        return {"is demonym": 1.0, "demonym alone": float(not possible.after)}
    if possible.fixed is not None:
        bare = "." not in possible.text
        known = possible.text in {"US", "UK", "UAE", "USA", "DRC", "DPRK", "DC"}
        return {"is bare code" if bare and not known else "is abbreviation": 1.0}
    if not possible.candidates:
        return {"is unknown": 1.0}
    best = possible.candidates[0].entry
    kind = "conflict place" if best.id < 0 and best.lat is not None else best.feature.value
    features = {f"is {kind}": 1.0}
    matches = {candidate.match for candidate in possible.candidates}
    transliterated = best.country in TRANSLITERATED
    if matches == {Match.LOOSE}:
        features["is loose"] = 1.0
    elif Match.PRIMARY not in matches:
        features["is alternate, transliterated" if transliterated else "is alternate"] = 1.0
    if transliterated:
        features["transliterated"] = 1.0
    if best.feature is Feature.PLACE and best.id > 0:
        features["population"] = log10(best.population + 1) / 5
        features["population unknown"] = float(best.population == 0)
    elif any(c.entry.population >= _CITY for c in possible.candidates if c.entry is not best):
        features["also a city"] = 1.0
    return features


def _word_features(possible: Possible, around: Surroundings) -> Features:
    cues, token, last = possible.cues, possible.token, possible.text.rsplit(" ", 1)[-1]
    alone = possible.words == 1
    flags = {
        "after preposition": cues.preposition in _PLACING,
        "cued elsewhere": possible.text in around.cued and not _placed(cues),
        "after other preposition": cues.preposition is not None,
        "near": cues.near,
        "dateline": cues.dateline,
        "direction": cues.direction is not None or cues.part is not None,
        "type word": cues.type is not None,
        "several words": not alone,
        "named word before": bool(possible.before) and not is_compass(possible.before),
        "named word after": bool(possible.after),
        "title before": possible.before.rstrip(".") in _TITLES,
        "organisation after": possible.after in _ORGANISED,
        "ends as organisation": last in _ORGANISED,
        "ends as feature": not alone and last in _STREETS,
        "feature after": possible.after in _STREETS,
        "surname": alone and around.surnames[possible.text] > around.cued[possible.text],
        "opens paragraph": possible.span.start == possible.paragraph.start,
        "capitals": len(possible.text) > 3 and possible.text.isupper(),
        "subject of saying": token is not None
        and token.dep == "nsubj"
        and possible.after == ""
        and token.head != token.index
        and cues.preposition is None,
        "short": len(possible.text) <= 3,
    }
    return {name: 1.0 for name, holds in flags.items() if holds}
