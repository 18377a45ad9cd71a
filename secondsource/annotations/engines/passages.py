"""A text as the reader of incidents sees it: word pieces in windows as long as the encoder takes.

A window ends where a sentence ends if one does in its second half. The encoder's vocabulary knows
no case, so texts in capitals or small letters alone read as any other. Training and reading cut
texts with the same functions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from secondsource.text import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 512
FIRST = 101

# Square brackets, which translated broadcasts put around asides, read as round ones.
_BRACKETS = str.maketrans("[]{}", "()()")
_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What the encoder reads at once.

    ``heads`` holds for each of ``words``, spans of the text, the index of its first piece.
    """

    pieces: tuple[int, ...]
    words: tuple[Span, ...]
    heads: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    span: Span
    pieces: tuple[int, ...]


def passages(
    tokenizer: Tokenizer, text: str, parts: Sequence[Span], *, longest: int = LONGEST
) -> list[Passage]:
    """``parts`` of ``text`` (disjoint, in order) packed into windows of at most ``longest``
    pieces."""
    words = [word for part in parts for word in _words(tokenizer, text, part)]
    return [_passage(rows) for rows in _packed(words, text, longest - 1)]


def _words(tokenizer: Tokenizer, text: str, part: Span) -> Iterator[_Word]:
    encoding = tokenizer.encode(part.of(text).translate(_BRACKETS), add_special_tokens=False)
    rows = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
    for _, group in groupby(rows, key=lambda row: row[0]):
        held = list(group)
        span = Span(part.start + held[0][2][0], part.start + held[-1][2][1])
        yield _Word(span=span, pieces=tuple(piece for _, piece, _ in held))


def _packed(words: Sequence[_Word], text: str, room: int) -> Iterator[list[_Word]]:
    held: list[_Word] = []
    used = 0
    for word in words:
        if held and used + len(word.pieces) > room:
            end = _last_end(held, text)
            yield held[:end]
            held = held[end:]
            used = sum(len(row.pieces) for row in held)
        held.append(word)
        used += len(word.pieces)
    if held:
        yield held


def _last_end(held: Sequence[_Word], text: str) -> int:
    """How many words to keep in a full window."""
    later = range(len(held) - 1, len(held) // 2, -1)
    return next((row + 1 for row in later if held[row].span.of(text) in _ENDS), len(held))


def _passage(rows: Sequence[_Word]) -> Passage:
    pieces, heads = [FIRST], []
    for row in rows:
        heads.append(len(pieces))
        pieces.extend(row.pieces)
    return Passage(pieces=tuple(pieces), words=tuple(row.span for row in rows), heads=tuple(heads))
