"""A one-page PDF of a headline and paragraphs, written by hand so that its bytes never change.

PDF 1.4 (ISO 32000-1): catalogue, pages, page, font, content stream, cross-reference table.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_LINE = 14
_GAP = 8
_COLUMN = 84  # characters that fit the line at 11 points
_TITLE_COLUMN = 58
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    b" /Resources << /Font << /F1 4 0 R >> >> >>"
)


def pdf_document(title: str, paragraphs: Sequence[str]) -> bytes:
    """The bytes of the document."""
    stream = _stream(title, paragraphs)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Title %s >>" % _string(title),
    ]
    return _numbered(objects)


def _stream(title: str, paragraphs: Sequence[str]) -> bytes:
    parts = [b"BT", b"60 780 Td", b"/F1 16 Tf", b"20 TL"]
    parts += [_show(line) for line in textwrap.wrap(title, _TITLE_COLUMN)]
    parts += [b"/F1 11 Tf", b"%d TL" % _LINE]
    for paragraph in paragraphs:
        parts.append(b"0 %d Td" % -_GAP)
        lines = textwrap.wrap(paragraph, _COLUMN, break_on_hyphens=False)
        parts += [_show(line) for line in lines]
    return b"\n".join([*parts, b"ET"])


def _show(line: str) -> bytes:
    return b"T* " + _string(line) + b" Tj"


def _string(words: str) -> bytes:
    data = words.encode("cp1252")
    for character in (b"\\", b"(", b")"):
        data = data.replace(character, b"\\" + character)
    return b"(" + data + b")"


def _numbered(objects: Sequence[bytes]) -> bytes:
    output = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    output += b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n" % (len(objects) + 1)
    return output + b"startxref\n%d\n%%%%EOF\n" % start
