"""PDF: the text of every page by pypdfium2, with wrapped lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

from secondsource.errors import Empty, TooLarge, Unreadable
from secondsource.reports.assembly import Known, assemble, stated
from secondsource.reports.options import Limits
from secondsource.reports.readers.inputs import Input
from secondsource.reports.readers.pdf_lines import Line, page_lines
from secondsource.reports.records import Basis, Report

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’)\]]*$")
_PARAGRAPH_GAP = 1.35  # of the distance between lines of one paragraph
_OTHER_SIZE = 1.1
_SHORT_LINE = 0.85  # of the column's width


def read_pdf(source: Input, limits: Limits) -> Report:
    """The report of a PDF file.

    Raises:
        InputRejected: if it is damaged, locked, too long, or has no text (a scan).
    """
    import pypdfium2  # loads a shared library

    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(source.name, f"the PDF cannot be opened: {error}", _REPAIR) from error
    try:
        text = _text(source.name, document, limits)
        title = document.get_metadata_value("Title")
    except pypdfium2.PdfiumError as error:
        raise Unreadable(source.name, f"a page cannot be read: {error}", _REPAIR) from error
    finally:
        document.close()
    known = Known(
        title=stated(title if _stands_in(title, text) else None, Basis.METADATA),
        path=source.path,
        url=source.url,
        bytes_sha256=source.sha256,
    )
    return assemble(text, known)


_REPAIR = "open and save it in a PDF program, without a password"


def _stands_in(title: str, text: str) -> bool:
    """A PDF's title field is often a file name; it counts only where the page shows it."""
    return bool(title.strip()) and " ".join(title.split()) in " ".join(text.split())


def _text(name: str, document: PdfDocument, limits: Limits) -> str:
    if len(document) > limits.pdf_pages:
        raise TooLarge(name, f"{len(document)} pages, more than {limits.pdf_pages}", "split it")
    pages = (_page_text(document, number) for number in range(len(document)))
    text = "\n\n".join(page for page in pages if page)
    if not text:
        raise Empty(name, "no page holds text; it may be a scan", "recognise its text first")
    return joined_lines(text)


def _page_text(document: PdfDocument, number: int) -> str:
    with closing(document[number]) as page:
        return "\n\n".join(_paragraphs(page_lines(page)))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    if not lines:
        return
    usual = _line_distance(lines)
    width = max(line.right - line.left for line in lines)
    current = lines[0].words
    for upper, lower in pairwise(lines):
        if _breaks(upper, lower, usual, width):
            yield current
            current = lower.words
        else:
            current = f"{current}\n{lower.words}"
    yield current


def _line_distance(lines: Sequence[Line]) -> float:
    """The distance between lines of one paragraph, in type sizes: the lower quartile of all.

    The quartile, for in a page of short paragraphs most distances are those between paragraphs.
    """
    gaps = [_distance(upper, lower) for upper, lower in pairwise(lines)]
    downward = sorted(gap for gap in gaps if gap > 0)
    return downward[len(downward) // 4] if downward else 0.0


def _distance(upper: Line, lower: Line) -> float:
    return (upper.bottom - lower.bottom) / lower.size


def _breaks(upper: Line, lower: Line, usual: float, width: float) -> bool:
    """Whether a paragraph begins with ``lower``: by distance, type size, or a short line above."""
    gap = _distance(upper, lower)
    if gap <= 0 or gap > _PARAGRAPH_GAP * usual:
        return True
    if max(upper.size, lower.size) > _OTHER_SIZE * min(upper.size, lower.size):
        return True
    short = upper.right - upper.left < _SHORT_LINE * width
    return short and bool(_ENDS_SENTENCE.search(upper.words))


def joined_lines(text: str) -> str:
    """Lines of a paragraph joined by spaces; a word broken at a line's end is made whole.

    A hyphen stays unless the word stands elsewhere in the text without it ("al-Qaida" keeps its).
    """
    words = set(re.findall(r"\w+", text))

    def joined(match: re.Match[str]) -> str:
        whole = match[1] + match[2]
        return whole if whole in words else f"{match[1]}-{match[2]}"

    soft = re.sub(r"[\u00ad\ufffe\x02]\n?", "", text)
    whole = re.sub(r"(\w+)-\n(\w+)", joined, soft)
    return re.sub(r"(?<!\n)\n(?!\n)", " ", whole)
