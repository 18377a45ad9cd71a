"""The lines of a PDF page, top to bottom, with where they stand."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_REACH = 5.0  # points around a position in which a character is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text. Coordinates are points from the page's lower left corner.

    ``size`` is the type's nominal size, before any scaling of the page's content.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def page_lines(page: PdfPage) -> tuple[Line, ...]:
    """The lines in reading order, as the page's text layer has it.

    pdfium gives rectangles of text in one font; those that overlap in height by half and follow
    each other to the right make one line.
    """
    with closing(page.get_textpage()) as layer:
        return _lines(layer)


def _lines(layer: PdfTextPage) -> tuple[Line, ...]:
    lines: list[Line] = []
    for index in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(index)
        words = " ".join(layer.get_text_bounded(left, bottom, right, top).split())
        if not words:
            continue
        size = _type_size(layer, left, (bottom + top) / 2)
        piece = Line(words=words, left=left, bottom=bottom, right=right, top=top, size=size)
        if lines and _same_line(lines[-1], piece):
            lines[-1] = _joined(lines[-1], piece)
        else:
            lines.append(piece)
    return tuple(lines)


def _type_size(layer: PdfTextPage, left: float, middle: float) -> float:
    """The size of the character at the left end of a line; 1 where none is found there."""
    from pypdfium2.raw import FPDFText_GetFontSize  # loads a shared library

    index = layer.get_index(left, middle, _REACH, _REACH)
    return float(FPDFText_GetFontSize(layer.raw, index)) or 1.0 if index is not None else 1.0


def _same_line(before: Line, after: Line) -> bool:
    overlap = min(before.top, after.top) - max(before.bottom, after.bottom)
    lower_height = min(before.top - before.bottom, after.top - after.bottom)
    return overlap > lower_height / 2 and after.left >= before.left


def _joined(before: Line, after: Line) -> Line:
    return Line(
        words=f"{before.words} {after.words}",
        left=min(before.left, after.left),
        bottom=min(before.bottom, after.bottom),
        right=max(before.right, after.right),
        top=max(before.top, after.top),
        size=max(before.size, after.size),
    )
