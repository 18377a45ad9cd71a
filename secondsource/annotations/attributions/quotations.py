"""Quoted stretches of a report, found from its quotation marks alone.

Curly marks say which way they face; straight ones, and doubled apostrophes, are read from the
characters around them. A mark without its partner ends at the paragraph's border, so that one
missing mark never swallows more than its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from secondsource.reports import Report
from secondsource.text import Span

_DOUBLE = re.compile(r"[“”„«»\"]|''|``|‘‘|’’")
# A single mark opens before a word and closes after one; an apostrophe has letters around it.
_SINGLE = re.compile(r"(?<![\w'’‘])['‘](?=\w)|(?<=[.,!?\w])['’](?!\w)")
_OPENING, _CLOSING = "“„«`‘", "”»"
_BEFORE_OPENING = " \t\u00a0([{-–—/"
_AFTER_CLOSING = " \t\u00a0)]}.,;:!?-–—"
_ENDS_SPEECH = ".,!?…"
_FIRST_CLAUSE = re.compile(r"[.,!?…](?=\s)")


class _Side(Enum):
    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quoted stretch of one paragraph, its marks included.

    ``opened`` and ``closed`` say whether the mark at that end is there. ``continues`` marks a
    stretch that goes on from the paragraph before, which was left open.
    """

    span: Span
    paragraph: int
    opened: bool
    closed: bool
    continues: bool = False


def find_quotations(report: Report) -> tuple[Quotation, ...]:
    """The quoted stretches of the analysed paragraphs, in text order, disjoint."""
    found: list[Quotation] = []
    left_open = False
    for number, paragraph in enumerate(report.body):
        inside = list(_in_paragraph(report.text, paragraph, number, continues=left_open))
        found.extend(inside)
        left_open = bool(inside) and not inside[-1].closed
    return tuple(found)


def _in_paragraph(
    text: str, paragraph: Span, number: int, *, continues: bool
) -> Iterator[Quotation]:
    marks = list(_DOUBLE.finditer(text, paragraph.start, paragraph.end))
    if not marks:
        marks = list(_SINGLE.finditer(text, paragraph.start, paragraph.end))
        if len(marks) % 2:
            return
    opening: int | None = None
    ended = paragraph.start
    for index, mark in enumerate(marks):
        side = _side(text, paragraph, mark.start(), mark.end())
        if opening is None and side is not _Side.CLOSE:
            opening = mark.start()
        elif opening is not None and side is _Side.OPEN:
            yield _unclosed(text, Span(opening, mark.start()), number)
            opening = mark.start()
        elif opening is not None:
            goes_on = continues and opening == paragraph.start
            yield _quotation(opening, mark.end(), number, continues=goes_on)
            opening, ended = None, mark.end()
        elif opening is None and index == 0 and _closes_speech(text, mark.start(), paragraph):
            yield Quotation(
                span=Span(paragraph.start, mark.end()),
                paragraph=number,
                opened=False,
                closed=True,
                continues=continues,
            )
            ended = mark.end()
    if opening is not None and opening >= ended:
        yield Quotation(
            span=Span(opening, paragraph.end).trim(text),
            paragraph=number,
            opened=True,
            closed=False,
            continues=continues and opening == paragraph.start,
        )


def _quotation(start: int, end: int, number: int, *, continues: bool) -> Quotation:
    return Quotation(
        span=Span(start, end), paragraph=number, opened=True, closed=True, continues=continues
    )


def _unclosed(text: str, stretch: Span, number: int) -> Quotation:
    """A stretch in which another mark opens before one closes: it ends with its first clause."""
    found = _FIRST_CLAUSE.search(text, stretch.start + 1, stretch.end)
    span = Span(stretch.start, found.end() if found else stretch.end).trim(text)
    return Quotation(span=span, paragraph=number, opened=True, closed=False)


def _closes_speech(text: str, offset: int, paragraph: Span) -> bool:
    return offset > paragraph.start and text[offset - 1] in _ENDS_SPEECH


def _side(text: str, paragraph: Span, start: int, end: int) -> _Side:
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    opens = before in _BEFORE_OPENING and after not in _AFTER_CLOSING
    closes = before not in _BEFORE_OPENING and after in _AFTER_CLOSING
    if opens != closes:
        return _Side.OPEN if opens else _Side.CLOSE
    if text[start] in _OPENING:
        return _Side.OPEN
    return _Side.CLOSE if text[start] in _CLOSING else _Side.EITHER
