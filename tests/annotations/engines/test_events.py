"""The reader of events: batches, and the model as shipped on plain sentences."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from secondsource.annotations import load_event_reader
from secondsource.annotations.engines.events import EventReader
from secondsource.annotations.engines.marked import SOURCE
from secondsource.claims.coding.columns import ACLED_COLUMNS, PAIR_COLUMNS
from secondsource.text import Span
from tests.annotations.engines.speaking import tokenizer

TEXT = "the army said rebels left"
ARMY, REBELS = Span(4, 8), Span(14, 20)


def lengths(pieces: NDArray[np.int64], marks: NDArray[np.int64]) -> tuple[NDArray[np.float32], ...]:
    """Scores a pair by the place of its source, a text by its number of pieces."""
    sources = (marks == SOURCE).argmax(axis=1)
    both = sources[:, None], (pieces != 0).sum(axis=1)[:, None]
    return tuple(score.astype(np.float32) for score in both)


def test_every_question_is_answered_in_order_over_batches() -> None:
    reader = EventReader(tokenizer(), lengths)
    asked = [(TEXT, ARMY, REBELS), (TEXT, REBELS, ARMY)] * 9
    found = [float(score[0]) for score in reader.pairs(asked)]
    assert len(found) == 18
    assert found[:2] * 9 == found
    assert found[0] < found[1]
    assert reader.pairs([]) == []
    assert float(reader.text(TEXT)[0]) == 7


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        ("Rebels attacked the army.", "Rebels", "the army", "ASSAULT"),
        ("The army was attacked by rebels.", "rebels", "The army", "ASSAULT"),
        ("Canada refused to extradite the banker to Peru.", "Canada", "Peru", "REJECT"),
        ("Police arrested two activists.", "Police", "two activists", "COERCE"),
    ],
)
def test_plain_pairs_are_read(text: str, source: str, target: str, kind: str) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    [scores] = load_event_reader().pairs([(text, spans[0], spans[1])])
    best = PAIR_COLUMNS[int(scores.argmax())]
    assert best is not None
    assert best.value == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A suicide bomber blew himself up at a market, killing nine.", "Suicide bomb"),
        ("Warplanes bombed the town overnight.", "Air/drone strike"),
        ("Thousands marched peacefully to demand elections.", "Peaceful protest"),
        ("The team won the cup final with two goals.", ""),
    ],
)
def test_plain_texts_are_read(text: str, name: str) -> None:
    assert ACLED_COLUMNS[int(load_event_reader().text(text).argmax())] == name


def test_the_columns_are_those_of_the_shipped_model() -> None:
    [pair] = load_event_reader().pairs([(TEXT, ARMY, REBELS)])
    assert pair.shape == (len(PAIR_COLUMNS),)
    assert load_event_reader().text(TEXT).shape == (len(ACLED_COLUMNS),)
