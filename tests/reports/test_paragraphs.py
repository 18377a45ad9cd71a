"""Paragraphs of texts with and without wrapped lines."""

from __future__ import annotations

import pytest

from secondsource.reports.paragraphs import paragraphs

WRAPPED = (
    "The two groups have fought each other for more than a year, and\n"
    "an agreement between them would complicate the strategy of the\n"
    "coalition, which counts on other groups to hold the ground.\n"
    "\n"
    "A second paragraph begins here and is wrapped at the same width\n"
    "as the first one was.\n"
)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (WRAPPED, ["The two groups", "A second paragraph"]),
        ("One line a paragraph.\nAnother line.\nA third.", ["One line", "Another", "A third"]),
        ("Name of Someone\nMonday 29 September 2014\nA caption of this picture here", None),
        ("Equal lines are two captions, not one paragraph that is wrapped\n" * 2, None),
        ("First\r\n\r\nSecond\rThird", ["First", "Second", "Third"]),
        ("\ufeffFirst\n", ["First"]),
        ("", []),
    ],
)
def test_paragraphs(text: str, starts: list[str] | None) -> None:
    expected = [line for line in text.split("\n") if line] if starts is None else starts
    found = [span.of(text) for span in paragraphs(text)]
    assert len(found) == len(expected)
    assert all(words.startswith(start) for words, start in zip(found, expected, strict=True))
