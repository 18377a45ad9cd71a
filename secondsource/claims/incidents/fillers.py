"""From the scores of words to the words that may fill a role in an incident.

The model learned from keys that name words and not where they stand, so what is scored is a string
of words: the mean over all its occurrences in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations import IncidentRole, IncidentScores
from secondsource.text import Span

Floats = NDArray[np.float32]

_EDGES = " \t\n.,;:!?\"'`()[]{}-"
_OPEN = re.compile(r"[(\[][^)\]]*$")
_ARTICLE = re.compile(r"^(?:the|an?)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Words that may fill ``role``: ``key`` is how they are compared, ``spans`` where they stand.

    ``score`` is from 0 to 1; ``kinds`` are the chances that it is in an incident of each type,
    (types,).
    """

    role: IncidentRole
    key: str
    spans: tuple[Span, ...]
    score: float
    kinds: Floats

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the key."""
        return tuple(self.key.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An occurrence: words ``start`` to ``end`` of a window."""

    span: Span
    score: float
    kinds: Floats


def fillers(text: str, windows: Sequence[IncidentScores], bias: float) -> list[Filler]:
    """What may fill a role, in order of first occurrence; ``bias`` is added to the log-odds that a
    word is in a role, so that the less likely are found too."""
    found: dict[tuple[IncidentRole, str], list[_Found]] = {}
    for role in IncidentRole:
        keys = {
            key
            for window in windows
            for start, end in window.runs(role, bias)
            if (key := key_of(_words(text, window, start, end)))
        }
        for window in windows:
            for key, start, end in _occurrences(text, window, keys):
                found.setdefault((role, key), []).append(_at(window, role, start, end))
    rows = [_filler(role, key, parts) for (role, key), parts in found.items()]
    return sorted(rows, key=lambda row: (row.spans[0], row.role))


def key_of(words: str) -> str:
    """Words as they are compared: small letters, single spaces, no article, no marks at the ends,
    and nothing from a bracket on that they leave open."""
    bare = _ARTICLE.sub("", _OPEN.sub("", words.lower().strip(_EDGES)), count=1)
    return " ".join(bare.strip(_EDGES).split())


def _words(text: str, window: IncidentScores, start: int, end: int) -> str:
    return text[window.words[start].start : window.words[end - 1].end]


def _occurrences(
    text: str, window: IncidentScores, keys: Iterable[str]
) -> Iterator[tuple[str, int, int]]:
    """Where each key stands in the window, as ranges of words."""
    if not window.words:
        return
    offset = window.words[0].start
    whole = text[offset : window.words[-1].end].lower()
    starts = {word.start: row for row, word in enumerate(window.words)}
    ends = {word.end: row + 1 for row, word in enumerate(window.words)}
    for key in keys:
        spaced = r"\s+".join(map(re.escape, key.split()))
        for match in re.finditer(rf"(?<![\w-]){spaced}(?![\w-])", whole):
            start, end = starts.get(offset + match.start()), ends.get(offset + match.end())
            if start is not None and end is not None:
                yield key, start, end


def _at(window: IncidentScores, role: IncidentRole, start: int, end: int) -> _Found:
    outside = window.tags[role, start:end, 0]
    inside = np.log1p(-np.minimum(np.exp(outside), 1 - 1e-6))
    return _Found(
        span=Span(window.words[start].start, window.words[end - 1].end),
        score=float(np.exp(inside.mean())),
        kinds=1 / (1 + np.exp(-window.kinds[start])),
    )


def _filler(role: IncidentRole, key: str, parts: Sequence[_Found]) -> Filler:
    best = max(parts, key=lambda part: part.score)
    mean = sum(part.score for part in parts) / len(parts)
    return Filler(
        role=role,
        key=key,
        spans=tuple(sorted(part.span for part in parts)),
        score=(best.score + mean) / 2,
        kinds=best.kinds,
    )
