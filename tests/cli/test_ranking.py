"""What is printed first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import secondsource as ss
from secondsource.cli.ranking import first, largest_origins, strongest_events, strongest_pairs
from secondsource.views import EventRow, LineageRow, TieRow


@pytest.fixture(scope="module")
def event(small_ledger: Path) -> EventRow:
    with ss.open(small_ledger) as ledger:
        return next(row for row in ledger.events() if row.record.place and row.record.time)


@pytest.fixture(scope="module")
def tie(small_ledger: Path) -> TieRow:
    with ss.open(small_ledger) as ledger:
        return ledger.ties()[0]


@pytest.fixture(scope="module")
def row(small_ledger: Path) -> LineageRow:
    with ss.open(small_ledger) as ledger:
        return ledger.lineage()[0]


def told(event: EventRow, name: str, **changed: Any) -> EventRow:
    alike = {"reports": 1, "origins": 1, "sources": 1, "id": name}
    return replace(event, record=event.record.model_copy(update={**alike, **changed}))


def test_origins_before_gaps_before_sources_and_never_reports(event: EventRow) -> None:
    rows = [
        told(event, "first in time"),
        told(event, "copied", reports=9),
        told(event, "no place", place=None, sources=9),
        told(event, "two sources", sources=2),
        told(event, "two origins", origins=2, place=None, time=None),
    ]
    assert [one.record.id for one in strongest_events(rows)] == [
        "two origins",
        "two sources",
        "first in time",
        "copied",
        "no place",
    ]


def test_states_of_a_pair_stay_together_and_in_order(tie: TieRow) -> None:
    def state(name: str, one: str, other: str, origins: int) -> TieRow:
        changed = {"id": name, "between": (one, other), "origins": origins}
        return replace(tie, record=tie.record.model_copy(update=changed))

    rows = [
        state("1", "a", "b", 1),
        state("2", "c", "d", 2),
        state("3", "b", "a", 1),
        state("4", "a", "b", 1),
    ]
    pairs = strongest_pairs(rows)
    assert [[one.record.id for one in pair] for pair in pairs] == [["1", "3", "4"], ["2"]]


def test_shared_origins_come_before_those_alone(row: LineageRow) -> None:
    def report(name: str, origin: str, published: str | None) -> LineageRow:
        record = row.record.model_copy(update={"report": name, "origin": origin, "copies": None})
        return replace(row, record=record, published=published)

    rows = [
        report("alone, undated", "o_1", None),
        report("alone", "o_2", "2014-01-01"),
        report("copy", "o_3", "2014-03-02"),
        report("original", "o_3", "2014-03-01"),
    ]
    assert [[one.record.report for one in block] for block in largest_origins(rows)] == [
        ["original", "copy"],
        ["alone", "alone, undated"],
    ]
    assert largest_origins([]) == []


@pytest.mark.parametrize(("most", "kept"), [(None, [1, 2, 3]), (2, [1, 2]), (9, [1, 2, 3])])
def test_first(most: int | None, kept: list[int]) -> None:
    assert first([1, 2, 3], most) == kept
