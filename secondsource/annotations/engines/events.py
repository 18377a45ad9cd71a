"""The trained reader of events: what one mention does to another, and the ACLED type of a text.

The model is a fine-tuned six-layer encoder in ONNX, made by ``training/events``; see
``docs/models/events.md`` for what it was trained on and how well it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from secondsource.annotations.engines.decoding import Floats
from secondsource.annotations.engines.marked import Marked, marked, plain
from secondsource.annotations.engines.shipped import open_session, read_shipped
from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MODEL = "events"
_BATCH = 8

Pieces = NDArray[np.int64]
Scorer = Callable[[Pieces, Pieces], tuple[Floats, Floats]]
"""Pieces and marks, (texts, pieces), to the scores of pairs and of texts, (texts, types)."""


class EventReader:
    """Scores types of events; what each column stands for is the caller's to know."""

    def __init__(self, tokenizer: Tokenizer, scorer: Scorer) -> None:
        self._tokenizer = tokenizer
        self._scorer = scorer

    def pairs(self, asked: Sequence[tuple[str, Span, Span]]) -> list[Floats]:
        """The scores (types,) of what the source does to the target, for each of ``asked``.

        Each is a text with the spans of its source and its target.
        """
        rows = [marked(self._tokenizer, *row) for row in asked]
        return [pair for pair, _ in self._scores(rows)]

    def text(self, text: str) -> Floats:
        """The scores (types,) of the main event of ``text``, read from its beginning."""
        [(_, score)] = self._scores([plain(self._tokenizer, text)])
        return score

    def _scores(self, rows: Sequence[Marked]) -> Iterator[tuple[Floats, Floats]]:
        for start in range(0, len(rows), _BATCH):
            pairs, texts = self._scorer(*padded(rows[start : start + _BATCH]))
            yield from zip(pairs, texts, strict=True)


@lru_cache(maxsize=1)
def load_event_reader() -> EventReader:
    """Load the shipped model once a process; it runs on one thread.

    Raises:
        MissingResource: if the model is absent or corrupt.
    """
    from tokenizers import Tokenizer

    shipped = read_shipped(MODEL)
    return EventReader(Tokenizer.from_buffer(shipped.tokenizer), onnx_event_scorer(shipped.model))


def onnx_event_scorer(model: bytes) -> Scorer:
    """The scorer of an ONNX model that takes ``pieces`` and ``marks``."""
    session = open_session(model)

    def score(pieces: Pieces, marks: Pieces) -> tuple[Floats, Floats]:
        pairs, texts = session.run(None, {"pieces": pieces, "marks": marks})
        return pairs, texts

    return score


def padded(rows: Sequence[Marked]) -> tuple[Pieces, Pieces]:
    """The pieces and marks of a batch, each (texts, pieces), with zeros where a text is shorter."""
    length = max(len(row.pieces) for row in rows)
    pieces = np.zeros((len(rows), length), dtype=np.int64)
    marks = np.zeros((len(rows), length), dtype=np.int64)
    for number, row in enumerate(rows):
        pieces[number, : len(row.pieces)] = row.pieces
        marks[number, : len(row.marks)] = row.marks
    return pieces, marks
