"""The weights of the recogniser and the resolver: one shipped table.

``data/weights.tsv`` has the columns model, feature, weight. ``training/geoparsing/fit_weights.py``
fits and writes it; each feature's meaning is the docstring of the module that computes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import exp

from secondsource.annotations.places.tables import read_table

Features = dict[str, float]
"""Feature name to value; a feature left out is 0."""


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """Model name to feature name to weight."""
    models: dict[str, dict[str, float]] = {}
    for model, feature, weight in read_table("weights.tsv"):
        models.setdefault(model, {})[feature] = float(weight)
    return models


def score(weights: Mapping[str, float], features: Features) -> float:
    """The weighted sum of the features."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def probability(logit: float) -> float:
    """The logistic function."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, logit))))
