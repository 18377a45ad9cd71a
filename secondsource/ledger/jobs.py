"""A queue for long runs: a worker leases a job and keeps it by its heartbeat.

A worker that dies stops beating; once its lease has run out, the job goes to another. The
table is no fact about the world, so its rows do change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from secondsource.errors import LedgerError
from secondsource.ledger.records import Job, JobState
from secondsource.ledger.schema import job


def enqueue(connection: Connection, kind: str, subjects: Sequence[str]) -> int:
    """Add a job for each subject that has none of this kind yet; returns how many were added."""
    rows = [
        {"kind": kind, "subject": subject, "state": JobState.WAITING.value, "attempts": 0}
        for subject in dict.fromkeys(subjects)
    ]
    if not rows:
        return 0
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    entry = dialect.insert(job).on_conflict_do_nothing().returning(job.c.seq)
    return len(connection.execute(entry, rows).all())


def lease(
    connection: Connection, kind: str, owner: str, *, now: datetime, lasting: timedelta
) -> Job | None:
    """The next job that waits or whose lease ran out, now leased to ``owner``."""
    expired = and_(job.c.state == JobState.LEASED.value, job.c.leased_until < now)
    query = (
        select(job.c.seq)
        .where(job.c.kind == kind, or_(job.c.state == JobState.WAITING.value, expired))
        .order_by(job.c.seq)
        .limit(1)
    )
    seq = connection.execute(query).scalar()
    if seq is None:
        return None
    taken = (
        update(job)
        .where(job.c.seq == seq)
        .values(
            state=JobState.LEASED.value,
            owner=owner,
            leased_until=now + lasting,
            attempts=job.c.attempts + 1,
        )
    )
    return _job(connection.execute(taken.returning(*job.c)).one())


def heartbeat(connection: Connection, held: Job, *, now: datetime, lasting: timedelta) -> Job:
    """The job with its lease prolonged.

    Raises:
        LedgerError: if another worker has it by now.
    """
    return _change(connection, held, leased_until=now + lasting)


def finish(connection: Connection, held: Job) -> Job:
    """The job, done.

    Raises:
        LedgerError: if another worker has it by now.
    """
    return _change(connection, held, state=JobState.DONE.value, leased_until=None)


def fail(connection: Connection, held: Job, reason: str) -> Job:
    """The job, given up for ``reason``.

    Raises:
        LedgerError: if another worker has it by now.
    """
    return _change(connection, held, state=JobState.FAILED.value, leased_until=None, reason=reason)


def jobs(connection: Connection, kind: str) -> tuple[Job, ...]:
    """All jobs of a kind in the order of their adding."""
    query = select(*job.c).where(job.c.kind == kind).order_by(job.c.seq)
    return tuple(_job(row) for row in connection.execute(query))


def _change(connection: Connection, held: Job, **values: object) -> Job:
    changed = update(job).where(_is_held(held)).values(**values).returning(*job.c)
    row = connection.execute(changed).one_or_none()
    if row is None:
        raise LedgerError(
            f"job {held.id}", f"{held.owner} no longer holds it", "leave it to its new holder"
        )
    return _job(row)


def _is_held(held: Job) -> ColumnElement[bool]:
    return and_(
        job.c.seq == held.id,
        job.c.state == JobState.LEASED.value,
        job.c.owner == held.owner,
        job.c.attempts == held.attempts,
    )


def _job(row: Row[*tuple[Any, ...]]) -> Job:
    return Job(
        id=row.seq,
        kind=row.kind,
        subject=row.subject,
        state=JobState(row.state),
        owner=row.owner,
        leased_until=row.leased_until,
        attempts=row.attempts,
        reason=row.reason,
    )
