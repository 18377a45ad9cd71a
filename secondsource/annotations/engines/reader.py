"""The trained reader of attributions: which words are a cue, its source and its content.

The model is a small fine-tuned encoder in ONNX, made by ``training/attribution``; see
``docs/models/attribution.md`` for what it was trained on and how well it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations.engines.decoding import (
    OUTSIDE,
    Floats,
    best_tags,
    log_probabilities,
    runs,
)
from secondsource.annotations.engines.shipped import open_session, read_shipped
from secondsource.annotations.engines.tagging import Role, Tagged, TagScores
from secondsource.annotations.engines.windows import Window, lines, windows
from secondsource.reports import Report
from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL = "attribution"
THRESHOLD = 0.2
_NEVER = -1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the model says of a window, for each piece that may begin a cue.

    ``cues``: these pieces, (cues,). ``odds``: the log-odds that a cue begins there, (cues,).
    ``tags``: the scores of five tags for source, cue and content, by piece, (cues, pieces, 3, 5).
    """

    cues: NDArray[np.int64]
    odds: Floats
    tags: Floats


Scorer = Callable[[NDArray[np.int64], NDArray[np.int64]], Scores]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A word of a window that begins a cue. ``tags`` are (roles, words of the window, tags)."""

    window: Window
    chance: float
    tags: Floats


class Reader:
    """Reads reports window by window: one has nothing to pad, which costs more than it saves."""

    def __init__(self, tokenizer: Tokenizer, scorer: Scorer) -> None:
        self._tokenizer = tokenizer
        self._scorer = scorer

    def read(
        self, reports: Iterable[Report], threshold: float = THRESHOLD
    ) -> tuple[tuple[Tagged, ...], ...]:
        """For each report, in order, the attributions whose cue scores at least ``threshold``.

        The model passes over cues that score less than `THRESHOLD`.
        """
        return tuple(self.read_passages(row.text, row.body, threshold) for row in reports)

    def read_passages(
        self, text: str, passages: Sequence[Span], threshold: float = THRESHOLD
    ) -> tuple[Tagged, ...]:
        """As `read`, in ``passages`` of one text alone: whole sentences, disjoint and in order."""
        pages = windows(lines(self._tokenizer, text, passages))
        cues = [cue for page in pages for cue in self._cues(page, threshold)]
        return tuple(_once(_tagged(cues)))

    def _cues(self, window: Window, threshold: float) -> Iterator[_Cue]:
        scores = self._scorer(np.array(window.pieces), np.array(window.shapes))
        words = {piece: word for word, piece in enumerate(window.heads)}
        heads = np.array(window.heads)
        chances = (1 / (1 + np.exp(-scores.odds))).tolist()
        for row, piece in enumerate(scores.cues.tolist()):
            if chances[row] >= threshold and piece in words:
                tags = scores.tags[row, heads].transpose(1, 0, 2)
                tags[Role.CUE, words[piece], OUTSIDE] = _NEVER
                yield _Cue(window=window, chance=chances[row], tags=tags)


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """Load the shipped model once a process; it runs on one thread.

    Raises:
        MissingResource: if the model is absent or corrupt.
    """
    from tokenizers import Tokenizer

    shipped = read_shipped(MODEL)
    return Reader(Tokenizer.from_buffer(shipped.tokenizer), onnx_scorer(shipped.model))


def onnx_scorer(model: bytes) -> Scorer:
    """The scorer of an ONNX model that takes ``pieces`` and ``shapes``."""
    session = open_session(model)

    def score(pieces: NDArray[np.int64], shapes: NDArray[np.int64]) -> Scores:
        cues, odds, tags = session.run(None, {"pieces": pieces, "shapes": shapes})
        return Scores(cues=cues, odds=odds, tags=tags)

    return score


def _tagged(cues: Sequence[_Cue]) -> Iterator[Tagged]:
    """What the best tags of each cue say, where they leave it a content."""
    if not cues:
        return
    tags = _stacked([cue.tags for cue in cues])
    best = best_tags(tags.reshape(-1, *tags.shape[2:])).reshape(tags.shape[:-1])
    for cue, kept, roles in zip(cues, log_probabilities(tags), best, strict=True):
        words = cue.window.words
        spans = [_spans(words, runs(role)) for role in roles]
        if spans[Role.CONTENT]:
            yield Tagged(
                source=spans[Role.SOURCE],
                cue=spans[Role.CUE],
                content=spans[Role.CONTENT],
                score=cue.chance,
                scores=TagScores(words=words, tags=kept[:, : len(words)]),
            )


def _stacked(rows: Sequence[Floats]) -> Floats:
    """(cues, roles, words, tags), outside where a window has no more words."""
    longest = max(row.shape[1] for row in rows)
    found = np.full((len(rows), len(Role), longest, len(rows[0][0, 0])), _NEVER, dtype=np.float32)
    found[..., OUTSIDE] = 0.0
    for number, row in enumerate(rows):
        found[number, :, : row.shape[1]] = row
    return found


def _spans(words: Sequence[Span], ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(words[start].start, words[end - 1].end) for start, end in ranges)


def _once(rows: Iterable[Tagged]) -> Iterator[Tagged]:
    """In text order, and of those whose cues share words only the surest."""
    kept: list[Tagged] = []
    for row in sorted(rows, key=lambda row: -row.score):
        if not any(_share(row.cue, other.cue) for other in kept):
            kept.append(row)
    yield from sorted(kept, key=lambda row: row.cue)


def _share(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)
