"""Where a tagged content ends although the tagger goes on: at the next one's words, at its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.records import Parse
from secondsource.text import Span, cover, subtract

_MARKS = frozenset("\"“”„«»'‘’`")
_LOOSE = " \t\n.,;:!?—–-'’\"”»“‘„«`"


def bounded(text: str, parse: Parse, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, their content without their own source and cue and, where it is not quoted,
    cut before a sentence that another one opens and at the paragraph's border.

    "…, he said. The mayor denied it": what he said ends with his sentence.
    """
    openings = sorted(_openings(parse, readings))
    for reading in readings:
        own = (*reading.source, *reading.cue)
        kept = (
            _cut(text, _in_paragraph(text, rest.trim(text), own[0]), openings)
            for part in reading.content
            for rest in subtract(part, own)
        )
        content = tuple(part for part in kept if part.of(text).strip(_LOOSE))
        if content:
            yield replace(reading, content=content)


def _in_paragraph(text: str, part: Span, own: Span) -> Span:
    """``part`` without the paragraphs that the source and the cue do not touch."""
    if _MARKS & set(part.of(text)):
        return part
    if part.end <= own.start and "\n" in part.of(text).strip():
        return Span(text.rindex("\n", part.start, part.end) + 1, part.end).trim(text)
    if own.end <= part.start and "\n" in part.of(text).strip():
        return Span(part.start, text.index("\n", part.start)).trim(text)
    return part


def _openings(parse: Parse, readings: Sequence[Reading]) -> Iterator[int]:
    """Where a sentence begins with the source or the cue of a reading."""
    for reading in readings:
        start = cover((*reading.source, *reading.cue)).start
        for token in parse.within(Span(start, start + 1)):
            if parse.sentences[token.sentence][0] == token.index:
                yield start


def _cut(text: str, part: Span, openings: Sequence[int]) -> Span:
    at = bisect_right(openings, part.start)
    if at == len(openings) or openings[at] >= part.end:
        return part
    kept = Span(part.start, openings[at]).trim(text)
    return part if _MARKS & set(kept.of(text)) else kept
