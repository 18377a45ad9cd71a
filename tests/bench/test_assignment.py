from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scorers.assignment import best_assignment, best_total


def brute_force(weights: list[list[float]]) -> float:
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        return brute_force([list(column) for column in zip(*weights, strict=True)])
    return max(
        sum(weights[row][column] for row, column in enumerate(order))
        for order in permutations(range(columns), rows)
    )


def test_greedy_choice_is_not_taken() -> None:
    assert best_assignment([[5.0, 4.0], [4.0, 1.0]]) == [(0, 1), (1, 0)]


def test_empty_matrices_assign_nothing() -> None:
    assert best_assignment([]) == []
    assert best_assignment([[]]) == []
    assert best_total({}) == 0


MATRICES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 9).map(float), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


@given(MATRICES)
def test_agrees_with_trying_every_order(weights: list[list[float]]) -> None:
    pairs = best_assignment(weights)
    assert len(pairs) == min(len(weights), len(weights[0]))
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    best = brute_force(weights)
    assert sum(weights[row][column] for row, column in pairs) == pytest.approx(best)
    sparse = {
        (row, column): weight
        for row, line in enumerate(weights)
        for column, weight in enumerate(line)
        if weight
    }
    assert best_total(sparse) == pytest.approx(best)
