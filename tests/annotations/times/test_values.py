from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.times.periods import Period, Unit
from secondsource.annotations.times.values import edtf, period_of

CASES = [
    ("2014-11-02", None, "2014-11-02"),
    ("2014-11-02TMO", None, "2014-11-02"),
    ("2014-11-02T19:45", None, "2014-11-02T19:45:00"),
    ("2014-11-02T24:00", None, "2014-11-02"),
    ("2014-W45", None, "2014-11-03/2014-11-09"),
    ("2014-W45-WE", None, "2014-11-08/2014-11-09"),
    ("2014-10", "START", "2014-10-01/2014-10-10"),
    ("2014-10", "MID", "2014-10-11/2014-10-21"),
    ("2014-10", "END", "2014-10-22/2014-10-31"),
    ("2014", "END", "2014-09/2014-12"),
    ("2013", "APPROX", "2013~"),
    ("2014-SU", None, "2014-22"),
    ("2014-Q4", None, "2014-36"),
    ("199", None, "199X"),
    ("19", None, "19XX"),
    ("XXXX-11-02", None, "XXXX-11-02"),
    ("XXXX-WXX-1", None, None),
    ("XXXX-XX-XX", None, None),
    ("P2W", None, None),
    ("PRESENT_REF", None, None),
    ("2014-W60", None, None),
]


@pytest.mark.parametrize(("value", "modifier", "expected"), CASES)
def test_edtf(value: str, modifier: str | None, expected: str | None) -> None:
    assert edtf(value, modifier) == expected


_UNITS = st.sampled_from(
    [Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE]
)
_MODIFIERS = st.sampled_from([None, "START", "MID", "END", "APPROX", "MORE_THAN"])


@given(
    day=st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 1, 1)),
    unit=_UNITS,
    modifier=_MODIFIERS,
)
def test_the_edtf_of_a_period_parses_and_lies_in_it(
    day: date, unit: Unit, modifier: str | None
) -> None:
    period = Period.at(day, unit)
    written = edtf(period.value, modifier)
    assert written is not None
    parsed = parse_edtf(written)
    assert tuple(parsed.lower_strict()[:3]) >= period.first.timetuple()[:3]
    assert tuple(parsed.upper_strict()[:3]) <= period.last.timetuple()[:3]


@given(day=st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 1, 1)), unit=_UNITS)
def test_a_value_names_its_period(day: date, unit: Unit) -> None:
    period = Period.at(day, unit)
    assert period_of(period.value) == (None if unit is Unit.DECADE else period)


@given(day=st.dates(), unit=_UNITS, by=st.integers(min_value=-500, max_value=500))
def test_shifting_there_and_back(day: date, unit: Unit, by: int) -> None:
    period = Period.at(day, unit)
    moved = period.shift(by)
    assert moved is None or moved.shift(-by) == period
