"""What the heads are fitted on: the development examples, with some made sentences beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.events.corpus import read_acled, read_pairs, together
from training.events.fitting import SEED
from training.events.labels import Example
from training.events.templates import made_pairs
from training.events.texts import made_texts

# Real sentences have no pairs between which nothing happens, and few texts about nothing.
_MADE_WEIGHT = 0.2


def read_examples(data: Path) -> list[Example]:
    """The development examples; those of one group never stand on both sides of a split."""
    return together([*read_pairs(data), *read_acled(data)])


def made_beside() -> list[Example]:
    """Made sentences, other ones than the encoder was trained on, that count less."""
    made = [*made_pairs(1, SEED + 1), *made_texts(1, SEED + 1)]
    return [replace(example, weight=_MADE_WEIGHT) for example in made]
