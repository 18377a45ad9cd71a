"""EDTF in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.views import dated, spoken


@pytest.mark.parametrize(
    ("edtf", "alone", "when"),
    [
        ("2014-11-02", "2 November 2014", "on 2 November 2014"),
        ("2014-11-02T19:45", "2 November 2014", "on 2 November 2014"),
        ("2014-11", "November 2014", "in November 2014"),
        ("2014", "2014", "in 2014"),
        ("201X", "the 2010s", "in the 2010s"),
        ("2014-23", "autumn 2014", "in autumn 2014"),
        ("2014-11-XX", "November 2014", "in November 2014"),
        ("XXXX-11-02", "2 November of an unknown year", "on 2 November of an unknown year"),
        ("2013~", "about 2013", "about 2013"),
        ("2014-11-02?", "probably 2 November 2014", "probably 2 November 2014"),
        ("2013/2014-11", "from 2013 to November 2014", "between 2013 and November 2014"),
        ("2013~/..", "since about 2013", "since about 2013"),
        ("../2014", "until 2014", "until 2014"),
        ("last week", "last week", "last week"),
    ],
)
def test_dates_are_said_at_their_precision(edtf: str, alone: str, when: str) -> None:
    assert (spoken(edtf), dated(edtf)) == (alone, when)


@given(st.dates())
def test_no_day_is_lost_or_made(day: object) -> None:
    assert spoken(str(day)).split()[0] == str(int(str(day).rsplit("-", 1)[1]))
