from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.engines.decoding import (
    BEGIN,
    END,
    INSIDE,
    OUTSIDE,
    SINGLE,
    best_tags,
    runs,
    tags_of,
)

_ALLOWED = {
    OUTSIDE: {OUTSIDE, BEGIN, SINGLE},
    BEGIN: {INSIDE, END},
    INSIDE: {INSIDE, END},
    END: {OUTSIDE},
    SINGLE: {OUTSIDE},
}


@given(seed=st.integers(0, 10_000), words=st.integers(1, 12), count=st.integers(1, 4))
def test_tags_always_make_sense(seed: int, words: int, count: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 5, (count, words, 5)).astype(np.float32)
    for tags in best_tags(scores):
        assert tags[0] in (OUTSIDE, BEGIN, SINGLE)
        assert tags[-1] in (OUTSIDE, END, SINGLE)
        pairs = zip(tags[:-1].tolist(), tags[1:].tolist(), strict=True)
        assert all(following in _ALLOWED[before] for before, following in pairs)


def test_one_doubtful_word_does_not_break_a_stretch() -> None:
    scores = np.zeros((1, 5, 5), dtype=np.float32)
    for word, tag in enumerate((BEGIN, INSIDE, OUTSIDE, INSIDE, END)):
        scores[0, word, tag] = 3.0
    assert best_tags(scores)[0].tolist() == [BEGIN, INSIDE, INSIDE, INSIDE, END]


def test_runs_are_the_stretches_inside() -> None:
    tags = np.array([SINGLE, OUTSIDE, BEGIN, INSIDE, END, OUTSIDE])
    assert runs(tags) == ((0, 1), (2, 5))
    assert runs(np.array([OUTSIDE])) == ()


@given(inside=st.lists(st.booleans(), min_size=1, max_size=20))
def test_tags_and_runs_say_the_same(inside: list[bool]) -> None:
    tags = tags_of(np.array(inside))
    held = {word for start, end in runs(tags) for word in range(start, end)}
    assert [word in held for word in range(len(inside))] == inside
    assert best_tags(np.eye(5, dtype=np.float32)[tags][None])[0].tolist() == tags.tolist()


@given(seed=st.integers(0, 10_000), words=st.integers(1, 5))
def test_no_tags_that_make_sense_score_higher(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 2, (1, words, 5)).astype(np.float32)

    def total(tags: Sequence[int]) -> float:
        return float(sum(scores[0, word, tag] for word, tag in enumerate(tags)))

    sensible = [
        tags
        for tags in product(range(5), repeat=words)
        if tags[0] in (OUTSIDE, BEGIN, SINGLE)
        and tags[-1] in (OUTSIDE, END, SINGLE)
        and all(following in _ALLOWED[before] for before, following in pairwise(tags))
    ]
    best = total(best_tags(scores)[0].tolist())
    assert best == pytest.approx(max(map(total, sensible)), abs=1e-4)
