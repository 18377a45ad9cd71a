"""Files that were sent in, waiting to be read by one thread beside the pages."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from secondsource.errors import SecondsourceError
from secondsource.ledger import Ledger
from secondsource.pipeline import Ingested, Plan, Progress, ingest
from secondsource.reports import ReadOptions, Upload
from secondsource.views import about

_KEPT = 200
_log = logging.getLogger(__name__)


class UploadState(StrEnum):
    """How far an upload is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One file, or part of one, that gave no report."""

    file: str = field(metadata=about("Its name."))
    reason: str = field(metadata=about("What is wrong with it."))
    next_step: str = field(metadata=about("What can be done."))


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadJob:
    """An upload and what became of it."""

    id: str = field(metadata=about("Its id."))
    state: UploadState = field(metadata=about("How far it is."))
    files: int = field(metadata=about("How many files were sent."))
    sent_by: str | None = field(metadata=about("The name of the token that sent it."))
    sent_at: datetime = field(metadata=about("When it came."))
    stored: int = field(default=0, metadata=about("Reports new to the ledger."))
    known: int = field(default=0, metadata=about("Reports that it had already."))
    read: int = field(default=0, metadata=about("Reports whose claims were extracted."))
    claims: int = field(default=0, metadata=about("Claims found in them."))
    rejected: tuple[Refusal, ...] = field(default=(), metadata=about("What gave no report."))
    failure: str | None = field(default=None, metadata=about("Why it was given up."))


class Uploads:
    """Reads uploads one after another; the last 200 are remembered until the program ends.

    Reading takes uploads for what they are, files: an address in one is never fetched.
    """

    def __init__(
        self,
        ledger: Ledger,
        plan: Plan,
        *,
        waiting: int,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._ledger = ledger
        self._plan = plan
        self._clock = clock
        self._jobs: dict[str, UploadJob] = {}
        self._queue: queue.Queue[tuple[str, tuple[Upload, ...]] | None] = queue.Queue(waiting)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, files: Sequence[Upload], *, by: str | None) -> UploadJob | None:
        """Put files into the queue; ``None`` where it is full."""
        made = UploadJob(
            id=f"j_{secrets.token_hex(8)}",
            state=UploadState.WAITING,
            files=len(files),
            sent_by=by,
            sent_at=self._clock(),
        )
        with self._lock:
            try:
                self._queue.put_nowait((made.id, tuple(files)))
            except queue.Full:
                return None
            self._jobs[made.id] = made
            for old in list(self._jobs)[:-_KEPT]:
                del self._jobs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="uploads", daemon=True)
                self._thread.start()
        return made

    def get(self, job_id: str) -> UploadJob | None:
        """The upload with this id, if it is remembered."""
        return self._jobs.get(job_id)

    def close(self) -> None:
        """Wait for the upload that is being read; those that still wait are given up."""
        with self._lock:
            thread, self._thread = self._thread, None
            while not self._queue.empty():
                self._queue.get_nowait()
        if thread is not None:
            self._queue.put(None)
            thread.join()

    def _work(self) -> None:
        while (taken := self._queue.get()) is not None:
            job_id, files = taken
            self._change(job_id, state=UploadState.READING)
            try:
                done = ingest(self._ledger, files, ReadOptions(), self._plan, self._watch(job_id))
            except SecondsourceError as error:
                _log.exception("upload %s", job_id)
                self._change(job_id, state=UploadState.FAILED, failure=str(error))
            else:
                self._finish(job_id, done)

    def _watch(self, job_id: str) -> Callable[[Progress], None]:
        def seen(progress: Progress) -> None:
            self._change(job_id, stored=progress.stored, read=progress.read, claims=progress.claims)

        return seen

    def _finish(self, job_id: str, done: Ingested) -> None:
        refusals = [
            Refusal(file=one.input, reason=one.reason, next_step=one.next_step)
            for one in done.rejected
        ]
        refusals += [
            Refusal(file=one.report, reason=one.reason, next_step="") for one in done.failed
        ]
        self._change(
            job_id,
            state=UploadState.DONE,
            stored=done.new,
            known=done.known,
            read=done.read,
            claims=done.claims,
            rejected=tuple(refusals),
        )

    def _change(self, job_id: str, **values: object) -> None:
        with self._lock:
            if job_id in self._jobs:
                self._jobs[job_id] = replace(self._jobs[job_id], **values)  # type: ignore[arg-type]
