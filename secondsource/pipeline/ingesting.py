"""``ingest``: inputs into the ledger, then claims out of every report that has none yet.

Both halves append in batches, so that a run that is killed goes on where it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from secondsource.annotations import load_registry
from secondsource.claims import EXTRACTOR
from secondsource.ledger import Extraction, Ledger
from secondsource.pipeline.codebooks import fitted_codebook
from secondsource.pipeline.fusing import refresh
from secondsource.pipeline.reading import Plan, Reading, read_reports
from secondsource.pipeline.storing import store_inputs
from secondsource.reports import ReadOptions, Rejection, Upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A stored report that could not be read: its path, address or id, and the reason."""

    report: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What one ingest did.

    ``new`` and ``known`` count reports that the ledger had not and had already; ``rejected`` are
    the inputs that gave none, also those that gave none before. ``read`` counts the reports whose
    claims were extracted, ``claims`` those claims. ``failed`` names the reports that could not be
    read, and why; they are stored, and the next run tries them again.
    """

    new: int = 0
    known: int = 0
    rejected: tuple[Rejection, ...] = ()
    read: int = 0
    claims: int = 0
    failed: tuple[Failed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is. ``unread`` counts the stored reports that wait for their claims."""

    stored: int = 0
    rejected: int = 0
    unread: int = 0
    read: int = 0
    claims: int = 0
    failed: tuple[Failed, ...] = ()


Watch = Callable[[Progress], None]


def ingest(
    ledger: Ledger,
    inputs: Iterable[str | Upload],
    options: ReadOptions,
    plan: Plan,
    watch: Watch = lambda _: None,
) -> Ingested:
    """Read ``inputs`` (paths, URLs and uploads) into ``ledger`` and extract their claims.

    Raises:
        MissingResource: if a model or a data file is absent or corrupt; the reports are stored.
        UsageError: if the user's actor file or codebook cannot be used; nothing is stored.
    """
    extractor = extractor_name(plan)
    new = known = 0
    rejected: list[Rejection] = []
    for stored in store_inputs(ledger, inputs, options):
        new += stored.new
        known += stored.known
        rejected += stored.rejected
        watch(Progress(stored=new, rejected=len(rejected)))
    counts = ledger.counts()
    so_far = Progress(
        stored=new, rejected=len(rejected), unread=max(0, counts.reports - counts.extracted)
    )
    done = extract_pending(ledger, extractor, plan, so_far, watch)
    refresh(ledger)
    return Ingested(
        new=new,
        known=known,
        rejected=tuple(rejected),
        read=done.read,
        claims=done.claims,
        failed=done.failed,
    )


def extract_pending(
    ledger: Ledger, extractor: str, plan: Plan, so_far: Progress, watch: Watch
) -> Progress:
    """Extract claims from every report that ``extractor`` has not read."""
    done = so_far
    watch(done)
    readings = read_reports(ledger.unextracted(extractor), plan)
    for batch in _batches(readings, plan.batch_size):
        whole = [reading for reading in batch if reading.failure is None]
        ledger.add_extractions([_extraction(reading, extractor) for reading in whole])
        found = sum(len(reading.claims or ()) for reading in whole)
        done = replace(
            done,
            read=done.read + len(whole),
            claims=done.claims + found,
            failed=(*done.failed, *_failures(batch)),
        )
        watch(done)
    return done


def _failures(batch: Iterable[Reading]) -> Iterator[Failed]:
    for reading in batch:
        if reading.failure is not None:
            report = reading.layers.report
            yield Failed(report=report.path or report.url or report.id, reason=reading.failure)


def extractor_name(plan: Plan) -> str:
    """The extractor's version; the trained reader and the user's own files are part of it.

    So a changed registry or codebook is another extractor: it reads every report again, and what
    was found before stays beside it.

    Raises:
        UsageError: if the user's actor file or codebook cannot be used.
        MissingResource: if the codebook cannot be fitted.
    """
    name = f"{EXTRACTOR}+reader" if plan.trained else EXTRACTOR
    if plan.registry is not None:
        load_registry(plan.registry)
        name = f"{name}+{hashlib.sha256(plan.registry.read_bytes()).hexdigest()[:8]}"
    if plan.codebook is not None:
        own = fitted_codebook(plan.codebook).codebook
        name = f"{name}+{own.name}-{own.digest[:8]}"
    return name


def _batches(readings: Iterator[Reading], size: int) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, size)):
        yield batch


def _extraction(reading: Reading, extractor: str) -> Extraction:
    layers = reading.layers
    return Extraction(
        report_id=layers.report.id,
        extractor=extractor,
        claims=reading.claims or (),
        actors=layers.actors or (),
        places=layers.places or (),
    )
