from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import pytest

from bench.program import NotOffered, Pipeline
from bench.records import InputRecord
from secondsource.errors import UsageError


def _annotate(
    records: Iterable[Mapping[str, Any]], layers: Sequence[str], *, trained: bool
) -> Iterator[Any]:
    for record in records:
        if "acled" in layers:
            raise UsageError("acled", "no such layer")
        words = [{"start": 0, "end": len(record["text"])}]
        yield {"id": record["id"], "sentences": words if "sentences" in layers else None}


def _cluster(records: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    rows = list(records)
    yield from ({"id": row["id"], "origin": "o", "relation": "independent"} for row in rows)
    yield {"event": "e_1", "mentions": [row["id"] for row in rows]}


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    module = ModuleType("secondsource.pipeline")
    module.annotate_records = _annotate  # type: ignore[attr-defined]
    module.cluster_records = _cluster  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "secondsource.pipeline", module)
    return Pipeline()


DOCUMENT = InputRecord(id="d", text="Two words.")


def test_annotate_and_cluster_cross_the_contract(pipeline: Pipeline) -> None:
    [output] = pipeline.annotate([DOCUMENT], ("sentences",))
    assert output.sentences is not None
    assert output.sentences[0].of(DOCUMENT.text) == DOCUMENT.text
    assert pipeline.cluster([DOCUMENT]).events == (("d",),)


@pytest.mark.parametrize(
    ("layer", "offered"), [("sentences", True), ("pairs", False), ("acled", False)]
)
def test_a_layer_is_offered_when_it_comes_back(
    pipeline: Pipeline, layer: str, offered: bool
) -> None:
    assert pipeline.offers(layer) is offered


def test_an_unknown_layer_is_not_offered(pipeline: Pipeline) -> None:
    with pytest.raises(NotOffered, match="acled"):
        list(pipeline.annotate([DOCUMENT], ("acled",)))
