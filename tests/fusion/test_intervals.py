from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.fusion.intervals import Interval, YearlessInterval, bounds, overlap

DATED = [
    ("2014-11-02", (2014, 11, 2), (2014, 11, 2)),
    ("2014-11-02T19:45", (2014, 11, 2), (2014, 11, 2)),
    ("2014-11-02T19:45:00Z", (2014, 11, 2), (2014, 11, 2)),
    ("2014-11", (2014, 11, 1), (2014, 11, 30)),
    ("2016-02", (2016, 2, 1), (2016, 2, 29)),
    ("2015-02", (2015, 2, 1), (2015, 2, 28)),
    ("2014", (2014, 1, 1), (2014, 12, 31)),
    ("2014~", (2014, 1, 1), (2014, 12, 31)),
    ("201X", (2010, 1, 1), (2019, 12, 31)),
    ("2014-21", (2014, 3, 1), (2014, 5, 31)),
    ("2014-XX-05", (2014, 1, 5), (2014, 12, 5)),
    ("2014-11-03/2014-11-09", (2014, 11, 3), (2014, 11, 9)),
    ("2013-03/2013-05", (2013, 3, 1), (2013, 5, 31)),
    ("../2014-09-29", None, (2014, 9, 29)),
    ("2014-09-29/..", (2014, 9, 29), None),
    ("/2014", None, (2014, 12, 31)),
]


@pytest.mark.parametrize(("edtf", "start", "end"), DATED)
def test_bounds_of_dated_values(edtf, start, end):
    expected = Interval(start=date(*start) if start else None, end=date(*end) if end else None)
    assert bounds(edtf) == expected


@pytest.mark.parametrize("edtf", [None, "", "..", "../..", "last week", "2014-13", "2014-02-31-1"])
def test_what_says_nothing_has_no_bounds(edtf):
    assert bounds(edtf) is None


def test_a_date_without_a_year_takes_the_last_one_before_publication():
    november = bounds("XXXX-11-02")
    assert november == YearlessInterval(start=(11, 2), end=(11, 2))
    assert november.up_to(date(2014, 11, 15)) == bounds("2014-11-02")
    assert november.up_to(date(2014, 9, 29)) == bounds("2013-11-02")


OVERLAPS = [
    ("2014-11-02", "2014-11", 0, True),
    ("2014-11-02", "2014-11-03", 0, False),
    ("2014-11-02", "2014-11-03", 1, True),
    ("XXXX-11-02", "2014-11-02", 0, True),
    ("XXXX-11-02", "2014-11-05", 1, False),
    ("XXXX-11-02", "XXXX-11-02/XXXX-11-09", 0, True),
    ("XXXX-12-31", "2015-01-01", 1, True),
    ("../2014-09-29", "2013", 0, True),
    ("../2014-09-29", "2015", 0, False),
]


@pytest.mark.parametrize(("first", "second", "slack", "expected"), OVERLAPS)
def test_overlap(first, second, slack, expected):
    assert overlap(bounds(first), bounds(second), slack=slack) is expected
    assert overlap(bounds(second), bounds(first), slack=slack) is expected


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@given(days, days)
def test_an_interval_holds_its_ends(first, second):
    low, high = sorted((first, second))
    whole = bounds(f"{low.isoformat()}/{high.isoformat()}")
    assert overlap(whole, bounds(low.isoformat()))
    assert overlap(whole, bounds(f"{high.year:04}-{high.month:02}"))
