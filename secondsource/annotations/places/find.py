"""The places of a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.places.containment import Containment, find_containments
from secondsource.annotations.places.entities import entities
from secondsource.annotations.places.gazetteer import Gazetteer
from secondsource.annotations.places.mentions import Possible, possible_mentions
from secondsource.annotations.places.names import Named, Setting
from secondsource.annotations.places.outlets import outlet_country, outlet_letters
from secondsource.annotations.places.recognition import recognise, survey
from secondsource.annotations.places.render import render
from secondsource.annotations.places.resolution import resolve
from secondsource.annotations.places.weights import load_weights
from secondsource.annotations.records import ActorKind, ActorMention, Layers, PlaceMention
from secondsource.errors import LayerOrder

_ADJECTIVE_MAY_STAND = {
    ActorKind.STATE,
    ActorKind.GOVERNMENT,
    ActorKind.MILITARY,
    ActorKind.OFFICE,
    ActorKind.CIVILIANS,
    ActorKind.COMMUNITY,
}


def find_places(layers: Layers, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places named in a report, in the order of the text, each resolved where it can be.

    Raises:
        LayerOrder: if the report has not been parsed.
        MissingResource: if the gazetteer cannot be read.
    """
    if layers.parse is None:
        raise LayerOrder("places", "the report has not been parsed", "run the parser first")
    report, weights = layers.report, load_weights()
    actors = _Actors(layers.actors or ())
    named = entities(layers.parse)
    possible = [
        p for p in possible_mentions(report, layers.parse, named, gazetteer) if not actors.hold(p)
    ]
    links = find_containments(report.text, possible)
    chosen = recognise(possible, links, survey(named, possible, report.text), weights["recogniser"])
    names = group_names(possible, links, chosen)
    setting = Setting(country=outlet_country(report), outlet=outlet_letters(report))
    choices = resolve(names, setting, weights)
    by_key = {named.key: choice for named, choice in zip(names, choices, strict=True)}
    spans = {actor.span for actor in layers.actors or () if not is_provisional(actor.actor)}
    return tuple(
        render(possible[i], by_key[group_key(possible[i])], metonym=possible[i].span in spans)
        for i in chosen
    )


def group_key(possible: Possible) -> str:
    """What the mentions of one name share."""
    return f"={possible.fixed.id}" if possible.fixed else possible.key


def group_names(
    possible: Sequence[Possible], links: Sequence[Containment], chosen: Sequence[int]
) -> list[Named]:
    """The names behind the chosen mentions, each with what all of its mentions say."""
    groups: dict[str, list[int]] = {}
    for index in chosen:
        groups.setdefault(group_key(possible[index]), []).append(index)
    kept: dict[int, list[Containment]] = {}
    taken = frozenset(chosen)
    for link in links:
        if link.inner in taken and link.outer in taken:
            kept.setdefault(link.inner, []).append(link)
    return [
        _named(key, [possible[i] for i in members], [k for i in members for k in kept.get(i, ())])
        for key, members in groups.items()
    ]


def _named(key: str, members: Sequence[Possible], links: Sequence[Containment]) -> Named:
    close = [link for link in links if link.comma]
    return Named(
        key=key,
        candidates=members[0].candidates,
        fixed=members[0].fixed,
        types=frozenset(member.cues.type for member in members if member.cues.type),
        contained=frozenset().union(*(link.entries for link in close or links)),
        comma=bool(close),
        weight=len(members),
    )


class _Actors:
    """A report's actors, found by offset."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self._actors = sorted(actors, key=lambda actor: actor.span)
        self._starts = [actor.span.start for actor in self._actors]
        self._reach = list(accumulate((actor.span.end for actor in self._actors), max))

    def hold(self, possible: Possible) -> bool:
        """Whether the name stands inside a longer actor's name ("Islamic State of Iraq").

        A demonym before a government or an army ("Syrian forces") still says whose it is.
        """
        index = bisect_right(self._starts, possible.span.start) - 1
        while index >= 0 and self._reach[index] >= possible.span.end:
            actor = self._actors[index]
            if (
                actor.span.contains(possible.span)
                and actor.span != possible.span
                and not (possible.demonym and actor.kind in _ADJECTIVE_MAY_STAND)
            ):
                return True
            index -= 1
        return False
