"""Values in words."""

from __future__ import annotations

import pytest

from secondsource.web.wording import count, edtf, interval, plural


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
    ("start", "end", "words"),
    [
        (None, None, "–"),
        (None, "2014-09", "until 2014-09"),
        ("2014-09-28", None, "since 2014-09-28"),
        ("../2014-11-14", None, "since 2014-11-14 or earlier"),
        ("/2014-11-13", "2014-12-08", "2014-11-13 or earlier to 2014-12-08"),
        ("2013-03/2013-05", "2014-09", "2013-03–2013-05 to 2014-09"),
        ("2014-06", "2014-09/..", "2014-06 to 2014-09 or later"),
        ("2014-06~", "2014-24", "about 2014-06 to winter 2014"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, words: str) -> None:
    assert interval(start, end) == words


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
