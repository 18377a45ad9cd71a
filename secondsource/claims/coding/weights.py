"""How far the trained reader and the rules are trusted, as ``training/events`` fitted it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import MissingResource

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """``temperature`` divides the scores, ``rules`` is added for each vote of the rules first."""

    temperature: float
    rules: float

    def chances(self, scores: Floats, votes: Floats) -> list[float]:
        """The probabilities of the columns; both arguments are (columns,)."""
        mixed = (scores.astype(np.float64) + self.rules * votes) / self.temperature
        raised = np.exp(mixed - mixed.max())
        return [float(chance) for chance in raised / raised.sum()]


@lru_cache(maxsize=2)
def load_weights(layer: str) -> Weights:
    """The weights of ``pairs`` or ``acled``.

    Raises:
        MissingResource: if the file is absent or holds no such weights.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "coding.toml")
    try:
        row = tomllib.loads(source.read_text(encoding="utf-8"))[layer]
        return Weights(temperature=float(row["temperature"]), rules=float(row["rules"]))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise MissingResource(
            str(source), f"the weights cannot be read: {error}", "install the package again"
        ) from error
