"""The queue's front: each method is one transaction around a function of `jobs`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from secondsource.ledger import jobs
from secondsource.ledger.connection import Store
from secondsource.ledger.records import Job

LEASE = timedelta(minutes=2)


class Queue:
    """Jobs that workers lease, keep by their heartbeat, and finish."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def add(self, kind: str, subjects: Sequence[str]) -> int:
        """Add a job for each subject that has none of this kind yet; returns how many."""
        with self._store.writing() as connection:
            return jobs.enqueue(connection, kind, subjects)

    def lease(self, kind: str, owner: str, lasting: timedelta = LEASE) -> Job | None:
        """The next job to do, ``None`` where nothing is left to take."""
        with self._store.writing() as connection:
            return jobs.lease(connection, kind, owner, now=self._clock(), lasting=lasting)

    def heartbeat(self, held: Job, lasting: timedelta = LEASE) -> Job:
        """Prolong the lease; raises `LedgerError` if another worker has the job by now."""
        with self._store.writing() as connection:
            return jobs.heartbeat(connection, held, now=self._clock(), lasting=lasting)

    def finish(self, held: Job) -> Job:
        """Mark the job done; raises `LedgerError` if another worker has it by now."""
        with self._store.writing() as connection:
            return jobs.finish(connection, held)

    def fail(self, held: Job, reason: str) -> Job:
        """Give the job up; raises `LedgerError` if another worker has it by now."""
        with self._store.writing() as connection:
            return jobs.fail(connection, held, reason)

    def jobs(self, kind: str) -> tuple[Job, ...]:
        """All jobs of a kind in the order of their adding."""
        with self._store.reading() as connection:
            return jobs.jobs(connection, kind)
