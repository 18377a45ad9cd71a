"""Provisional actors that the gazetteer later finds to be places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.records import ActorKind, ActorMention, PlaceMention


def without_places(
    text: str, actors: Sequence[ActorMention], places: Sequence[PlaceMention]
) -> tuple[ActorMention, ...]:
    """The actor mentions without those whose name is a located place's.

    The parser takes towns that it has not met for persons and bodies ("Rebels attacked Atareb").
    What refers to such an actor goes with it, unless it is named elsewhere where no place stands.
    """
    located = {place.span for place in places if place.lat is not None}
    dropped = {m.actor for m in actors if m.span in located and _is_guess(m)}
    kept = [m for m in actors if not (m.span in located and _is_guess(m))]
    gone = dropped - {m.actor for m in kept if m.actor in dropped and _names(m, text)}
    return tuple(
        replace(m, members=()) if gone & set(m.members) else m for m in kept if m.actor not in gone
    )


def _is_guess(mention: ActorMention) -> bool:
    return is_provisional(mention.actor) and mention.kind is not ActorKind.PUBLIC_FIGURE


def _names(mention: ActorMention, text: str) -> bool:
    return bool(set(mention.span.of(text).split()) & set(mention.name.split()))
