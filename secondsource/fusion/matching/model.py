"""A matcher as a table: features with weights, and a score that never travels without its reasons.

The score is the log-odds, by logistic regression, that two things are about one event. Weights are
made by ``training/matching`` and described in ``docs/models/matching.md``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Generic, TypeVar

_TABLES = ("weights.toml", "claim_weights.toml")

Compared = TypeVar("Compared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature(Generic[Compared]):
    """One way of comparing; the docstring of ``measure`` is the feature's documentation."""

    name: str
    measure: Callable[[Compared, Compared], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one feature found, and by how much log-odds that moved the score."""

    feature: str
    value: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The log-odds that two things are about one event, and the reasons, the heaviest first."""

    score: float
    because: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """0 to 1; of two things compared because something proposed them."""
        return 1.0 / (1.0 + math.exp(-self.score))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A column of the table: the weight of each feature by name, and the score of no evidence."""

    base: float
    by_feature: Mapping[str, float]


@lru_cache(maxsize=8)
def shipped_weights(name: str) -> Weights:
    """The column ``name`` of the shipped tables.

    Raises:
        KeyError: if no table has such a column.
    """
    folder = resources.files(__package__)
    columns: dict[str, dict[str, float]] = {}
    for table in _TABLES:
        columns |= tomllib.loads(folder.joinpath(table).read_text(encoding="utf-8"))
    column = columns[name]
    return Weights(base=column.pop("base"), by_feature=column)


def match(
    features: Sequence[Feature[Compared]], weights: Weights, first: Compared, second: Compared
) -> Match:
    """Compare ``first`` with ``second``; features that say nothing (0) give no reason."""
    reasons = []
    for feature in features:
        value = feature.measure(first, second)
        if value:
            points = value * weights.by_feature[feature.name]
            reasons.append(Reason(feature=feature.name, value=value, points=points))
    reasons.sort(key=lambda reason: (-abs(reason.points), reason.feature))
    score = weights.base + math.fsum(reason.points for reason in reasons)
    return Match(score=score, because=tuple(reasons))
