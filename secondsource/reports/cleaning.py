"""Body and aside: which parts of a text are analysed, and which are only kept.

Nothing is removed from the text. Headlines and standfirsts are body, for they carry claims, unless
they are printed twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence

from secondsource.reports.paragraphs import trimmed
from secondsource.reports.records import Aside, AsideKind
from secondsource.text import Span, subtract


def body_and_aside(
    text: str, paragraphs: Sequence[Span], asides: Iterable[Aside]
) -> tuple[tuple[Span, ...], tuple[Aside, ...]]:
    """Split the paragraphs by what is set aside.

    The two results are sorted, disjoint, and together cover all text that is not white space.
    Where two asides overlap the first given keeps the words. What is left of a paragraph without
    a letter or digit is set aside as boilerplate.
    """
    kept = _disjoint(text, asides)
    holes = sorted(aside.span for aside in kept)
    starts, ends = [hole.start for hole in holes], [hole.end for hole in holes]
    body: list[Span] = []
    for paragraph in paragraphs:
        within = slice(bisect_right(ends, paragraph.start), bisect_left(starts, paragraph.end))
        for piece in subtract(paragraph, holes[within]):
            words = trimmed(text, piece)
            if any(character.isalnum() for character in words.of(text)):
                body.append(words)
            elif len(words):
                kept.append(Aside(span=words, kind=AsideKind.BOILERPLATE))
    return tuple(body), tuple(sorted(kept, key=lambda aside: aside.span))


def _disjoint(text: str, asides: Iterable[Aside]) -> list[Aside]:
    kept: list[Aside] = []
    taken: list[Span] = []
    for aside in asides:
        for piece in subtract(aside.span, _overlapping(taken, aside.span)):
            words = trimmed(text, piece)
            if len(words):
                kept.append(Aside(span=words, kind=aside.kind))
                insort(taken, words)
    return kept


def _overlapping(taken: Sequence[Span], span: Span) -> list[Span]:
    """The spans of ``taken`` (sorted, disjoint) that overlap ``span``."""
    index = max(0, bisect_right(taken, span) - 1)
    found: list[Span] = []
    while index < len(taken) and taken[index].start < span.end:
        if taken[index].overlaps(span):
            found.append(taken[index])
        index += 1
    return found
