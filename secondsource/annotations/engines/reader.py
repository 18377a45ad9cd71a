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
OVERLAP = 48
THRESHOLD = 0.4
_BATCH = 8
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
class _Page:
    """A window of report number ``report``."""

    report: int
    window: Window
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A tagged attribution with the word it begins at and its distance from the window's edges."""

    tagged: Tagged
    begin: Span
    margin: int


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
        pages = [page for row, report in enumerate(listed) for page in self._pages(row, report)]
        pages.sort(key=lambda page: len(page.window.pieces))
        found: list[list[_Found]] = [[] for _ in listed]
        for start in range(0, len(pages), _BATCH):
            batch = pages[start : start + _BATCH]
            scores = self._scorer(*_padded([page.window for page in batch]))
            for row, page in enumerate(batch):
                found[page.report].extend(_read_page(page, scores, row, threshold))
        return tuple(tuple(_once(rows)) for rows in found)

    def _pages(self, number: int, report: Report) -> Iterator[_Page]:
        rows = list(windows(lines(self._tokenizer, report.text, report.body), overlap=OVERLAP))
        for index, window in enumerate(rows):
            yield _Page(
                report=number, window=window, opens=index == 0, closes=index == len(rows) - 1
            )


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


def _read_page(page: _Page, scores: Scores, row: int, threshold: float) -> Iterator[_Found]:
    words, heads = page.window.words, list(page.window.heads)
    likely = _likely(page.window, scores, row, threshold)
    if not likely:
        return
    tags = scores.tags[[cue for cue, _, _ in likely]][:, heads].transpose(0, 2, 1, 3)
    for index, (_, word, _) in enumerate(likely):
        tags[index, Role.CUE, word, OUTSIDE] = _NEVER
    best = best_tags(tags.reshape(-1, *tags.shape[2:])).reshape(tags.shape[:-1])
    for (_, word, chance), kept, roles in zip(likely, log_probabilities(tags), best, strict=True):
        spans = [_spans(words, runs(role)) for role in roles]
        if spans[Role.CONTENT]:
            tagged = Tagged(
                source=spans[Role.SOURCE],
                cue=spans[Role.CUE],
                content=spans[Role.CONTENT],
                score=chance,
                scores=TagScores(words=words, tags=kept),
            )
            yield _Found(tagged=tagged, begin=words[word], margin=_margin(page, word))


def _likely(
    window: Window, scores: Scores, row: int, threshold: float
) -> list[tuple[int, int, float]]:
    """The cues of window ``row``: their index in ``scores``, their first word and its chance."""
    words = {piece: word for word, piece in enumerate(window.heads)}
    chances = (1 / (1 + np.exp(-scores.odds))).tolist()
    return [
        (cue, words[piece], chances[cue])
        for cue, (at, piece) in enumerate(scores.places.tolist())
        if at == row and piece in words and chances[cue] >= threshold
    ]


def _spans(words: Sequence[Span], ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(words[start].start, words[end - 1].end) for start, end in ranges)


def _margin(page: _Page, word: int) -> int:
    """How many words of context the window has on the side where it has fewer."""
    count = len(page.window.words)
    before = count if page.opens else word
    after = count if page.closes else count - word
    return min(before, after)


def _once(rows: Iterable[_Found]) -> Iterator[Tagged]:
    """Each cue once, in text order: from the window with most context, the surest of those that
    share words."""
    widest: dict[Span, _Found] = {}
    for row in rows:
        known = widest.get(row.begin)
        if known is None or row.margin > known.margin:
            widest[row.begin] = row
    kept: list[Tagged] = []
    for row in sorted(widest.values(), key=lambda row: -row.tagged.score):
        if not any(_share(row.tagged.cue, other.cue) for other in kept):
            kept.append(row.tagged)
    yield from sorted(kept, key=lambda row: row.cue)


def _share(left: Iterable[Span], right: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in left for other in right)
