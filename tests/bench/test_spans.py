from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.scorers import spans
from bench.scorers.counts import Counts, harmonic, total
from secondsource.text import Span


def units(*rows: tuple[int, int]) -> list[spans.Unit]:
    return [spans.unit(Span(*row)) for row in rows]


def test_exact_counts_equal_units_once() -> None:
    counts = spans.exact(units((0, 5), (0, 5), (7, 9)), units((0, 5), (6, 9)))
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_a_discontinuous_unit_is_exact_only_as_a_whole() -> None:
    gold = [(Span(0, 3), Span(6, 9))]
    assert spans.exact(gold, units((0, 3))).hits == 0
    assert spans.exact(gold, [(Span(0, 3), Span(6, 9))]).hits == 1


def test_begin_matches_each_key_once() -> None:
    counts = spans.begin(units((0, 5), (8, 9)), units((0, 2), (0, 3)))
    assert (counts.hits, counts.predicted, counts.gold) == (1, 2, 2)


@pytest.mark.parametrize(
    ("gold", "found", "hits"),
    [
        ([(0, 10)], [(0, 4), (5, 9)], 1),
        ([(0, 4), (5, 9)], [(0, 9)], 1),
        ([(0, 4), (5, 9)], [(3, 6), (0, 3)], 2),
        ([(0, 4)], [(4, 8)], 0),
        ([], [(0, 1)], 0),
    ],
)
def test_touching_is_one_to_one(
    gold: list[tuple[int, int]], found: list[tuple[int, int]], hits: int
) -> None:
    assert spans.touching(units(*gold), units(*found)).hits == hits


def test_jaccard_grades_by_words() -> None:
    text = "one two three four"
    counts = spans.jaccard(text, units((0, 18)), units((0, 7)))
    assert counts.precision == pytest.approx(0.5)
    assert counts.recall == pytest.approx(0.5)
    both = spans.jaccard(text, units((0, 18)), units((0, 7), (8, 18)))
    assert (both.precision, both.recall) == (pytest.approx(0.5), pytest.approx(0.5))


def test_counts_without_anything_are_zero() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)
    assert harmonic(1.0, 0.5) == pytest.approx(2 / 3)
    assert total([Counts.of(1, 2, 2), Counts.of(1, 2, 2)]) == Counts.of(2, 4, 4)


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda row: (row[0], row[0] + row[1])),
    max_size=8,
)


@given(SPANS, SPANS)
def test_measures_grow_more_lenient(
    gold: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    keys, answers = units(*gold), units(*found)
    exact, touching = spans.exact(keys, answers), spans.touching(keys, answers)
    assert exact.hits <= spans.begin(keys, answers).hits
    assert 0 <= exact.f1 <= 1
    assert touching.hits <= min(touching.predicted, touching.gold)
    if keys:
        assert spans.touching(keys, keys).f1 == 1.0
        assert spans.jaccard("word " * 10, keys, keys).f1 <= 1.0
