"""``annotate``: documents in, one record with the layers asked for out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
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
from secondsource.claims import claim_to_record
from secondsource.errors import InputRejected, UsageError
from secondsource.pipeline.documents import DocumentRecord, as_report, parse_document
from secondsource.pipeline.reading import CLAIM_LAYERS, Plan, Reading, read_reports

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


def plan_for(layers: Sequence[str], workers: int = 1) -> Plan:
    """The plan that gives ``layers``.

    Raises:
        UsageError: if one of them is not offered.
    """
    unknown = [name for name in layers if name not in LAYERS]
    if unknown:
        raise UsageError(
            ", ".join(unknown), "no such layer is offered", f"offered are {', '.join(LAYERS)}"
        )
    wanted = frozenset(Layer(name) for name in layers if name != CLAIMS)
    claims = CLAIMS in layers
    return Plan(layers=CLAIM_LAYERS if claims else wanted, claims=claims, workers=workers)


def annotate_records(
    records: Iterable[Mapping[str, object]],
    layers: Sequence[str] = LAYERS,
    workers: int = 1,
) -> Iterator[Record]:
    """One output record per input record, in order.

    A record that cannot be read comes back with its ``id`` (or null) and an ``error``.

    Raises:
        UsageError: if a layer is not offered.
    """
    plan = plan_for(layers, workers)
    numbered = enumerate(records, start=1)
    window = plan.batch_size * (16 if workers != 1 else 1)
    while rows := list(islice(numbered, window)):
        documents = [_document(row, number) for number, row in rows]
        readable = [row for row in documents if isinstance(row, DocumentRecord)]
        readings = read_reports((as_report(row) for row in readable), plan)
        for row in documents:
            if isinstance(row, DocumentRecord):
                yield _record(row.id, next(readings), layers)
            else:
                yield row


def _document(row: Mapping[str, object], number: int) -> DocumentRecord | Record:
    try:
        return parse_document(row, number)
    except InputRejected as rejected:
        return {"id": row.get("id"), "error": str(rejected)}


def _record(identity: str, reading: Reading, layers: Sequence[str]) -> Record:
    found = {name: _layer(name, reading) for name in layers}
    return {"id": identity, **found}


def _layer(name: str, reading: Reading) -> list[Record]:
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
    }
    return [row.model_dump(mode="json") for row in records[name]]
