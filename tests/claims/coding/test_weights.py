"""From scores and votes to probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from secondsource.claims.coding.weights import Weights, load_weights
from secondsource.errors import MissingResource

scores = arrays(np.float32, 5, elements=st.floats(-30, 30, width=32))


@given(scores=scores, temperature=st.floats(0.5, 4.0))
def test_probabilities_keep_the_order_of_the_scores(scores: np.ndarray, temperature: float) -> None:
    chances = Weights(temperature=temperature, rules=0.0).chances(scores, np.zeros(5, np.float32))
    assert sum(chances) == pytest.approx(1.0)
    assert max(chances) == pytest.approx(chances[int(scores.argmax())])


def test_a_vote_raises_its_column_and_a_high_temperature_levels_all() -> None:
    flat, vote = np.zeros(3, np.float32), np.array([0, 1, 0], np.float32)
    low, high = (Weights(temperature=t, rules=2.0).chances(flat, vote)[1] for t in (1.0, 3.0))
    assert 1 / 3 < high < low < 1


def test_unknown_weights_are_a_missing_resource() -> None:
    with pytest.raises(MissingResource):
        load_weights("feelings")
