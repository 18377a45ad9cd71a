"""``ingest``: inputs into the ledger, then claims out of every report that has none yet.

Both halves append in batches, so that a run that is killed goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from secondsource.claims import EXTRACTOR
from secondsource.ledger import Extraction, InputSeen, Ledger
from secondsource.pipeline.reading import Plan, Reading, read_reports
from secondsource.reports import ReadOptions, Rejection, read

_SEEN_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What one ingest did.

    ``new`` and ``known`` count reports that the ledger had not and had already; ``rejected`` are
    the inputs that gave none, also those that gave none before.
    """

    new: int = 0
    known: int = 0
    rejected: tuple[Rejection, ...] = ()
    read: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: reports stored so far, reports read, claims found."""

    stored: int
    read: int
    claims: int


Watch = Callable[[Progress], None]


def ingest(
    ledger: Ledger,
    inputs: Iterable[str],
    options: ReadOptions,
    plan: Plan,
    watch: Watch = lambda _: None,
) -> Ingested:
    """Read ``inputs`` (paths and URLs) into ``ledger`` and extract their claims."""
    new = known = 0
    rejected: list[Rejection] = []
    stream = (found for source in inputs for found in read(source, options))
    while batch := list(islice(stream, _SEEN_AT_ONCE)):
        added = ledger.add_inputs([InputSeen.of(found) for found in batch])
        refused = [found for found in batch if isinstance(found, Rejection)]
        new += len(added.reports)
        known += len(batch) - len(refused) - len(added.reports)
        rejected += refused
        watch(Progress(stored=new, read=0, claims=0))
    read_count, claims = extract_pending(
        ledger, plan, lambda row: watch(Progress(stored=new, read=row.read, claims=row.claims))
    )
    return Ingested(new=new, known=known, rejected=tuple(rejected), read=read_count, claims=claims)


def extract_pending(ledger: Ledger, plan: Plan, watch: Watch = lambda _: None) -> tuple[int, int]:
    """Extract claims from every report that this extractor has not read.

    Returns the number of reports read and of claims found.
    """
    reports = claims = 0
    readings = read_reports(ledger.unextracted(EXTRACTOR), plan)
    for batch in _batches(readings, plan.batch_size):
        ledger.add_extractions([_extraction(reading) for reading in batch])
        reports += len(batch)
        claims += sum(len(reading.claims or ()) for reading in batch)
        watch(Progress(stored=0, read=reports, claims=claims))
    return reports, claims


def _batches(readings: Iterator[Reading], size: int) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, size)):
        yield batch


def _extraction(reading: Reading) -> Extraction:
    layers = reading.layers
    return Extraction(
        report_id=layers.report.id,
        extractor=EXTRACTOR,
        claims=reading.claims or (),
        actors=layers.actors or (),
        places=layers.places or (),
    )
