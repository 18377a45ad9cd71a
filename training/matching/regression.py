"""Logistic regression with a squared penalty, fitted by Newton's method."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = 30
_LEAST_STEP = 1e-6
_LEAST_SPREAD = 1e-9


def fitted(
    rows: Floats, right: Floats, counted: Floats, *, penalty: float, first: Floats | None = None
) -> Floats:
    """Weights, then the base, (features + 1,), of the log-odds that a row is right.

    ``rows`` is (pairs, features), ``right`` 0 or 1 and ``counted`` the weight of each pair.
    Features are brought to one spread for the penalty only. ``first``, as long as the outcome, are
    weights from which the fit departs as far as the rows give reason to, those of rare features
    little; without them features start at nothing, and the base is free. No chance is involved.
    """
    centre, spread = rows.mean(0), rows.std(0) + _LEAST_SPREAD
    if first is not None:
        spread = np.ones_like(spread)
    scaled = np.c_[(rows - centre) / spread, np.ones(len(rows))]
    held = np.eye(scaled.shape[1]) * penalty
    held[-1, -1] = 0.0 if first is None else penalty
    start = np.zeros(scaled.shape[1])
    if first is not None:
        start = np.append(first[:-1] * spread, first[-1] + first[:-1] @ centre)
    weights = start.copy()
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counted * (right - chance)) - held @ (weights - start)
        curve = (scaled * (counted * chance * (1 - chance))[:, None]).T @ scaled + held
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < _LEAST_STEP:
            break
    own = weights[:-1] / spread
    base = weights[-1] - own @ centre
    return np.append(own, base)
