"""Lanes of events and states, one by one or counted."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.ledger import EventFilter, Ledger
from secondsource.views import LanesBy, TimelineContext, every_mark, timeline_context
from secondsource.views.pages import timeline


def told(found: TimelineContext) -> dict[str, tuple[int, int, int]]:
    return {
        lane.label: (len(lane.marks), sum(one.events for one in lane.bins), len(lane.ties))
        for lane in found.lanes
    }


def test_a_lane_for_each_pair(ledger: Ledger) -> None:
    found = timeline_context(ledger, EventFilter())
    lane = found.lanes[0]
    assert {end.id for end in lane.between} == {"islamic-state", "nusra-front"}
    assert [mark.time for mark in lane.marks] == ["2014-11-02"]
    assert "hostile" in {tie.state for tie in lane.ties}
    assert found.total == found.undated + sum(len(lane.marks) for lane in found.lanes)


def test_a_lane_for_each_type(ledger: Ledger) -> None:
    found = timeline_context(ledger, EventFilter(), by=LanesBy.TYPE)
    assert [lane.type for lane in found.lanes] == ["ASSAULT"]
    assert all(lane.ties == () for lane in found.lanes)


def test_unknown_times_are_listed(ledger: Ledger) -> None:
    found = timeline_context(ledger, EventFilter())
    assert found.undated == len(found.without_time) > 0
    assert all(mark.first_day is mark.last_day is None for mark in found.without_time)


@pytest.mark.parametrize("by", list(LanesBy))
def test_counted_or_drawn_the_events_are_the_same(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, by: LanesBy
) -> None:
    drawn = timeline_context(ledger, EventFilter(), by=by)
    monkeypatch.setattr(timeline, "MARKS_SHOWN", 0)
    counted = timeline_context(ledger, EventFilter(), by=by)
    assert drawn.step is None
    assert counted.step is not None
    assert told(counted) == {label: (0, one, ties) for label, (one, _, ties) in told(drawn).items()}


def test_what_was_not_reported_was_not_known(ledger: Ledger) -> None:
    now = timeline_context(ledger, EventFilter())
    then = timeline_context(ledger, EventFilter(reported_by=date(2014, 11, 3)))
    assert then.total + then.hidden == now.total
    assert then.hidden > 0
    published = (mark.first_published for mark in every_mark(ledger, EventFilter()))
    assert then.total == sum(day is not None and day <= date(2014, 11, 3) for day in published)
    assert (then.first_day, then.last_day) == (now.first_day, now.last_day)


def test_nothing_known_gives_no_lane(ledger: Ledger) -> None:
    found = timeline_context(ledger, EventFilter(reported_by=date(2001, 1, 1)))
    assert (found.total, found.lanes, found.without_time) == (0, (), ())
