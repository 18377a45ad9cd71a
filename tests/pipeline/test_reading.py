"""Reading on one core and on several gives the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.annotations import Layers
from secondsource.claims import Claim, extract_claims
from secondsource.errors import SecondsourceError
from secondsource.pipeline import (
    Plan,
    Reading,
    annotate_records,
    cluster_records,
    read_reports,
    reading,
)
from secondsource.reports import Report, from_text


def reports(count: int) -> Iterator[Report]:
    for number in range(count):
        yield from_text(
            f"Unit {number} of the Nusra Front attacked Aleppo on {number + 1} March 2014, "
            "a spokesman said."
        )


@pytest.fixture(scope="module")
def alone() -> list[Reading]:
    return list(read_reports(reports(10), Plan(batch_size=3)))


def test_batches_change_nothing(alone: list[Reading]) -> None:
    assert list(read_reports(reports(10), Plan(batch_size=100))) == alone


def test_two_workers_find_what_one_finds(alone: list[Reading]) -> None:
    assert list(read_reports(reports(10), Plan(batch_size=3, workers=2))) == alone


def test_readings_come_without_the_parse(alone: list[Reading]) -> None:
    assert len(alone) == 10
    assert all(reading.layers.parse is None and reading.claims for reading in alone)


def test_a_worker_that_is_killed_is_named() -> None:
    import multiprocessing

    def some_and_a_kill() -> Iterator[Report]:
        for number, report in enumerate(reports(60)):
            if number == 20:
                for child in multiprocessing.active_children():
                    os.kill(child.pid or 0, signal.SIGKILL)
            yield report

    with pytest.raises(SecondsourceError, match="ended early"):
        list(read_reports(some_and_a_kill(), Plan(batch_size=3, workers=2)))


def test_a_defect_costs_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(layers: Layers) -> tuple[Claim, ...]:
        if "Unit 4" in layers.report.text:
            raise LookupError("a defect")
        return extract_claims(layers)

    monkeypatch.setattr(reading, "extract_claims", trip)
    found = list(read_reports(reports(6), Plan(batch_size=4)))
    assert [one.failure is not None for one in found] == [False] * 4 + [True, False]
    assert "a defect" in str(found[4].failure)
    assert found[4].claims is None

    texts = [{"id": str(number), "text": one.text} for number, one in enumerate(reports(6))]
    assert ["error" in row for row in annotate_records(texts)] == [False] * 4 + [True, False]
    clustered = list(cluster_records(texts))[:6]
    assert ["error" in row for row in clustered] == [False] * 4 + [True, False]


def test_a_report_that_failed_is_read_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(layers: Layers) -> tuple[Claim, ...]:
        raise LookupError("a defect")

    (tmp_path / "a.txt").write_text("The Nusra Front attacked Aleppo on Monday, residents said.")
    with ss.open(tmp_path / "x.db") as ledger:
        with monkeypatch.context() as defect:
            defect.setattr(reading, "extract_claims", trip)
            first = ledger.ingest(tmp_path / "a.txt")
        assert (first.new, first.read, len(first.failed)) == (1, 0, 1)
        assert first.failed[0].report.endswith("a.txt")
        second = ledger.ingest(tmp_path / "a.txt")
        assert (second.known, second.read, second.failed) == (1, 1, ())
