"""Which report came first, by dates with and without times and zones."""

from __future__ import annotations

import pytest

from secondsource.fusion.precedence import Nearness, Standing, in_order, precedes, standing

MIDNIGHT_IN_NEW_YORK = "2014-11-13T23:30:00-05:00"  # 04:30 UTC on the day after


def at(published: str | None, name: str = "r_1") -> Standing:
    return standing(report_id=name, published=published, nearness=Nearness.NONE, sentences=3)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2014-11-13", "2014-11-14"),
        ("2014-11-13T09:00", "2014-11-13T10:00"),
        ("2014-11-13T10:00+03:00", "2014-11-13T08:00Z"),
        ("2014-11-13T08:00Z", "2014-11-13T04:00:00-05:00"),
        ("2014-11-14T02:00:00Z", MIDNIGHT_IN_NEW_YORK),
        ("2014-11-13T09:00:00Z", "2014-11-13T09:00:30+00:00"),
    ],
)
def test_the_earlier_precedes(earlier: str, later: str) -> None:
    first, second = at(earlier, "r_2"), at(later, "r_1")
    assert precedes(first, second)
    assert not precedes(second, first)
    assert in_order({"r_1": second, "r_2": first}) == ("r_2", "r_1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014-11-13T10:00+03:00", "2014-11-13T07:00Z"),
        ("2014-11", "2014-11-13T07:00Z"),
        (None, "2014-11-13T07:00Z"),
    ],
)
def test_where_the_dates_do_not_tell_the_rank_does(one: str | None, other: str) -> None:
    assert precedes(at(one, "r_1"), at(other, "r_2"))
    assert precedes(at(other, "r_1"), at(one, "r_2"))


def test_a_zone_beyond_the_calendar_is_no_instant() -> None:
    assert at("0001-01-01T00:00+05:00").instant is None
