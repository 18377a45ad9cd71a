"""Nodes keep their places, apart from each other and inside the drawing."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.views.pages.layout import Spring, spring_layout


def chain(*nodes: int) -> tuple[Spring, ...]:
    return tuple(Spring(one=one, other=other, strength=1.0) for one, other in pairwise(nodes))


@pytest.mark.parametrize(("nodes", "places"), [(0, ()), (1, ((0.5, 0.5),))])
def test_few_nodes(nodes: int, places: tuple[tuple[float, float], ...]) -> None:
    assert spring_layout(nodes, ()) == places


@settings(max_examples=20)
@given(st.integers(2, 40), st.data())
def test_nodes_stay_inside_and_apart(nodes: int, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, nodes - 1), st.integers(0, nodes - 1))
    pairs = data.draw(st.lists(ends.filter(lambda pair: pair[0] != pair[1]), max_size=60))
    springs = tuple(Spring(one=one, other=other, strength=1.0) for one, other in pairs)
    places = spring_layout(nodes, springs)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places)
    assert min(dist(one, other) for one, other in combinations(places, 2)) > 0.001


def test_the_same_network_has_the_same_places() -> None:
    springs = chain(0, 1, 2, 3, 4)
    first = spring_layout(5, springs)
    spring_layout.cache_clear()
    assert spring_layout(5, springs) == first


def test_who_is_tied_stands_nearer() -> None:
    places = spring_layout(6, (*chain(0, 1, 2, 0), *chain(3, 4, 5, 3)))
    tied = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)]
    apart = [(one, other) for one in (0, 1, 2) for other in (3, 4, 5)]
    near = [dist(places[one], places[other]) for one, other in tied]
    far = [dist(places[one], places[other]) for one, other in apart]
    assert sum(near) / len(near) < sum(far) / len(far)
