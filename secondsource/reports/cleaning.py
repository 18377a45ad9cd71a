"""Body and aside: which parts of a text are analysed, and which are only kept.

Nothing is removed from the text. Headlines and standfirsts are body, for they carry claims, unless
they are printed twice.
"""

from __future__ import annotations

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
    holes = [aside.span for aside in kept]
    body: list[Span] = []
    for paragraph in paragraphs:
        for piece in subtract(paragraph, _within(holes, paragraph)):
            words = trimmed(text, piece)
            if any(character.isalnum() for character in words.of(text)):
                body.append(words)
            elif len(words):
                kept.append(Aside(span=words, kind=AsideKind.BOILERPLATE))
    return tuple(body), tuple(sorted(kept, key=lambda aside: aside.span))


def _within(holes: Sequence[Span], paragraph: Span) -> list[Span]:
    return [hole for hole in holes if hole.overlaps(paragraph)]


def _disjoint(text: str, asides: Iterable[Aside]) -> list[Aside]:
    kept: list[Aside] = []
    for aside in asides:
        taken = [other.span for other in kept]
        for piece in subtract(aside.span, _within(taken, aside.span)):
            words = trimmed(text, piece)
            if len(words):
                kept.append(Aside(span=words, kind=aside.kind))
    return kept
