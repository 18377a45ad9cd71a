"""From readings to the layer: whole quotation marks, kind, order and nesting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from secondsource.annotations.attribution_records import AttributionMention, QuoteKind
from secondsource.annotations.attributions.quotations import Quotation
from secondsource.annotations.attributions.reading import Reading
from secondsource.text import Span, cover, merge

_LOOSE = " \t\n.,;:!?'’\"”»“‘„«`"
_LOOSE_REACH = 40


def place(
    text: str, readings: Iterable[Reading], quotations: Sequence[Quotation]
) -> tuple[AttributionMention, ...]:
    """The readings as a layer: sorted, each cue read once, and told what each is nested in."""
    quoted = _Quoted(quotations)
    whole = [
        (reading, tuple(_balanced(text, span, quoted) for span in reading.content))
        for reading in readings
    ]
    ordered = sorted(whole, key=lambda row: (_extent(row[0], row[1]), row[0].cue))
    kept: dict[tuple[Span, ...], tuple[Reading, tuple[Span, ...]]] = {}
    for reading, content in ordered:
        kept.setdefault(reading.cue, (reading, content))
    rows = list(kept.values())
    contents = _Contents([content for _, content in rows])
    return tuple(
        AttributionMention(
            source=reading.source,
            cue=reading.cue,
            content=merge(content),
            kind=_kind(text, content, quoted),
            source_type=reading.source_type,
            via=reading.via,
            antecedent=reading.antecedent,
            nested_in=contents.holder(number, (*reading.source, *reading.cue)),
            why=reading.why,
        )
        for number, (reading, content) in enumerate(rows)
    )


def _extent(reading: Reading, content: tuple[Span, ...]) -> tuple[int, int]:
    span = cover((*reading.source, *reading.cue, *content))
    return span.start, -span.end


class _Quoted:
    """The quotations of a report, in text order and disjoint, found by offset."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._spans = [quotation.span for quotation in quotations]
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def touching(self, span: Span) -> list[Span]:
        """Those that overlap ``span``."""
        first = bisect_right(self._ends, span.start)
        return self._spans[first : bisect_left(self._starts, span.end)]


def _balanced(text: str, span: Span, quoted: _Quoted) -> Span:
    """The span with the marks of quotations that it holds all words of."""
    start, end = span.start, span.end
    for whole in quoted.touching(span):
        if not whole.overlaps(Span(start, end)):
            continue
        starts_inside = whole.start < start and _is_loose(text, whole.start, start)
        breaks_off = start <= whole.start and whole.start < end < whole.end
        ends_inside = breaks_off or (end < whole.end and _is_loose(text, end, whole.end))
        if starts_inside and (ends_inside or whole.end <= end):
            start = whole.start
        if ends_inside and whole.start >= start:
            end = whole.end
    return Span(start, end)


def _is_loose(text: str, start: int, end: int) -> bool:
    """Whether nothing but marks and white space, and not much of it, stands there."""
    return end - start <= _LOOSE_REACH and not text[start:end].strip(_LOOSE)


def _kind(text: str, content: tuple[Span, ...], quoted: _Quoted) -> QuoteKind:
    touched = sorted({span for part in content for span in quoted.touching(part)})
    if not touched:
        return QuoteKind.INDIRECT
    outside = [part for part in content if not _quoted(text, part, touched)]
    return QuoteKind.MIXED if outside else QuoteKind.DIRECT


def _quoted(text: str, part: Span, quoted: Sequence[Span]) -> bool:
    """Whether all words of ``part`` stand in quotation marks."""
    position = part.start
    for span in quoted:
        if span.start >= part.end:
            break
        if span.start > position and text[position : span.start].strip(_LOOSE):
            return False
        position = max(position, span.end)
    return not text[position : part.end].strip(_LOOSE) if position < part.end else True


class _Contents:
    """The contents of a report's attributions, found by offset."""

    def __init__(self, contents: Sequence[tuple[Span, ...]]) -> None:
        self._contents = contents
        self._parts = sorted(
            (part, index) for index, content in enumerate(contents) for part in content
        )
        self._starts = [part.start for part, _ in self._parts]
        self._reach = list(accumulate((part.end for part, _ in self._parts), max))

    def holder(self, number: int, words: Sequence[Span]) -> int | None:
        """The index of the smallest other content that holds all of ``words``."""
        holding = [
            (sum(len(part) for part in self._contents[index]), index)
            for index in self._around(words[0])
            if index != number
            and all(any(part.contains(word) for part in self._contents[index]) for word in words)
        ]
        return min(holding)[1] if holding else None

    def _around(self, word: Span) -> Iterator[int]:
        at = bisect_right(self._starts, word.start) - 1
        while at >= 0 and self._reach[at] >= word.end:
            part, index = self._parts[at]
            if part.contains(word):
                yield index
            at -= 1
