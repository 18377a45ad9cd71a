"""States of sentences: batches, and the shipped model with its state as one more output."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from secondsource.annotations import load_state_reader
from secondsource.annotations.engines import states
from secondsource.annotations.engines.shipped import read_shipped
from secondsource.annotations.engines.states import WIDTH, StateReader, onnx_pooler
from secondsource.errors import MissingResource
from tests.annotations.engines.speaking import tokenizer


def lengths(pieces: NDArray[np.int64], marks: NDArray[np.int64]) -> NDArray[np.float32]:
    """A state as wide as two, with the number of pieces in the last place."""
    assert not marks.any()
    found = np.zeros((len(pieces), 2 * WIDTH), dtype=np.float32)
    found[:, -1] = (pieces != 0).sum(axis=1)
    return found


def test_every_text_has_a_state_in_order_over_batches() -> None:
    reader = StateReader(tokenizer(), lengths)
    found = reader.states(["the army said", "the army said rebels left"] * 9)
    assert found.shape == (18, WIDTH)
    assert found[:2, -1].tolist() == [5, 7]
    assert found[-1, -1] == 7
    assert reader.states([]).shape == (0, WIDTH)


def test_the_shipped_model_puts_like_sentences_near_each_other() -> None:
    shelled, bombed, met = load_state_reader().states(
        [
            "The army shelled the town overnight.",
            "Artillery hit the village at dawn.",
            "The two ministers met to discuss trade.",
        ]
    )
    assert float(shelled @ bombed) > float(shelled @ met)


def test_a_model_without_states_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "_STATE", "/absent")
    with pytest.raises(MissingResource, match="gives no states"):
        onnx_pooler(read_shipped("events").model)
