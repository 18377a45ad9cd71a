"""Heads that tell a user's types apart: logistic regression over the states of sentences.

The state is the shipped encoder's (`secondsource.annotations.StateReader`), so a dozen sentences of
a type are enough to begin with. Fitting is deterministic: it starts from zero and takes a fixed
number of accelerated gradient steps (Nesterov 1983).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
States = NDArray[np.floating]

LEAST = 5
"""How many examples of a type, and how many others, a head is fitted to at least."""

_PENALTY = 0.1
_STEPS = 300
_LEAST_SPREAD = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Tells sentences of the type ``name`` from others, after ``right`` and ``others`` examples.

    ``weights`` (width,) and ``bias`` are of the logistic regression over plain states.
    """

    name: str
    weights: Doubles
    bias: float
    right: int
    others: int

    def chances(self, states: States) -> Doubles:
        """The probability of each of ``states``, (sentences, width)."""
        return _logistic(states.astype(np.float64) @ self.weights + self.bias)


def enough(labels: Sequence[bool]) -> bool:
    """Whether a head may be fitted to examples with these labels."""
    return sum(labels) >= LEAST and len(labels) - sum(labels) >= LEAST


def fitted(name: str, states: States, labels: Sequence[bool]) -> Head:
    """The head of one type.

    Args:
        name: the type.
        states: (examples, width).
        labels: for each example whether it is of the type.
    """
    rows = states.astype(np.float64)
    centre, spread = rows.mean(axis=0), rows.std(axis=0) + _LEAST_SPREAD
    scale = spread * np.sqrt(rows.shape[1])
    weights, bias = _descended((rows - centre) / scale, np.asarray(labels, dtype=np.float64))
    weights = weights / scale
    right = int(sum(labels))
    return Head(
        name=name,
        weights=weights,
        bias=float(bias - centre @ weights),
        right=right,
        others=len(labels) - right,
    )


def _descended(rows: Doubles, right: Doubles) -> tuple[Doubles, float]:
    """Weights and bias that minimise the mean loss with a penalty on squared weights."""
    count = len(rows)
    penalty = _PENALTY / count
    steep = 0.25 * float(np.linalg.norm(rows @ rows.T, 2)) / count + 0.25 + penalty
    before = ahead = np.zeros(rows.shape[1] + 1)
    momentum = 1.0
    held = np.append(np.full(rows.shape[1], penalty), 0.0)
    wide = np.hstack([rows, np.ones((count, 1))])
    for _ in range(_STEPS):
        slope = wide.T @ (_logistic(wide @ ahead) - right) / count + held * ahead
        now = ahead - slope / steep
        further = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        before, ahead = now, now + (momentum - 1) / further * (now - before)
        momentum = further
    return before[:-1], float(before[-1])


def _logistic(scores: Doubles) -> Doubles:
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -60, 60))))
