"""A program that gives prepared answers, in the JSON shapes of the machine contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.program import NotOffered
from bench.records import Clusters, InputRecord, OutputRecord
from bench.wire import clusters_from_json, output_from_json

ALL_LAYERS = frozenset(
    "sentences actors places times quantities attributions claims incidents acled pairs".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Answers by document id; a document without an answer gets empty layers."""

    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    clusters: tuple[dict[str, Any], ...] | None = ()
    layers: frozenset[str] = ALL_LAYERS - {"incidents", "acled", "pairs"}

    def annotate(
        self, records: Iterable[InputRecord], layers: Sequence[str]
    ) -> Iterator[OutputRecord]:
        for record in records:
            if not self.layers.issuperset(layers):
                raise NotOffered(", ".join(layers), "no such layer")
            empty: dict[str, Any] = {layer: [] for layer in layers if layer != "acled"}
            given = self.answers.get(record.id, {})
            yield output_from_json({**empty, **given, "id": record.id})

    def cluster(self, records: Iterable[InputRecord]) -> Clusters:
        if self.clusters is None:
            raise NotOffered("cluster", "no clustering")
        return clusters_from_json(self.clusters)

    def offers(self, layer: str) -> bool:
        return layer in self.layers


def party(start: int, end: int, text: str = "", identity: str | None = None) -> dict[str, Any]:
    return {"id": identity, "name": text, "text": text, "start": start, "end": end}


def claim(kind: str = "event", **parts: Any) -> dict[str, Any]:
    """A claim record with what is given, otherwise as bare as the contract allows."""
    bare: dict[str, Any] = {
        "kind": kind,
        "type": None,
        "mode": None,
        "trigger": {"start": 0, "end": 1, "text": "x"},
        "actors": [],
        "recipients": [],
        "place": None,
        "time": None,
        "quantities": [],
        "attribution": [],
        "modality": "actual",
        "polarity": "affirmed",
        "hedges": [],
        "evidence": [{"start": 0, "end": 1, "text": "x"}],
        "extractor": "test/1",
        "confidence": 0.5,
    }
    return bare | parts


def trigger(start: int, end: int, text: str = "x") -> dict[str, Any]:
    return {"start": start, "end": end, "text": text}
