"""Where the paragraphs of a text are, whether its lines are paragraphs or wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondsource.text import Span, cover

# A byte-order mark kept at the start of a decoded text counts as white space.
BLANK = " \t\n\r\x0b\x0c\u00a0\u2028\u2029\u200b\ufeff"

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 140
_SPARE_COLUMNS = 3


def paragraphs(text: str) -> tuple[Span, ...]:
    """The trimmed spans of the paragraphs, in order.

    Blank lines always separate. A single line break separates too, unless the block looks wrapped
    at a width: the next line's first word would not have fitted on the line before it, or the
    sentence plainly runs on in lower case.
    """
    found: list[Span] = []
    for block in _blocks(text):
        found.extend(_rejoined(text, block))
    return tuple(found)


def trimmed(text: str, span: Span) -> Span:
    """``span`` without white space at its ends."""
    return span.trim(text, BLANK)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no blank line among them."""
    block: list[Span] = []
    previous = 0
    for match in _LINE.finditer(text):
        line = trimmed(text, Span(match.start(), match.end()))
        gap = text[previous : match.start()]
        if block and (gap.replace("\r\n", "\n").count("\n") > 1 or not len(line)):
            yield block
            block = []
        previous = match.end()
        if len(line):
            block.append(line)
    if block:
        yield block


def _rejoined(text: str, block: Sequence[Span]) -> Iterator[Span]:
    width = max(len(line) for line in block)
    wrapped = (
        len(block) > 1
        and _NARROWEST_WRAP <= width <= _WIDEST_WRAP
        and _is_wrapped(text, block, width)
    )
    current = [block[0]]
    for line in block[1:]:
        if wrapped and runs_on(current[-1].of(text), line.of(text), width):
            current.append(line)
            continue
        yield cover(current)
        current = [line]
    yield cover(current)


def _is_wrapped(text: str, block: Sequence[Span], width: int) -> bool:
    """Whether most line breaks fall where the next word would not have fitted, in mid-sentence."""
    pairs = [(left.of(text), right.of(text)) for left, right in pairwise(block)]
    full = [left for left, right in pairs if _would_not_fit(left, right, width)]
    in_sentence = sum(not _ENDS_SENTENCE.search(left) for left in full)
    return len(full) * 2 >= len(pairs) and in_sentence * 2 >= len(full) and _distinct(text, block)


def _distinct(text: str, block: Sequence[Span]) -> bool:
    """Two equal lines are a repeated caption, never a wrapped paragraph."""
    return len({line.of(text) for line in block}) == len(block)


def runs_on(line: str, following: str, width: int) -> bool:
    """Whether ``following`` continues the paragraph of ``line`` in a column of ``width``."""
    if _would_not_fit(line, following, width):
        return True
    return following[0].islower() and not _ENDS_SENTENCE.search(line)


def _would_not_fit(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width - _SPARE_COLUMNS
