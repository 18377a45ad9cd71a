"""``annotate``: documents in, one record with the layers asked for out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondsource.annotations import (
    Layer,
    actor_to_record,
    attribution_to_record,
    quantity_to_record,
    sentence_to_record,
    timex_to_record,
    toponym_to_record,
)
from secondsource.claims import (
    acled_to_record,
    claim_to_record,
    incident_to_record,
    pair_to_record,
)
from secondsource.errors import UsageError
from secondsource.pipeline.documents import (
    DocumentRecord,
    Undocumented,
    as_report,
    parse_documents,
    parse_lines,
    queries_of,
)
from secondsource.pipeline.reading import (
    CLAIM_LAYERS,
    Coding,
    Plan,
    Reading,
    Request,
    read_requests,
)

Record = dict[str, Any]

CLAIMS = "claims"
LAYERS = (
    "sentences",
    "actors",
    "places",
    "times",
    "quantities",
    "attributions",
    CLAIMS,
)
CODINGS = tuple(coding.value for coding in Coding)
OFFERED = (*LAYERS, *CODINGS)


def annotate_records(  # noqa: PLR0913 - an option of the command each
    records: Iterable[Mapping[str, object]],
    layers: Sequence[str] = LAYERS,
    *,
    workers: int = 1,
    registry: Path | None = None,
    codebook: Path | None = None,
    trained: bool = True,
) -> Iterator[Record]:
    """One output record per input record, in order.

    A record that cannot be read comes back with its ``id`` (or null) and an ``error``. Records
    are read ahead of those given back, some batches at a time.

    Raises:
        UsageError: if a layer is not offered, or the user's actor file or codebook cannot be used.
    """
    plan = plan_for(layers, workers=workers, registry=registry)
    plan = replace(plan, codebook=codebook, trained=trained)
    return _annotate(parse_documents(records), layers, plan)


def annotate_lines(  # noqa: PLR0913 - an option of the command each
    lines: Iterable[bytes],
    layers: Sequence[str] = LAYERS,
    *,
    workers: int = 1,
    registry: Path | None = None,
    codebook: Path | None = None,
    trained: bool = True,
) -> Iterator[Record]:
    """As `annotate_records`, from JSON lines in UTF-8; a line that is none becomes an ``error``."""
    plan = plan_for(layers, workers=workers, registry=registry)
    plan = replace(plan, codebook=codebook, trained=trained)
    return _annotate(parse_lines(lines), layers, plan)


def plan_for(layers: Sequence[str], *, workers: int = 1, registry: Path | None = None) -> Plan:
    """The plan that gives ``layers``.

    Raises:
        UsageError: if one of them is not offered.
    """
    unknown = [name for name in layers if name not in OFFERED]
    if unknown or not layers:
        raise UsageError(
            ", ".join(unknown) or "layers",
            "no such layer is offered",
            f"offered are {', '.join(OFFERED)}",
        )
    codings = frozenset(Coding(name) for name in layers if name in CODINGS)
    claims = CLAIMS in layers or bool(codings)
    wanted = frozenset(Layer(name) for name in layers if name not in (CLAIMS, *CODINGS))
    return Plan(
        layers=CLAIM_LAYERS if claims else wanted,
        claims=claims,
        codings=codings,
        workers=workers,
        registry=registry,
    )


def _annotate(
    documents: Iterable[DocumentRecord | Undocumented], layers: Sequence[str], plan: Plan
) -> Iterator[Record]:
    waiting: deque[DocumentRecord | Undocumented] = deque()
    for reading in read_requests(_requests(documents, waiting), plan):
        yield from _errors_before_next(waiting)
        document = waiting.popleft()
        if reading.failure is not None:
            yield {"id": document.id, "error": reading.failure}
            continue
        found = {name: _layer(name, reading) for name in layers}
        yield {"id": document.id, **found}
    yield from _errors_before_next(waiting)


def _requests(
    documents: Iterable[DocumentRecord | Undocumented],
    waiting: deque[DocumentRecord | Undocumented],
) -> Iterator[Request]:
    """The requests of those that are documents; all are put on ``waiting`` as they come."""
    for document in documents:
        waiting.append(document)
        if isinstance(document, DocumentRecord):
            yield Request(report=as_report(document), pairs=queries_of(document))


def _errors_before_next(waiting: deque[DocumentRecord | Undocumented]) -> Iterator[Record]:
    while waiting and isinstance(failed := waiting[0], Undocumented):
        waiting.popleft()
        yield {"id": failed.id, "error": str(failed.reason)}


def _layer(name: str, reading: Reading) -> list[Record] | Record | None:
    if name == Coding.ACLED.value:
        found = reading.acled
        return None if found is None else acled_to_record(found).model_dump(mode="json")
    layers = reading.layers
    text = layers.report.text
    records: dict[str, Iterable[Any]] = {
        "sentences": map(sentence_to_record, layers.sentences or ()),
        "actors": (actor_to_record(row, text) for row in layers.actors or ()),
        "places": (toponym_to_record(row, text) for row in layers.places or ()),
        "times": (timex_to_record(row, text) for row in layers.times or ()),
        "quantities": (quantity_to_record(row, text) for row in layers.quantities or ()),
        "attributions": map(attribution_to_record, layers.attributions or ()),
        CLAIMS: (
            claim_to_record(claim, layers.report).model_copy(update={"id": None})
            for claim in reading.claims or ()
        ),
        Coding.INCIDENTS.value: map(incident_to_record, reading.incidents),
        Coding.PAIRS.value: map(pair_to_record, reading.pairs),
    }
    return [row.model_dump(mode="json") for row in records[name]]
