"""The trained reader of attributions: which words are a cue, its source and its content.

The model is a fine-tuned six-layer encoder in ONNX, made by ``training/attribution``; see
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
from secondsource.annotations.engines.shipped import read_shipped
from secondsource.annotations.engines.tagging import Role, Tagged, TagScores
from secondsource.annotations.engines.windows import Window, lines, windows
from secondsource.reports import Report
from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL = "attribution"
THRESHOLD = 0.2
_BATCH = 4
_NEVER = -1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the model says of a batch of windows, for each piece that may begin a cue.

    ``places``: the window and the piece, (cues, 2). ``odds``: the log-odds that a cue begins
    there, (cues,). ``tags``: the scores of five tags for source, cue and content, by piece,
    (cues, pieces, 3, 5).
    """

    places: NDArray[np.int64]
    odds: Floats
    tags: Floats


Scorer = Callable[[NDArray[np.int64], NDArray[np.int64]], Scores]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """A word of a batch's window that begins a cue. ``row`` is its place in the scores."""

    row: int
    window: int
    word: int
    chance: float


class Reader:
    """Reads reports in windows, in batches over all reports given."""

    def __init__(self, tokenizer: Tokenizer, scorer: Scorer) -> None:
        self._tokenizer = tokenizer
        self._scorer = scorer

    def read(
        self, reports: Iterable[Report], threshold: float = THRESHOLD
    ) -> tuple[tuple[Tagged, ...], ...]:
        """For each report, in order, the attributions whose cue scores at least ``threshold``."""
        listed = list(reports)
        pages = [
            (number, window)
            for number, report in enumerate(listed)
            for window in windows(lines(self._tokenizer, report.text, report.body))
        ]
        pages.sort(key=lambda page: len(page[1].pieces))
        found: list[list[Tagged]] = [[] for _ in listed]
        for start in range(0, len(pages), _BATCH):
            batch = pages[start : start + _BATCH]
            rows = [window for _, window in batch]
            for window, tagged in _read_batch(rows, self._scorer(*_padded(rows)), threshold):
                found[batch[window][0]].append(tagged)
        return tuple(tuple(_once(rows)) for rows in found)


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
    from onnxruntime import InferenceSession, SessionOptions  # type: ignore[import-untyped]

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def score(pieces: NDArray[np.int64], shapes: NDArray[np.int64]) -> Scores:
        places, odds, tags = session.run(None, {"pieces": pieces, "shapes": shapes})
        return Scores(places=places, odds=odds, tags=tags)

    return score


def _padded(rows: Sequence[Window]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    length = max(len(row.pieces) for row in rows)
    pieces = np.zeros((len(rows), length), dtype=np.int64)
    shapes = np.zeros((len(rows), length), dtype=np.int64)
    for number, row in enumerate(rows):
        pieces[number, : len(row.pieces)] = row.pieces
        shapes[number, : len(row.shapes)] = row.shapes
    return pieces, shapes


def _read_batch(
    rows: Sequence[Window], scores: Scores, threshold: float
) -> Iterator[tuple[int, Tagged]]:
    """The attributions of a batch, each with the number of its window."""
    cues = list(_cues(rows, scores, threshold))
    if not cues:
        return
    tags = _by_word(rows, scores, cues)
    best = best_tags(tags.reshape(-1, *tags.shape[2:])).reshape(tags.shape[:-1])
    for cue, kept, roles in zip(cues, log_probabilities(tags), best, strict=True):
        words = rows[cue.window].words
        spans = [_spans(words, runs(role)) for role in roles]
        if spans[Role.CONTENT]:
            yield (
                cue.window,
                Tagged(
                    source=spans[Role.SOURCE],
                    cue=spans[Role.CUE],
                    content=spans[Role.CONTENT],
                    score=cue.chance,
                    scores=TagScores(words=words, tags=kept[:, : len(words)]),
                ),
            )


def _cues(rows: Sequence[Window], scores: Scores, threshold: float) -> Iterator[_Cue]:
    words = [{piece: word for word, piece in enumerate(row.heads)} for row in rows]
    chances = (1 / (1 + np.exp(-scores.odds))).tolist()
    for row, (window, piece) in enumerate(scores.places.tolist()):
        if chances[row] >= threshold and piece in words[window]:
            word = words[window][piece]
            yield _Cue(row=row, window=window, word=word, chance=chances[row])


def _by_word(rows: Sequence[Window], scores: Scores, cues: Sequence[_Cue]) -> Floats:
    """The scores of tags by word, (cues, roles, words, tags), outside where there is no word."""
    longest = max(len(rows[cue.window].words) for cue in cues)
    found = np.full((len(cues), len(Role), longest, 5), _NEVER, dtype=np.float32)
    found[..., OUTSIDE] = 0.0
    for number, cue in enumerate(cues):
        heads = list(rows[cue.window].heads)
        found[number, :, : len(heads)] = scores.tags[cue.row, heads].transpose(1, 0, 2)
        found[number, Role.CUE, cue.word, OUTSIDE] = _NEVER
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
