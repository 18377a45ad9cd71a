"""Reading on one core and on several gives the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from secondsource.errors import SecondsourceError
from secondsource.pipeline import Plan, Reading, read_reports
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

    with pytest.raises(SecondsourceError, match="ended from outside"):
        list(read_reports(some_and_a_kill(), Plan(batch_size=3, workers=2)))
