"""Reports to layers and claims: in this process, or on all cores in batches."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from secondsource.annotations import Layer, Layers, Resources, annotate, load_resources
from secondsource.claims import Claim, extract_claims
from secondsource.reports import Report

CLAIM_LAYERS = frozenset(Layer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was found in one report. The layers come without their parse."""

    layers: Layers
    claims: tuple[Claim, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to find, and how. ``workers`` 0 means one process per core, 1 this process alone."""

    layers: frozenset[Layer] = CLAIM_LAYERS
    claims: bool = True
    workers: int = 1
    batch_size: int = 32


def read_reports(reports: Iterable[Report], plan: Plan) -> Iterator[Reading]:
    """One reading per report, in order; models are loaded once a process.

    A stream that fits one batch is read in this process, since starting others costs more.
    """
    batches = _batches(reports, plan.batch_size)
    head = list(islice(batches, 2))
    workers = plan.workers or os.cpu_count() or 1
    if workers == 1 or len(head) < 2:
        for batch in _chain(head, batches):
            yield from _read_batch(batch, plan)
        return
    yield from _on_all_cores(_chain(head, batches), plan, workers)


def _on_all_cores(
    batches: Iterator[Sequence[Report]], plan: Plan, workers: int
) -> Iterator[Reading]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_resources) as pool:
        running: deque[Future[list[Reading]]] = deque()
        for batch in batches:
            running.append(pool.submit(_read_batch, batch, plan))
            if len(running) > 2 * workers:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


def _chain(
    head: Sequence[Sequence[Report]], rest: Iterator[Sequence[Report]]
) -> Iterator[Sequence[Report]]:
    yield from head
    yield from rest


def _batches(reports: Iterable[Report], size: int) -> Iterator[Sequence[Report]]:
    stream = iter(reports)
    while batch := list(islice(stream, size)):
        yield batch


@lru_cache(maxsize=1)
def _resources() -> Resources:
    return load_resources()


def _read_batch(batch: Sequence[Report], plan: Plan) -> list[Reading]:
    return [
        Reading(
            layers=replace(layers, parse=None),
            claims=extract_claims(layers) if plan.claims else None,
        )
        for layers in annotate(batch, _resources(), plan.layers)
    ]
