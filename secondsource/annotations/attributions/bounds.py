"""Where a tagged content ends although the tagger goes on: at the next one's words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attributions.reading import Reading
from secondsource.annotations.records import Parse
from secondsource.text import Span, cover

_MARKS = frozenset("\"“”„«»'‘’`")


def bounded(text: str, parse: Parse, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings, their unquoted content cut before a sentence that another one opens.

    "…, he said. The mayor denied it": what he said ends with his sentence.
    """
    openings = sorted(_openings(parse, readings))
    for reading in readings:
        content = tuple(_cut(text, part, openings) for part in reading.content)
        yield replace(reading, content=content)


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
