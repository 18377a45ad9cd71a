from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf

from secondsource.annotations.times import feasts

CASES = [
    ("easter", 2013, "2013-03-31"),
    ("easter", 2014, "2014-04-20"),
    ("good friday", 2016, "2016-03-25"),
    ("ash wednesday", 2015, "2015-02-18"),
    ("orthodox easter", 2013, "2013-05-05"),
    ("orthodox easter", 2016, "2016-05-01"),
    ("thanksgiving", 1999, "1999-11-25"),
    ("labor day", 2014, "2014-09-01"),
    ("memorial day", 2014, "2014-05-26"),
    ("election day", 1998, "1998-11-03"),
    ("election day", 2016, "2016-11-08"),
    ("christmas eve", 2014, "2014-12-24"),
    ("rosh hashanah", 2014, "2014-09-25"),
    ("rosh hashanah", 2023, "2023-09-16"),
    ("yom kippur", 1973, "1973-10-06"),
    ("passover", 2002, "2002-03-28"),
    ("purim", 2014, "2014-03-16"),
    ("hanukkah", 2013, "2013-11-28"),
    ("hanukkah", 2016, "2016-12-25"),
    ("ramadan", 2013, "2013-07"),
    ("ramadan", 2014, "2014-07"),
    ("ramadan", 2017, "2017-06"),
    ("eid al-adha", 2014, "2014-10"),
    ("9/11", 2001, "2001-09-11"),
]

# Days announced for the feast, or for the first and last day of the month.
ANNOUNCED = [
    ("eid al-fitr", 2014, ("2014-07-28",)),
    ("eid al-adha", 2016, ("2016-09-12",)),
    ("ashura", 2013, ("2013-11-14",)),
    ("ramadan", 2014, ("2014-06-28", "2014-07-27")),
    ("muharram", 2015, ("2015-10-14", "2015-11-12")),
]


@pytest.mark.parametrize(("name", "year", "value"), CASES)
def test_when_a_feast_falls(name: str, year: int, value: str) -> None:
    period = feasts.in_year(name, year)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize(("name", "year", "announced"), ANNOUNCED)
def test_an_islamic_feast_is_within_two_days_of_what_was_announced(
    name: str, year: int, announced: tuple[str, ...]
) -> None:
    edtf = feasts.approximately(name, year)
    assert edtf is not None
    assert "~" in edtf
    parse_edtf(edtf)
    sides = [date.fromisoformat(side.rstrip("~")) for side in edtf.split("/")]
    expected = [date.fromisoformat(day) for day in announced]
    assert len(sides) == len(expected)
    assert all(abs((a - b).days) <= 2 for a, b in zip(sides, expected, strict=True))


def test_months_of_the_islamic_year_follow_each_other() -> None:
    names = ("muharram", "safar", "rabi al-awwal", "rabi al-thani", "jumada al-awwal")
    edtfs = [feasts.approximately(name, 2010) for name in names[1:]]
    firsts = [edtf[:10] for edtf in edtfs if edtf]
    assert len(firsts) == 4
    assert all(first < second for first, second in pairwise(firsts))


def test_only_the_islamic_calendar_is_approximate() -> None:
    assert feasts.approximately("easter", 2014) is None


@pytest.mark.parametrize("year", [1, 622, 1500, 1999, 2014, 2100, 9999])
def test_every_feast_can_be_asked_for_in_any_year(year: int) -> None:
    found = [feasts.in_year(name, year) for name in feasts.NAMES]
    assert all(period is None or period.first.year == year for period in found)
