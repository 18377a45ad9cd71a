"""An attribution as the tokens that its rule found, before it has spans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.annotations.records import Token
from secondsource.text import Span

TokenRun = tuple[Token, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """``speaker`` is the head noun of ``source``; ``content`` holds one run a fragment."""

    speaker: Token | None
    source: TokenRun
    cue: TokenRun
    content: tuple[TokenRun, ...]
    why: str


def spans_of(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The spans of ``tokens``, neighbours joined over the white space between them."""
    spans: list[Span] = []
    previous: Token | None = None
    for token in tokens:
        if previous is not None and token.index == previous.index + 1:
            spans[-1] = Span(spans[-1].start, token.span.end)
        else:
            spans.append(token.span)
        previous = token
    return tuple(spans)
