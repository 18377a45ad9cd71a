"""The two clocks of a tie, and the drawing of its states."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from secondsource.ledger import open_ledger
from secondsource.views import tie_context, ties_known_by
from secondsource.web.tie_chart import tie_chart

PAIR = "/ties/islamic-state/nusra-front.json"


def states(client: TestClient, query: str = "") -> list[tuple[str, bool | None]]:
    found = client.get(f"{PAIR}{query}").json()["states"]
    return sorted({(one["record"]["state"], one["holds"]) for one in found}, key=str)


def test_without_a_day_no_state_is_asked_about(client: TestClient) -> None:
    assert {held for _, held in states(client)} == {None}


def test_a_state_holds_on_a_day_or_not(client: TestClient) -> None:
    before = dict(states(client, "?as_of=2014-10-01"))
    after = dict(states(client, "?as_of=2014-11-05"))
    assert before["truce"] is False
    assert after["truce"] is True


def test_what_was_not_published_was_not_known(client: TestClient) -> None:
    reports = {
        words["outlet"]
        for state in client.get(f"{PAIR}?known_by=2014-11-13").json()["states"]
        for words in state["evidence"]
    }
    assert reports == {"Sample North"}
    assert client.get(f"{PAIR}?known_by=2013").json()["states"] == []


@pytest.mark.parametrize("query", ["?as_of=soon", "?known_by=2014-13-01"])
def test_a_day_that_is_none_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"{PAIR}{query}").status_code == 400


def test_bars_stay_within_the_drawing(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        chart = tie_chart(tie_context(ledger, "islamic-state", "nusra-front", as_of="2014-11-20"))
    assert chart is not None
    assert chart.bars
    for bar in chart.bars:
        assert 0 <= bar.x <= 100
        assert bar.width > 0
        assert bar.x + bar.width <= 100.01 + 0.6
        assert 0 <= bar.doubtful <= bar.width
    assert chart.first < date(2014, 11, 20) < chart.last
    assert chart.as_of is not None


def test_nothing_dated_gives_no_drawing(workbench_ledger: str) -> None:
    with open_ledger(workbench_ledger) as ledger:
        assert tie_chart(tie_context(ledger, "islamic-state", "x-nobody")) is None


@pytest.mark.parametrize("known_by", ["2014-11-12", "2014-11-13", "2014-11-20", "2015"])
def test_what_was_known_is_what_tracing_all_of_it_anew_gives(
    workbench_ledger: str, known_by: str
) -> None:
    pair = ("islamic-state", "nusra-front")
    with open_ledger(workbench_ledger) as ledger:
        page = tie_context(ledger, *pair, known_by=known_by)
        anew = ties_known_by(ledger, known_by, between=pair)
    assert {one.record.id for one in page.states} == {one.record.id for one in anew}
    shown = {one.record.id: one.record for one in page.states}
    for one in anew:
        assert shown[one.record.id].credibility == one.record.credibility
        assert shown[one.record.id].origins == one.record.origins
        assert shown[one.record.id].end == one.record.end
