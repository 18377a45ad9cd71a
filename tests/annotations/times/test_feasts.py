from __future__ import annotations

import pytest

from secondsource.annotations.times import feasts

CASES = [
    ("easter", 2013, "2013-03-31"),
    ("easter", 2014, "2014-04-20"),
    ("good friday", 2016, "2016-03-25"),
    ("thanksgiving", 1999, "1999-11-25"),
    ("christmas eve", 2014, "2014-12-24"),
    ("ramadan", 2013, "2013-07"),
    ("ramadan", 2014, "2014-07"),
    ("ramadan", 2017, "2017-06"),
    ("eid al-adha", 2014, "2014-10"),
]


@pytest.mark.parametrize(("name", "year", "value"), CASES)
def test_when_a_feast_falls(name: str, year: int, value: str) -> None:
    period = feasts.in_year(name, year)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize("year", [622, 1500, 1999, 2014, 2100])
def test_every_feast_can_be_asked_for_in_any_year(year: int) -> None:
    found = [feasts.in_year(name, year) for name in feasts.NAMES]
    assert all(period is None or period.first.year == year for period in found)
