"""The content of a clause that has direct speech: what the parse gives and what is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.annotations.attributions.quotations import Quotation
from secondsource.text import Span, cover

_REACH = 20  # characters of white space and marks before a quotation


def fragments(text: str, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The spans of quotations, those with only white space between them joined."""
    spans: list[Span] = []
    for quotation in quotations:
        if spans and not text[spans[-1].end : quotation.span.start].strip():
            spans[-1] = cover((spans[-1], quotation.span))
        else:
            spans.append(quotation.span)
    return tuple(spans)


def with_speech(
    text: str, parsed: Sequence[Span], rows: Sequence[Quotation], extent: Span
) -> tuple[Span, ...]:
    """A clause's content: what the parse gives and its direct speech, one within the other.

    Where a quotation goes on from the words before it, they are one span; where the speech
    stands alone, the parse's guess at it is dropped.
    """
    if not rows:
        return tuple(parsed)
    spans = fragments(text, rows)
    first, rest = spans[0], spans[1:]
    leading = [span for span in parsed if span.start < first.start]
    if _announced(text, first, extent):
        leading = [span for span in leading if span.start >= extent.end]
    if not leading:
        return spans
    joined = leading[-1]
    if joined.end > first.start or text[joined.end : first.start].strip() in (":", ","):
        return (*leading[:-1], Span(joined.start, max(first.end, joined.end)), *rest)
    return (*leading, *spans)


def _announced(text: str, quotation: Span, extent: Span) -> bool:
    """Whether the quotation is set off from what stands before it: by a colon, or by a comma
    that ends the cue's clause."""
    mark = text[max(0, quotation.start - _REACH) : quotation.start].rstrip()[-1:]
    return mark == ":" or (mark == "," and extent.end <= quotation.start)


def before_others(text: str, span: Span, others: Iterable[Quotation]) -> Span:
    """``span`` up to the first quotation in it that is somebody else's."""
    starts = [row.span.start for row in others if span.start < row.span.start < span.end]
    end = min(starts, default=span.end)
    return Span(span.start, end).trim(text, " \t\n:,—–-") if starts else span
