from __future__ import annotations

import pytest

from bench.scorers.classes import accuracy, average_precision, macro_f1, weighted_f1

GOLD = ["a", "a", "b", "c"]
FOUND = ["a", "b", "b", None]


def test_accuracy() -> None:
    assert accuracy(GOLD, FOUND) == 0.5
    assert accuracy([], []) == 0.0


def test_macro_f1_is_the_mean_over_the_key_s_classes() -> None:
    # a: P 1, R 1/2; b: P 1/2, R 1; c: 0
    assert macro_f1(GOLD, FOUND) == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)


def test_weighted_f1_weighs_by_the_key() -> None:
    assert weighted_f1(GOLD, FOUND) == pytest.approx((2 * 2 / 3 + 2 / 3 + 0) / 4)


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        ([(0.9, True), (0.8, False), (0.7, True)], (1 + 2 / 3) / 2),
        ([(0.9, False), (0.5, True)], 1 / 2),
        ([(0.0, True), (0.0, False)], 1 / 2),
        ([(0.0, False), (0.0, True)], 1 / 2),
        ([(0.4, False)], 0.0),
    ],
)
def test_average_precision(ranked: list[tuple[float, bool]], expected: float) -> None:
    assert average_precision(ranked) == pytest.approx(expected)
