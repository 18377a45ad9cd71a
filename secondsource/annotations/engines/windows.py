"""A text as the encoder reads it: word pieces in windows of whole sentences.

A window holds consecutive sentences, with a separator where a paragraph ends. The encoder's
vocabulary knows no case, so every piece also carries the shape of the word it belongs to.
Training and reading cut texts with the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

SIZE = 128
FIRST, SEPARATOR = 101, 102

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’»')\]]*\s+(?=[\"“‘«('\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word or a mark, with its pieces in the vocabulary.

    ``shape`` is 1 for small letters, 2 for an initial capital, 3 for capitals, else 0.
    """

    span: Span
    pieces: tuple[int, ...]
    shape: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, or a part of one too long for a window. ``opens`` begins a paragraph."""

    words: tuple[Word, ...]
    opens: bool

    def __len__(self) -> int:
        return sum(len(word.pieces) for word in self.words) + self.opens


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What the encoder reads at once.

    ``pieces`` and ``shapes`` are of equal length; ``heads`` holds for each of ``words`` the index
    of its first piece.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    words: tuple[Span, ...]
    heads: tuple[int, ...]


def lines(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span]) -> list[Line]:
    """The sentences of ``paragraphs`` (disjoint, in order), none longer than a window."""
    found: list[Line] = []
    for paragraph in paragraphs:
        encoding = tokenizer.encode(paragraph.of(text), add_special_tokens=False)
        words = list(_words(text, paragraph.start, encoding))
        breaks = [paragraph.start + row.end() for row in _SENTENCE.finditer(paragraph.of(text))]
        parts = [part for row in _sentences(words, breaks) for part in _pieces_of(row)]
        found.extend(Line(words=part, opens=not row) for row, part in enumerate(parts))
    return found


def windows(
    rows: Sequence[Line], *, size: int = SIZE, first: int | None = None
) -> Iterator[Window]:
    """``rows`` packed in order into windows of at most ``size`` pieces.

    ``first`` bounds the first window, so that training can cut the same text differently.
    """
    held: list[Line] = []
    used, room = 0, (first or size) - 1
    for row in rows:
        if held and used + len(row) > room:
            yield _window(held)
            held, used, room = [], 0, size - 1
        held.append(row)
        used += len(row)
    if held:
        yield _window(held)


def _words(text: str, offset: int, encoding: Encoding) -> Iterator[Word]:
    rows = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
    for _, group in groupby(rows, key=lambda row: row[0]):
        parts = list(group)
        span = Span(offset + parts[0][2][0], offset + parts[-1][2][1])
        pieces = tuple(piece for _, piece, _ in parts)
        yield Word(span=span, pieces=pieces, shape=_shape(span.of(text)))


def _shape(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return 3
    if word[:1].isupper():
        return 2
    return 1 if word.islower() else 0


def _sentences(words: Sequence[Word], breaks: Sequence[int]) -> Iterator[list[Word]]:
    rest = list(breaks)
    sentence: list[Word] = []
    for word in words:
        while rest and word.span.start >= rest[0]:
            rest.pop(0)
            if sentence:
                yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _pieces_of(sentence: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    part: list[Word] = []
    length = 0
    for word in sentence:
        if part and length + len(word.pieces) > SIZE - 2:
            yield tuple(part)
            part, length = [], 0
        part.append(word)
        length += len(word.pieces)
    yield tuple(part)


def _window(rows: Sequence[Line]) -> Window:
    pieces, shapes, words, heads = [FIRST], [0], [], []
    for number, row in enumerate(rows):
        if row.opens and number:
            pieces.append(SEPARATOR)
            shapes.append(0)
        for word in row.words:
            words.append(word.span)
            heads.append(len(pieces))
            pieces.extend(word.pieces)
            shapes.extend(word.shape for _ in word.pieces)
    return Window(
        pieces=tuple(pieces), shapes=tuple(shapes), words=tuple(words), heads=tuple(heads)
    )
