"""Texts derived from a text, with a way back for every offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.text.span import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps offsets of a derived text back to the text that it was made from.

    ``pieces`` are runs of ``(derived start, origin start, origin length)`` in derived order. A run
    whose derived length equals its origin length was copied; any other run replaced its origin as
    a whole, so that an offset inside it maps to the run's nearer border.
    """

    pieces: tuple[tuple[int, int, int], ...]
    length: int

    def to_origin(self, span: Span) -> Span:
        """The origin's span for a span of the derived text.

        An empty span maps to an empty span; a span that cuts a replaced run takes the whole run.

        Raises:
            ValueError: if the span leaves the derived text.
        """
        if span.end > self.length:
            raise ValueError(f"[{span.start}, {span.end}) leaves a text of {self.length}")
        if len(self.pieces) == 1 and self.pieces[0][2] == self.length:
            return span.shift(self.pieces[0][1])
        start = self._start(span.start)
        return Span(start, start) if not len(span) else Span(start, self._end(span.end))

    def _run(self, index: int) -> tuple[int, int, int, int]:
        derived, origin, length = self.pieces[index]
        following = index + 1
        derived_end = self.pieces[following][0] if following < len(self.pieces) else self.length
        return derived, origin, length, derived_end - derived

    def _start(self, offset: int) -> int:
        if not self.pieces:
            return 0
        index = max(0, bisect_right(self.pieces, (offset, float("inf"), 0)) - 1)
        derived, origin, length, derived_length = self._run(index)
        if offset >= derived + derived_length:
            return origin + length
        return origin + (offset - derived) if derived_length == length else origin

    def _end(self, offset: int) -> int:
        index = max(0, bisect_right(self.pieces, (offset - 1, float("inf"), 0)) - 1)
        derived, origin, length, derived_length = self._run(index)
        return origin + (offset - derived) if derived_length == length else origin + length


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """Replace ``span`` of a text by ``words`` (which may be empty)."""

    span: Span
    words: str


def rewrite(text: str, keep: Sequence[Span], changes: Sequence[Rewrite]) -> tuple[str, OffsetMap]:
    """Join the ``keep`` spans of ``text`` with ``changes`` applied, and map offsets back.

    ``keep`` and ``changes`` are sorted and disjoint each; a change applies where it lies wholly
    inside one kept span and is left out elsewhere. Offsets map back to ``text``.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0

    def add(words: str, origin: Span) -> None:
        nonlocal length
        if words:
            pieces.append((length, origin.start, len(origin)))
            parts.append(words)
            length += len(words)

    for kept in keep:
        position = kept.start
        for change in _from(changes, kept.start):
            if change.span.start > kept.end:
                break
            if not kept.contains(change.span) or change.span.start < position:
                continue
            copied = Span(position, change.span.start)
            add(copied.of(text), copied)
            add(change.words, change.span)
            position = change.span.end
        copied = Span(position, kept.end)
        add(copied.of(text), copied)
    return "".join(parts), OffsetMap(pieces=tuple(pieces), length=length)


def _from(changes: Sequence[Rewrite], offset: int) -> Iterator[Rewrite]:
    """The changes that start at ``offset`` or later."""
    first = bisect_left(changes, offset, key=lambda change: change.span.start)
    return (changes[index] for index in range(first, len(changes)))


def fold(text: str) -> tuple[str, OffsetMap]:
    """``text`` in case-folded form with a map back.

    Lower-casing can change a text's length (``"İ".lower()`` has two code points), so offsets of
    the folded text are not those of the text.
    """
    folded = text.casefold()
    if len(folded) == len(text) and text.isascii():
        return folded, OffsetMap(pieces=((0, 0, len(text)),) if text else (), length=len(text))
    changes = [
        Rewrite(span=Span(index, index + 1), words=character.casefold())
        for index, character in enumerate(text)
        if character.casefold() != character
    ]
    return rewrite(text, (Span(0, len(text)),), changes)
