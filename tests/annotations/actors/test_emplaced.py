from __future__ import annotations

import pytest

from secondsource.annotations.actors import without_places
from secondsource.annotations.records import (
    ActorKind,
    ActorMention,
    PlaceMention,
    PlacePrecision,
)
from secondsource.text import Span

TEXT = "Rebels attacked Atareb. It fell. Atareb spoke."


def mention(start: int, end: int, kind: ActorKind, actor: str | None, name: str) -> ActorMention:
    span = Span(start, end)
    return ActorMention(span=span, head=span, actor=actor, name=name, kind=kind)


def place(start: int, end: int, lat: float | None) -> PlaceMention:
    span = Span(start, end)
    return PlaceMention(
        span=span, phrase=span, name="Al Atārib", lat=lat, precision=PlacePrecision.POPULATED_PLACE
    )


REBELS = mention(0, 6, ActorKind.ARMED_GROUP, None, "Rebels")
FIRST = mention(16, 22, ActorKind.PRIVATE_PERSON, "x-atareb", "Atareb")
IT = mention(24, 26, ActorKind.PRIVATE_PERSON, "x-atareb", "Atareb")
AGAIN = mention(33, 39, ActorKind.PRIVATE_PERSON, "x-atareb", "Atareb")


@pytest.mark.parametrize(
    ("actors", "places", "expected"),
    [
        ((REBELS, FIRST, IT), (place(16, 22, 36.1),), (REBELS,)),
        ((REBELS, FIRST, IT, AGAIN), (place(16, 22, 36.1),), (REBELS, IT, AGAIN)),
        ((REBELS, FIRST), (place(16, 22, None),), (REBELS, FIRST)),
        ((REBELS, FIRST), (), (REBELS, FIRST)),
    ],
)
def test_a_located_name_is_no_provisional_actor(
    actors: tuple[ActorMention, ...],
    places: tuple[PlaceMention, ...],
    expected: tuple[ActorMention, ...],
) -> None:
    assert without_places(TEXT, actors, places) == expected


def test_an_actor_of_the_registry_and_a_figure_stay() -> None:
    known = mention(16, 22, ActorKind.STATE, "syria", "Syria")
    figure = mention(33, 39, ActorKind.PUBLIC_FIGURE, "x-atareb", "Atareb")
    spots = (place(16, 22, 36.1), place(33, 39, 36.1))
    assert without_places(TEXT, (known, figure), spots) == (known, figure)
