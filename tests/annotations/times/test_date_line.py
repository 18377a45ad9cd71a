from __future__ import annotations

import pytest

from secondsource.annotations.times.date_line import date_line
from secondsource.reports import from_text


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "Talks resume\n\nMonday 29 September 2014 19:45\n\nBoth sides met again.",
            "Monday 29 September 2014 19:45",
            "2014-09-29T19:45:00",
        ),
        ("Wed 05 Apr 2017 Talks resume. Both sides met again.", "Wed 05 Apr 2017", "2017-04-05"),
    ],
)
def test_the_date_line_is_a_mention(text: str, words: str, edtf: str) -> None:
    report = from_text(text)
    line = date_line(report)
    assert line is not None
    assert (line.span.of(report.text), line.edtf) == (words, edtf)


def test_a_date_that_the_text_does_not_state_is_no_mention() -> None:
    assert date_line(from_text("Both sides met again.", published="2014-11-14")) is None
    assert date_line(from_text("Both sides met again.")) is None
