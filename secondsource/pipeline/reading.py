"""Reports to layers and claims: in this process, or on all cores in batches."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from secondsource.annotations import (
    Annotator,
    Layer,
    Layers,
    Parse,
    Parser,
    Resources,
    annotators,
    attach,
    load_event_reader,
    load_incident_reader,
    load_registry,
    load_resources,
    load_state_reader,
    open_gazetteer,
)
from secondsource.annotations import plan as order_of
from secondsource.claims import (
    AcledCoding,
    Claim,
    Incident,
    PairCoding,
    PairQuery,
    code_acled,
    code_claims,
    code_pairs,
    extract_claims,
    read_incidents,
)
from secondsource.errors import SecondsourceError
from secondsource.pipeline.codebooks import fitted_codebook
from secondsource.reports import Report

CLAIM_LAYERS = frozenset(Layer)


class Coding(Enum):
    """What a report can be coded for beside its claims, which it rests on."""

    INCIDENTS = "incidents"
    ACLED = "acled"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A report to read, with the pairs of mentions that are asked about."""

    report: Report
    pairs: tuple[PairQuery, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one report. The layers come without their parse.

    ``failure`` says what went wrong where the report could not be read; nothing else is then
    given.
    """

    layers: Layers
    claims: tuple[Claim, ...] | None
    failure: str | None = None
    pairs: tuple[PairCoding, ...] = ()
    acled: AcledCoding | None = None
    incidents: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to find, and how. ``workers`` 0 means one process per core, 1 this process alone.

    ``registry`` is a file of the user's own actors, ``codebook`` one of the user's own types;
    without ``trained`` attributions are found by rules alone. ``batch_size`` counts the reports
    that one process is given, and that are committed, at a time.
    """

    layers: frozenset[Layer] = CLAIM_LAYERS
    claims: bool = True
    codings: frozenset[Coding] = frozenset()
    workers: int = 1
    registry: Path | None = None
    codebook: Path | None = None
    trained: bool = True
    batch_size: int = 32


def read_reports(reports: Iterable[Report], plan: Plan) -> Iterator[Reading]:
    """One reading per report, in order, as `read_requests` does it."""
    return read_requests((Request(report=report) for report in reports), plan)


def read_requests(requests: Iterable[Request], plan: Plan) -> Iterator[Reading]:
    """One reading per request, in order; models are loaded once a process.

    A report that trips a defect comes back with its failure; the others are read.

    A stream that fits one batch is read in this process, since starting others costs more.

    Raises:
        MissingResource: if a model or a data file is absent or corrupt.
        UsageError: if the user's actor file or codebook cannot be used.
        SecondsourceError: if a reading process is killed.
    """
    batches = _batches(requests, plan.batch_size)
    head = list(islice(batches, 2))
    workers = plan.workers or os.cpu_count() or 1
    if workers == 1 or len(head) < 2:
        for batch in chain(head, batches):
            yield from _read_batch(batch, plan)
        return
    yield from _on_all_cores(chain(head, batches), plan, workers)


def _on_all_cores(
    batches: Iterator[Sequence[Request]], plan: Plan, workers: int
) -> Iterator[Reading]:
    _prepare(plan)
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_work)
    running: deque[Future[list[Reading]]] = deque()
    try:
        for batch in batches:
            running.append(pool.submit(_read_batch, batch, plan))
            if len(running) > 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
    except BrokenProcessPool as error:
        raise SecondsourceError(
            "a reading process",
            "it ended early: killed, out of memory, or started by a script without a guard",
            "run again with one worker; what was stored stays",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _prepare(plan: Plan) -> None:
    """Fail, or build the gazetteer's index, once and here rather than in every process."""
    load_registry(plan.registry)
    if plan.codebook is not None:
        fitted_codebook(plan.codebook)
    open_gazetteer().close()


def _begin_work() -> None:
    """Ctrl-C ends a worker without a word; the process that it works for says what there is.

    A worker also ends when that process is gone, which a kill gives it no other sign of.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _batches(requests: Iterable[Request], size: int) -> Iterator[Sequence[Request]]:
    stream = iter(requests)
    while batch := list(islice(stream, size)):
        yield batch


@lru_cache(maxsize=2)
def _resources(registry: Path | None, trained: bool) -> Resources:
    return load_resources(registry, trained=trained)


def _read_batch(batch: Sequence[Request], plan: Plan) -> list[Reading]:
    resources = _resources(plan.registry, plan.trained and Layer.ATTRIBUTIONS in plan.layers)
    stages = order_of(annotators(resources), plan.layers)
    try:
        parses: Sequence[Parse | None] = list(resources.parser.parse([row.report for row in batch]))
    except Exception:  # noqa: BLE001 - whichever report it was is found when each is parsed alone
        parses = [None] * len(batch)
    return [
        _read_one(request, parse, resources.parser, stages, plan)
        for request, parse in zip(batch, parses, strict=True)
    ]


def _read_one(
    request: Request,
    parse: Parse | None,
    parser: Parser,
    stages: Sequence[Annotator],
    plan: Plan,
) -> Reading:
    report = request.report
    try:
        parsed = next(iter(parser.parse([report]))) if parse is None else parse
        layers = attach(Layers(report=report, parse=parsed), stages)
        found = _claims_of(layers, plan.codebook) if plan.claims else None
        reading = Reading(layers=replace(layers, parse=None), claims=found)
        return _coded(reading, layers, request.pairs, plan.codings)
    except SecondsourceError:
        raise
    except Exception as error:  # noqa: BLE001 - one report's defect must not cost the batch
        failure = f"could not be read ({type(error).__name__}: {error}); please report its text"
        return Reading(layers=Layers(report=report), claims=None, failure=failure)


def _claims_of(layers: Layers, codebook: Path | None) -> tuple[Claim, ...]:
    if codebook is None:
        return extract_claims(layers)
    own = fitted_codebook(codebook)
    claims = extract_claims(layers, own.codebook)
    return code_claims(claims, own, load_state_reader()) if own.heads else claims


def _coded(
    reading: Reading, layers: Layers, pairs: Sequence[PairQuery], codings: frozenset[Coding]
) -> Reading:
    claims = reading.claims or ()
    if Coding.PAIRS in codings:
        reading = replace(reading, pairs=code_pairs(layers, claims, pairs, load_event_reader()))
    if Coding.INCIDENTS in codings:
        found = read_incidents(layers, claims, load_incident_reader())
        reading = replace(reading, incidents=found)
    if Coding.ACLED in codings:
        reading = replace(
            reading, acled=code_acled(layers.report.text, claims, load_event_reader())
        )
    return reading
