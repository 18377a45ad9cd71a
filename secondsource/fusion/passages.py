"""Which stretches of one text stand in another word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.text import Span, cover, merge, without_accents

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAST_RUN = 7
"""Fewer words in a row than this are phrases that any two reports may share."""


def shared_passages(text: str, other: str) -> tuple[Span, ...]:
    """The stretches of ``text``, as disjoint spans in order, that ``other`` has too.

    Case, accents and punctuation do not count; a stretch has `LEAST_RUN` words or more.
    """
    words = [Span(*found.span()) for found in _WORD.finditer(text)]
    runs = frozenset(_runs([_folded(found[0]) for found in _WORD.finditer(other)]))
    shared = [
        cover((words[at], words[at + LEAST_RUN - 1]))
        for at, run in enumerate(_runs([_folded(word.of(text)) for word in words]))
        if run in runs
    ]
    return merge(shared)


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + LEAST_RUN]) for at in range(len(words) - LEAST_RUN + 1)]


def _folded(word: str) -> str:
    return without_accents(word).casefold().replace("’", "'")
