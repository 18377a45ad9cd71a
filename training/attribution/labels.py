"""Windows with the answers that the tagger is to give for them.

Every attribution is read from the first word of its cue. For each such word, each of the three
roles has one tag a word: outside, beginning, inside, end or single.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from secondsource.annotations.engines.windows import Line, Window, lines, windows
from secondsource.text import Span
from training.attribution.corpus import Article, Attribution

OUTSIDE, BEGIN, INSIDE, END, SINGLE = range(5)
ROLES = 3
IGNORED = -100
# Longer than when reading, where shorter windows are as good and cost a third less.
WINDOW = 192
_SHORTEST_FIRST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Lined:
    """An article cut into sentences."""

    rows: tuple[Line, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window, the words that begin a cue, and for each the tags of the roles by word."""

    window: Window
    cues: tuple[int, ...]
    tags: tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Padded tensors: ``pieces``, ``shapes`` and ``begins`` are (windows, length); ``rows`` and
    ``cues`` say, for each cue, its window and piece; ``tags`` is (cues, length, roles)."""

    pieces: Tensor
    shapes: Tensor
    begins: Tensor
    rows: Tensor
    cues: Tensor
    tags: Tensor


def cut(tokenizer: Tokenizer, articles: Sequence[Article]) -> list[Lined]:
    """The articles cut into sentences of word pieces, once for all epochs."""
    return [
        Lined(
            rows=tuple(lines(tokenizer, article.text, article.paragraphs)),
            attributions=article.attributions,
        )
        for article in articles
    ]


def examples(articles: Sequence[Lined], chance: random.Random) -> Iterator[Example]:
    """The windows of ``articles`` without overlap, cut at places that ``chance`` moves."""
    for article in articles:
        first = chance.randint(_SHORTEST_FIRST, WINDOW)
        for window in windows(article.rows, size=WINDOW, first=first):
            yield _example(window, article.attributions)


def _example(window: Window, attributions: Sequence[Attribution]) -> Example:
    found: dict[int, tuple[tuple[int, ...], ...]] = {}
    for attribution in attributions:
        roles = [
            _touched(window.words, spans)
            for spans in (attribution.source, attribution.cue, attribution.content)
        ]
        if roles[1]:
            found.setdefault(roles[1][0], tuple(_tags(role, len(window.words)) for role in roles))
    return Example(window=window, cues=tuple(found), tags=tuple(found.values()))


def _touched(words: Sequence[Span], spans: Sequence[Span]) -> list[int]:
    return [row for row, word in enumerate(words) if any(map(word.overlaps, spans))]


def _tags(inside: Sequence[int], length: int) -> tuple[int, ...]:
    tags = [OUTSIDE] * length
    held = set(inside)
    for row in inside:
        starts, ends = row - 1 not in held, row + 1 not in held
        tags[row] = (SINGLE if ends else BEGIN) if starts else (END if ends else INSIDE)
    return tuple(tags)


def batch(rows: Sequence[Example]) -> Batch:
    """``rows`` padded to the longest window."""
    length = max(len(row.window.pieces) for row in rows)
    cues = [(number, cue) for number, row in enumerate(rows) for cue in range(len(row.cues))]
    pieces = torch.zeros(len(rows), length, dtype=torch.long)
    shapes = torch.zeros(len(rows), length, dtype=torch.long)
    begins = torch.full((len(rows), length), float(IGNORED))
    tags = torch.full((len(cues), length, ROLES), IGNORED, dtype=torch.long)
    for number, row in enumerate(rows):
        heads = torch.tensor(row.window.heads)
        pieces[number, : len(row.window.pieces)] = torch.tensor(row.window.pieces)
        shapes[number, : len(row.window.shapes)] = torch.tensor(row.window.shapes)
        begins[number, heads] = 0.0
        begins[number, heads[list(row.cues)]] = 1.0
    for index, (number, cue) in enumerate(cues):
        heads = torch.tensor(rows[number].window.heads)
        tags[index, heads] = torch.tensor(rows[number].tags[cue]).T
    starts = [rows[number].window.heads[rows[number].cues[cue]] for number, cue in cues]
    return Batch(
        pieces=pieces,
        shapes=shapes,
        begins=begins,
        rows=torch.tensor([number for number, _ in cues], dtype=torch.long),
        cues=torch.tensor(starts, dtype=torch.long),
        tags=tags,
    )
