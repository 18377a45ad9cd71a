"""Jobs: leased to one worker, kept by its heartbeat, taken over when it dies."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from secondsource.errors import LedgerError
from secondsource.ledger import JobState, Ledger, Queue

START = datetime(2014, 11, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(ledger: Ledger, clock: Clock) -> Queue:
    return Queue(ledger._store, clock)


def test_each_job_is_done_once(queue: Queue) -> None:
    assert queue.add("read", ["a", "b", "a"]) == 2
    assert queue.add("read", ["b", "c"]) == 1
    assert queue.add("read", []) == 0
    done = []
    while job := queue.lease("read", "worker"):
        assert job.leased_until == START + 2 * MINUTE
        done.append(queue.finish(job).subject)
    assert done == ["a", "b", "c"]
    assert {job.state for job in queue.jobs("read")} == {JobState.DONE}
    assert queue.lease("write", "worker") is None


def test_a_lease_keeps_others_off_until_it_runs_out(queue: Queue, clock: Clock) -> None:
    queue.add("read", ["a"])
    first = queue.lease("read", "first", MINUTE)
    assert first is not None
    assert queue.lease("read", "second", MINUTE) is None
    clock.now += timedelta(seconds=50)
    queue.heartbeat(first, MINUTE)
    clock.now += timedelta(seconds=50)
    assert queue.lease("read", "second", MINUTE) is None
    clock.now += timedelta(seconds=20)
    second = queue.lease("read", "second", MINUTE)
    assert second is not None
    assert (second.owner, second.attempts) == ("second", 2)
    for late in (queue.heartbeat, queue.finish):
        with pytest.raises(LedgerError, match="first no longer holds it"):
            late(first)
    assert queue.fail(second, "no memory").state is JobState.FAILED
    assert queue.lease("read", "third") is None
    assert queue.jobs("read")[0].reason == "no memory"
