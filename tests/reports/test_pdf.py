"""Lines of a PDF page back to paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from secondsource.reports import Report, read
from secondsource.reports.readers.pdf import joined_lines

SAMPLE = Path(__file__).parents[2] / "samples/reports/08-sample-chronicle-fighting-resumes.pdf"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("The army\nadvanced.\n\nIt stopped.", "The army advanced.\n\nIt stopped."),
        ("a commu-\nnity of one\n\nThe community", "a community of one\n\nThe community"),
        ("fighters of al-\nQaida", "fighters of al-Qaida"),
        ("a soft\u00ad\nware word", "a software word"),
    ],
)
def test_joined_lines(lines: str, text: str) -> None:
    assert joined_lines(lines) == text


def test_pages_are_closed_when_read(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"opened": 0, "closed": 0}

    def counted(part: type, method: str, what: str) -> None:
        done: Callable[..., object] = getattr(part, method)

        def call(*given: object) -> object:
            counts[what] += 1
            return done(*given)

        monkeypatch.setattr(part, method, call)

    counted(pypdfium2.PdfDocument, "get_page", "opened")
    counted(pypdfium2.PdfPage, "get_textpage", "opened")
    counted(pypdfium2.PdfPage, "close", "closed")
    counted(pypdfium2.PdfTextPage, "close", "closed")
    (report,) = read(SAMPLE)
    assert isinstance(report, Report)
    assert counts["opened"] == counts["closed"] > 0
