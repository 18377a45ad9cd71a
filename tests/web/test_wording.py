"""Values in words."""

from __future__ import annotations

import pytest

from secondsource.web.wording import count, edtf, plural


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not known"),
        ("2014-11-02", "2014-11-02"),
        ("2014-11-02T19:45", "2014-11-02"),
        ("2013-21", "spring 2013"),
        ("2014-09~", "about 2014-09"),
        ("2014-11-02?", "perhaps 2014-11-02"),
        ("2013-23%", "perhaps about autumn 2013"),
        ("XXXX-11-02", "11-02, year unknown"),
        ("2014-09-28/2014-09-29", "2014-09-28 to 2014-09-29"),
        ("/2014-09-29", "by 2014-09-29"),
        ("../2014", "by 2014"),
        ("2014-06/..", "from 2014-06"),
        ("2014-06/", "from 2014-06"),
        ("/", "not known"),
    ],
)
def test_edtf_in_words(value: str | None, words: str) -> None:
    assert edtf(value) == words


@pytest.mark.parametrize(
    ("number", "shown"), [(None, "–"), (0, "0"), (14.0, "14"), (12000, "12,000"), (2.5, "2.5")]
)
def test_numbers(number: float | None, shown: str) -> None:
    assert count(number) == shown


def test_plurals() -> None:
    assert [plural(number, "report") for number in (0, 1, 2)] == [
        "0 reports",
        "1 report",
        "2 reports",
    ]
