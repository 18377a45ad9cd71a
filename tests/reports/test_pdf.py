"""Lines of a PDF page back to paragraphs."""

from __future__ import annotations

import pytest

from secondsource.reports.readers.pdf import joined_lines


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
