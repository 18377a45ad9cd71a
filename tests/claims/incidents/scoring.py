"""A reader that answers as it is told, in the place of the trained one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations import IncidentReader, IncidentRole, IncidentScores, IncidentType
from secondsource.text import Span

TYPES = tuple(IncidentType)
_INSIDE, _OUTSIDE = 2.5, -2.5
_WORD = re.compile(r"\w+|[^\w\s]")


def logit(chance: float) -> float:
    """Log-odds."""
    return float(np.log(chance / (1 - chance)))


def scores(
    text: str,
    told: Mapping[IncidentType, float],
    fill: Mapping[IncidentRole, Sequence[tuple[str, float]]],
    kinds: Mapping[str, IncidentType] | None = None,
) -> IncidentScores:
    """One window over ``text``: the chance of each type of ``told``, and for each role words with
    the chance that they fill it; ``kinds`` says of which type words are, else of every."""
    words = [Span(*found.span()) for found in _WORD.finditer(text)]
    inside = np.full((len(IncidentRole), len(words)), 1e-4, dtype=np.float32)
    begins = np.zeros((len(IncidentRole), len(words)), dtype=bool)
    ends = np.zeros_like(begins)
    odds = np.zeros((len(words), len(TYPES)), dtype=np.float32)
    for role, rows in fill.items():
        for name, chance in rows:
            span = Span(text.index(name), text.index(name) + len(name))
            held = [row for row, word in enumerate(words) if word.overlaps(span)]
            inside[role, held] = chance
            begins[role, held[0]], ends[role, held[-1]] = True, True
            if kinds and name in kinds:
                odds[held] = _OUTSIDE
                odds[held, TYPES.index(kinds[name])] = _INSIDE
    return IncidentScores(
        words=tuple(words),
        tags=np.log(_tags(inside, begins, ends)),
        types=np.array([logit(told.get(kind, 0.01)) for kind in TYPES], dtype=np.float32),
        kinds=odds,
    )


def _tags(
    inside: NDArray[np.float32], begins: NDArray[np.bool_], ends: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """Outside, beginning, inside, end, single: the chance goes to the tag that fits."""
    tags = np.full((*inside.shape, 5), 1e-6, dtype=np.float32)
    tags[..., 0] = 1 - inside
    which = np.where(begins & ends, 4, np.where(begins, 1, np.where(ends, 3, 2)))
    np.put_along_axis(tags, which[..., None], inside[..., None], axis=-1)
    return tags


class Told(IncidentReader):
    """A reader that has one answer, if any."""

    def __init__(self, *windows: IncidentScores) -> None:
        self._windows = windows

    def read(self, text: str, parts: Sequence[Span]) -> tuple[IncidentScores, ...]:
        """The answer, whatever the text."""
        return self._windows if text and parts else ()
