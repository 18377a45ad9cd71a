"""Fits the heads of a codebook to its examples, on all of them or across folds of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.claims.codebook.head import Doubles, Head, States, enough, fitted
from secondsource.claims.codebook.records import Codebook, Example

FOLDS = 5
SEED = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A codebook with the heads of those of its types that have examples enough."""

    codebook: Codebook
    heads: Mapping[str, Head]


def fit_codebook(codebook: Codebook, states: States) -> Fitted:
    """The heads on all examples; ``states`` are theirs, (examples, width)."""
    return Fitted(codebook=codebook, heads=_heads(codebook, codebook.examples, states))


def crossed_chances(codebook: Codebook, states: States) -> dict[str, Doubles]:
    """For each type with a head the chances of the examples by heads that never saw them.

    The folds are drawn within each label by a fixed seed, so that each has some of every type.
    """
    folds = _folds(codebook.examples)
    wanted = _heads(codebook, codebook.examples, states)
    chances = {name: np.zeros(len(folds)) for name in wanted}
    for fold in sorted(set(folds)):
        inside = [number for number, other in enumerate(folds) if other != fold]
        asked = [number for number, other in enumerate(folds) if other == fold]
        for name in wanted:
            labels = [name in codebook.examples[number].types for number in inside]
            chances[name][asked] = fitted(name, states[inside], labels).chances(states[asked])
    return chances


def _heads(codebook: Codebook, examples: Sequence[Example], states: States) -> dict[str, Head]:
    found = {}
    for kind in codebook.types:
        labels = [kind.name in row.types for row in examples]
        if enough(labels):
            found[kind.name] = fitted(kind.name, states, labels)
    return found


def _folds(examples: Sequence[Example]) -> list[int]:
    folds = [0] * len(examples)
    begin = 0
    for numbers in _by_label(examples):
        for place, number in enumerate(numbers):
            folds[number] = (begin + place) % FOLDS
        begin += len(numbers)
    return folds


def _by_label(examples: Sequence[Example]) -> Iterator[list[int]]:
    """The numbers of the examples of each label, shuffled."""
    chance = np.random.default_rng(SEED)
    for label in sorted({tuple(sorted(row.types)) for row in examples}):
        numbers = [n for n, row in enumerate(examples) if tuple(sorted(row.types)) == label]
        yield [numbers[place] for place in chance.permutation(len(numbers))]
