"""Quotation marks, even and uneven."""

from __future__ import annotations

import pytest

from secondsource.annotations.attributions.quotations import find_quotations
from tests.annotations.attributions.sentences import report_of

CASES = [
    ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
    ('"One," he said. "Two."', ['"One,"', '"Two."']),
    ("''One,'' he said.", ["''One,''"]),
    ("'One two,' he said.", ["'One two,'"]),
    ("The army's men took the rebels' guns.", []),
    ('“One," he said.', ['“One,"']),
    ("“One two three four.", ["“One two three four."]),
    ("One two,” he said.", ["One two,”"]),
    ("“One,\n“Two,” he said.", ["“One,", "“Two,”"]),
    ("“One, he said. “Two.”", ["“One,", "“Two.”"]),
    ("“They say ‘never’ again,” he said.", ["“They say ‘never’ again,”"]),
    ("No marks at all.", []),
    ("”", []),
]


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations(text: str, quoted: list[str]) -> None:
    found = find_quotations(report_of(text))
    assert [row.span.of(text) for row in found] == quoted


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = "“We came at night.\n“Nobody was there,” he said."
    first, second = find_quotations(report_of(text))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
