"""The headline of a text that has no markup to say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from secondsource.text import Span

_MOST_WORDS = 30
_FULL_STOP = re.compile(r"[.;,:][\"'”’)\]]*$|[.!?…][\"”’]$")
_SEARCHED = 3


def find_title(text: str, paragraphs: Sequence[Span], furniture: Collection[Span]) -> Span | None:
    """The first paragraph, where it reads as a headline over further paragraphs.

    A headline is at most thirty words long, does not end like a sentence, and something longer
    follows it. ``furniture`` are paragraphs known to be date lines, bylines or boilerplate.
    """
    candidates = [span for span in paragraphs[:_SEARCHED] if span not in furniture]
    if not candidates or len(paragraphs) < 2:
        return None
    first = candidates[0]
    words = first.of(text)
    longer = any(len(span) > len(first) for span in paragraphs if span.start > first.start)
    if not longer or len(words.split()) > _MOST_WORDS or _FULL_STOP.search(words):
        return None
    return first
