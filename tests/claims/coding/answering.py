"""A reader of events that gives the same scores to everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations import EventReader
from secondsource.claims.coding.columns import ACLED_COLUMNS, PAIR_COLUMNS
from secondsource.text import Span

_NAMES = [kind.value if kind else "" for kind in PAIR_COLUMNS]


@dataclass
class Answering(EventReader):
    """``scores`` by type, or by sub-event type, "" standing for none; ``asked`` keeps the pairs."""

    scores: dict[str, float]
    asked: list[tuple[str, Span, Span]] = field(default_factory=list)

    def pairs(self, asked: Sequence[tuple[str, Span, Span]]) -> list[NDArray[np.float32]]:
        self.asked += asked
        return [self._columns(_NAMES) for _ in asked]

    def text(self, text: str) -> NDArray[np.float32]:
        return self._columns(ACLED_COLUMNS)

    def _columns(self, names: Sequence[str]) -> NDArray[np.float32]:
        return np.array([self.scores.get(name, 0.0) for name in names], dtype=np.float32)
