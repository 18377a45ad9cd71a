"""The country in which a passage is set, as far as its words are plain about it.

"Government forces" are those of the country where the event is, so a passage that names two
countries leaves them open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.annotations.actors.matcher import Hit
from secondsource.annotations.records import ActorKind, Parse, PlaceMention

_MAJORITY = 0.6
_BACK = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Countries (ISO 3166-1 alpha-2) named as places, by sentence and over the whole report."""

    by_sentence: tuple[frozenset[str], ...]
    overall: str | None

    def country(self, sentence: int) -> str | None:
        """The country of a sentence: its own, that of a sentence or two before, or that of the
        report as a whole; ``None`` where the nearest to name any names several."""
        for number in range(sentence, max(-1, sentence - _BACK - 1), -1):
            named = self.by_sentence[number]
            if len(named) == 1:
                return next(iter(named))
            if named:
                return self.overall if self.overall in named else None
        return self.overall


def setting_of(
    parse: Parse,
    hits: Iterable[Hit],
    agents: frozenset[int],
    places: tuple[PlaceMention, ...] | None,
) -> Setting:
    """From the places layer if there is one, else from the states, capitals and groups named.

    ``agents`` are the tokens where a state's name stands for an actor.
    """
    evidence = list(_of_groups(parse, hits))
    if places:
        evidence += _of_places(parse, places)
    else:
        evidence += [
            (parse[hit.first].sentence, actor.country)
            for hit in hits
            for actor, _ in hit.bearers[:1]
            if actor.kind is ActorKind.STATE and actor.country and hit.first not in agents
        ]
    rows: list[set[str]] = [set() for _ in parse.sentences]
    for sentence, country in evidence:
        rows[sentence].add(country)
    counts = Counter(country for _, country in evidence)
    most = counts.most_common(1)
    clear = bool(most) and most[0][1] >= _MAJORITY * counts.total()
    return Setting(
        by_sentence=tuple(frozenset(row) for row in rows), overall=most[0][0] if clear else None
    )


def _of_groups(parse: Parse, hits: Iterable[Hit]) -> list[tuple[int, str]]:
    return [
        (parse[hit.first].sentence, actor.country)
        for hit in hits
        for actor, _ in hit.bearers[:1]
        if actor.kind is ActorKind.ARMED_GROUP and actor.country
    ]


def _of_places(parse: Parse, places: tuple[PlaceMention, ...]) -> list[tuple[int, str]]:
    rows = []
    for place in places:
        tokens = parse.within(place.span)
        if place.country and tokens and not place.adjectival:
            rows.append((tokens[0].sentence, place.country))
    return rows
