"""Dates of machines and newspapers to EDTF."""

from __future__ import annotations

import pytest

from secondsource.reports.stamps import stamp


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2014-11-13T09:10:00Z", "2014-11-13T09:10:00Z"),
        ("2014-11-13T09:10:00.000+01:00", "2014-11-13T09:10:00+01:00"),
        ("2014-11-13 09:10:00 UTC", "2014-11-13T09:10:00Z"),
        ("2014-11-13T09:10+0300", "2014-11-13T09:10+03:00"),
        ("2014-11-13", "2014-11-13"),
        ("2014-11", "2014-11"),
        ("2014", "2014"),
        ("XXXX-11-02", "XXXX-11-02"),
        ("2014-11-03/2014-11-09", "2014-11-03/2014-11-09"),
        ("2014~", "2014~"),
        ("Thu, 13 Nov 2014 17:05:00 +0000", "2014-11-13T17:05:00Z"),
        ("Thu, 13 Nov 2014 17:05:00 +0300", "2014-11-13T17:05:00+03:00"),
        ("13 November 2014", "2014-11-13"),
        ("Nov. 13, 2014", "2014-11-13"),
        ("12 June 2014 12:05 am", "2014-06-12T00:05"),
        ("2014-13-45", None),
        ("0000-00-00", None),
        ("last Tuesday", None),
        ("", None),
        ("30 February 2014", None),
    ],
)
def test_stamp(words: str, edtf: str | None) -> None:
    assert stamp(words) == edtf
