"""What the trained reader hands over: tagged attributions that can still be asked for more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from math import inf

import numpy as np

from secondsource.annotations.engines.decoding import Floats, tags_of
from secondsource.text import Misalignment, Span


class Role(IntEnum):
    """The parts of an attribution, in the order in which the model scores them."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TagScores:
    """The log-probabilities of a window's tags: (roles, words, tags)."""

    words: tuple[Span, ...]
    tags: Floats

    def of(self, role: Role, spans: Sequence[Span]) -> float:
        """The log-probability that the words of ``spans``, and no others, have ``role``."""
        inside = np.zeros(len(self.words), dtype=np.bool_)
        for span in spans:
            inside[slice(*(span.align(self.words, Misalignment.EXPAND) or (0, 0)))] = True
        tags = tags_of(inside)
        return float(self.tags[role, np.arange(len(tags)), tags].sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """An attribution as the model tags it; spans point into the report's text.

    ``score`` is the model's probability that the cue is one, which is not calibrated.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    scores: TagScores | None = field(default=None, repr=False, compare=False)

    def spans(self, role: Role) -> tuple[Span, ...]:
        """The spans of one role."""
        return (self.source, self.cue, self.content)[role]

    def dearer(self, role: Role, spans: Sequence[Span]) -> float:
        """How many nats of log-probability reading ``spans`` for ``role`` would cost.

        Infinite where the model's scores were not kept.
        """
        if self.scores is None:
            return inf
        return self.scores.of(role, self.spans(role)) - self.scores.of(role, spans)
