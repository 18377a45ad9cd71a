"""The timeline: what stands where, and the day by which it was known."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from secondsource.ledger import EventFilter, open_ledger
from secondsource.views import LanesBy, timeline_context
from secondsource.views.pages import timeline
from secondsource.web.day_scale import DayScale, ticks_of
from secondsource.web.timeline_chart import GAP, timeline_chart


def test_signs_and_bars_stay_in_their_lanes(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        chart = timeline_chart(timeline_context(ledger, EventFilter()))
    assert chart is not None
    below = 0
    for lane in chart.lanes:
        assert lane.y >= below
        below = lane.y + lane.height + GAP
        places = [(bar.x, bar.y) for bar in lane.bars] + [(sign.x, sign.y) for sign in lane.signs]
        for x, y in places:
            assert 0 <= x <= 100
            assert lane.y < y < lane.y + lane.height
        for bar in lane.bars:
            assert 0 <= bar.doubtful <= bar.width
    assert chart.height >= below


def test_columns_are_as_high_as_they_count(
    workbench_ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "MARKS_SHOWN", 0)
    with open_ledger(workbench_ledger) as ledger:
        chart = timeline_chart(timeline_context(ledger, EventFilter(), by=LanesBy.TYPE))
    assert chart is not None
    columns = sorted(
        (one for lane in chart.lanes for one in lane.columns), key=lambda one: one.bin.events
    )
    assert columns
    assert [one.height for one in columns] == sorted(one.height for one in columns)
    assert all(one.disputed <= one.height for one in columns)


def test_nothing_dated_gives_no_drawing(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        context = timeline_context(ledger, EventFilter(types=("SANCTION",)))
    assert timeline_chart(context) is None


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2014, 11, 1), date(2014, 11, 14), ("2014-11-03", "2014-11-10", "2014-11-17")),
        (date(2014, 9, 10), date(2014, 11, 20), ("2014-10", "2014-11")),
        (date(2011, 6, 1), date(2014, 6, 1), ("2012", "2013", "2014")),
    ],
)
def test_the_axis_names_days_that_fit(first: date, last: date, labels: tuple[str, ...]) -> None:
    ticks = ticks_of(DayScale.over(first, last))
    assert tuple(tick.label for tick in ticks) == labels
    assert all(0 <= tick.x <= 100 for tick in ticks)


@pytest.mark.parametrize("last", [date.max, date(1, 1, 3)])
def test_the_axis_ends_where_the_calendar_does(last: date) -> None:
    scale = DayScale.over(date.min, last)
    assert scale.first == date.min
    assert 0 <= scale.at(last) <= 100


def test_what_was_not_published_is_not_shown(client: TestClient) -> None:
    now, then = (client.get(f"/timeline.json{q}").json() for q in ("", "?known_by=2014-11-13"))
    assert then["hidden"] == now["total"] - then["total"] > 0
    rows = client.get("/timeline.csv?known_by=2014-11-13").text.splitlines()[1:]
    assert len(rows) == then["total"]


@pytest.mark.parametrize("query", ["?known_by=soon", "?by=colour"])
def test_what_cannot_be_asked_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/timeline.json{query}").status_code == 422
