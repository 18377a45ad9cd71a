"""The records that other programs rely on, field by field, on real output."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import secondsource as ss
from secondsource.pipeline import LAYERS
from tests.conftest import REPORTS
from tests.contracts import shapes
from tests.contracts.shapes import misfits

SHARED = Path(os.environ.get("SECONDSOURCE_SHARED") or Path(__file__).parents[3] / "shared")
DOCUMENTS = [
    {"id": str(number), "text": text, "outlet": outlet, "published": published}
    for number, (outlet, published, _, text) in enumerate(REPORTS)
]


def records(rows: Iterator[Any]) -> list[dict[str, Any]]:
    return [json.loads(row.model_dump_json(by_alias=True)) for row in rows]


@pytest.fixture(scope="module")
def annotated() -> list[dict[str, Any]]:
    return [json.loads(json.dumps(row)) for row in ss.annotate(DOCUMENTS)]


@pytest.fixture(scope="module")
def stored(small_ledger: Path) -> dict[str, list[dict[str, Any]]]:
    from secondsource.ledger import ClaimFilter
    from secondsource.views import claim_records

    with ss.open(small_ledger) as ledger:
        return {
            "claims": records(claim_records(ledger.ledger, ClaimFilter())),
            "events": records(row.record for row in ledger.events()),
            "ties": records(row.record for row in ledger.ties()),
            "lineage": records(row.record for row in ledger.lineage()),
        }


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("claims", shapes.STORED_CLAIM),
        ("events", shapes.EVENT),
        ("ties", shapes.TIE),
        ("lineage", shapes.LINEAGE),
    ],
)
def test_the_ledger_s_records(
    stored: dict[str, list[dict[str, Any]]], name: str, shape: object
) -> None:
    assert stored[name]
    for record in stored[name]:
        assert list(misfits(record, shape)) == []


def test_annotate_s_records(annotated: list[dict[str, Any]]) -> None:
    assert set(shapes.LAYERS) == set(LAYERS)
    for record in annotated:
        assert list(misfits(record, shapes.ANNOTATED)) == []


def test_the_layers_that_are_asked_for_by_name() -> None:
    rows = [
        {**row, "pairs": [{"id": "p", "source": [0, 4], "target": [5, 9]}]} for row in DOCUMENTS
    ]
    for record in ss.annotate(rows, ["pairs", "acled"]):
        assert list(misfits(record, {"id": str, **shapes.CODINGS})) == []
        assert [pair["id"] for pair in record["pairs"]] == ["p"]


def test_every_layer_was_seen(annotated: list[dict[str, Any]]) -> None:
    for layer in LAYERS:
        assert any(record[layer] for record in annotated), layer


def test_cluster_s_records() -> None:
    rows = list(ss.cluster(DOCUMENTS))
    for row in rows[: len(DOCUMENTS)]:
        assert list(misfits(row, shapes.CLUSTERED)) == []
    assert len(rows) > len(DOCUMENTS)
    for row in rows[len(DOCUMENTS) :]:
        assert list(misfits(row, shapes.CLUSTER)) == []


def test_types_fit_kinds(stored: dict[str, list[dict[str, Any]]]) -> None:
    allowed = {"event": shapes.EVENT_TYPES, "tie": shapes.TIE_TYPES}
    for claim in stored["claims"]:
        if claim["kind"] in allowed:
            assert claim["type"] in allowed[claim["kind"]]


def test_nothing_is_an_empty_stand_in(stored: dict[str, list[dict[str, Any]]]) -> None:
    def empty(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(empty, value.values()))
        if isinstance(value, list):
            return any(map(empty, value))
        return value == ""

    assert not [record for rows in stored.values() for record in rows if empty(record)]


def test_words_stand_where_they_are_said_to(annotated: list[dict[str, Any]]) -> None:
    texts = {str(row["id"]): str(row["text"]) for row in DOCUMENTS}
    for record in annotated:
        text = texts[record["id"]]
        for layer in ("actors", "places", "times", "quantities"):
            for row in record[layer]:
                assert row["text"] == text[row["start"] : row["end"]]
        for claim in record["claims"]:
            for words in (*claim["evidence"], *claim["actors"], *claim["recipients"]):
                assert words["text"] == text[words["start"] : words["end"]]


def test_claims_of_events_and_ties_are_there(stored: dict[str, list[dict[str, Any]]]) -> None:
    known = {claim["id"] for claim in stored["claims"]}
    for record in (*stored["events"], *stored["ties"]):
        assert record["because"]
        assert set(record["claims"]) <= known
        for words in record["evidence"]:
            assert words["claim"] in record["claims"]


def test_ties_hold_between_two(stored: dict[str, list[dict[str, Any]]]) -> None:
    assert all(len(record["between"]) == 2 for record in stored["ties"])


def test_a_misfit_is_seen() -> None:
    broken = {"event": "x", "mentions": [1]}
    assert len(list(misfits(broken, shapes.CLUSTER))) == 2
    assert list(misfits({}, shapes.CLUSTER)) == [
        "record: no field event",
        "record: no field mentions",
    ]


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seed reports are not here")
def test_the_seed_reports_are_read_and_every_claim_quotes_them(tmp_path: Path) -> None:
    files = sorted((SHARED / "seeds").glob("*.txt"))
    assert len(files) == 2
    texts = {file.as_posix(): file.read_bytes().decode("utf-8") for file in files}
    with ss.open(tmp_path / "seeds.db") as ledger:
        done = ledger.ingest(*files)
        assert (done.new, done.rejected) == (2, ())
        found = [(report.path, report.text) for report in ledger.reports()]
        assert dict(found) == texts
        by_id = {report.id: report.text for report in ledger.reports()}
        claims = list(ledger.claims())
    assert len(claims) > 40
    for claim in claims:
        assert claim.evidence
        for evidence in claim.evidence:
            assert evidence.text == by_id[claim.report_id][evidence.start : evidence.end]
