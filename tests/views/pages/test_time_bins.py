"""Events counted by time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.ledger import TimeSpan, TimeTally, Unit
from secondsource.views import Step
from secondsource.views.pages.time_bins import bins_of, bins_without, step_of, unit_of

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
TALLIES = st.lists(
    st.builds(
        TimeTally,
        lane=st.just(("ASSAULT",)),
        day=DAYS,
        events=st.integers(1, 9),
        disputed=st.just(1),
    )
)


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (0, Step.DAY),
        (62, Step.DAY),
        (63, Step.WEEK),
        (1098, Step.WEEK),
        (1200, Step.MONTH),
        (6000, Step.YEAR),
    ],
)
def test_the_step_fits_the_span(days: int, step: Step) -> None:
    first = date(2010, 1, 1)
    span = TimeSpan(
        events=9,
        dated=9,
        first_day=first,
        last_day=first + timedelta(days=days),
        first_published=None,
        last_published=None,
    )
    assert step_of(span) is step


@given(TALLIES, st.sampled_from(Step))
def test_nothing_is_lost_and_nothing_counted_twice(tallies: list[TimeTally], step: Step) -> None:
    bins = bins_of(tallies, step)
    assert sum(one.events for one in bins) == sum(one.events for one in tallies)
    assert sum(one.disputed for one in bins) == len(tallies)
    assert all(one.first_day <= one.last_day for one in bins)
    assert all(one.last_day < other.first_day for one, other in pairwise(bins))


@pytest.mark.parametrize(
    ("step", "first", "last"),
    [
        (Step.DAY, date(2014, 2, 27), date(2014, 2, 27)),
        (Step.WEEK, date(2014, 2, 24), date(2014, 3, 2)),
        (Step.MONTH, date(2014, 2, 1), date(2014, 2, 28)),
        (Step.YEAR, date(2014, 1, 1), date(2014, 12, 31)),
    ],
)
def test_where_a_stretch_begins_and_ends(step: Step, first: date, last: date) -> None:
    tally = TimeTally(lane=(), day=date(2014, 2, 27), events=1, disputed=0)
    (one,) = bins_of([tally], step)
    assert (one.first_day, one.last_day) == (first, last)


@given(TALLIES, st.sampled_from(Step), st.integers(0, 5))
def test_the_rest_is_what_is_left(tallies: list[TimeTally], step: Step, taken: int) -> None:
    rest = bins_without(bins_of(tallies, step), bins_of(tallies[:taken], step))
    assert rest == bins_of(tallies[taken:], step)


def test_weeks_need_days() -> None:
    assert [unit_of(step) for step in Step] == [Unit.DAY, Unit.DAY, Unit.MONTH, Unit.MONTH]
