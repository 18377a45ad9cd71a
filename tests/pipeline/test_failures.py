"""A defect that one report trips costs that report, not the batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from secondsource.annotations import Layers, Parse, Parser
from secondsource.claims import Claim, extract_claims
from secondsource.pipeline import annotate_records, open_workspace
from secondsource.reports import Report

GOOD = "Nusra Front attacked the Hazm Movement on Sunday."
BAD = "Islamic State attacked rebels on Monday."


@pytest.fixture
def defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extraction fails on one text and works on the others."""

    def extract(layers: Layers) -> tuple[Claim, ...]:
        if layers.report.text == BAD:
            raise IndexError("beyond the end")
        return extract_claims(layers)

    monkeypatch.setattr("secondsource.pipeline.reading.extract_claims", extract)


@pytest.mark.usefixtures("defect")
def test_annotate_goes_on() -> None:
    records = [{"id": str(n), "text": text} for n, text in enumerate((GOOD, BAD, GOOD))]
    one, two, three = annotate_records(records)
    assert one["claims"]
    assert three["claims"]
    assert "IndexError" in two["error"]


def test_a_text_that_trips_the_parser_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Parser.parse

    def picky(self: Parser, reports: Iterable[Report], batch_size: int = 64) -> Iterator[Parse]:
        listed = list(reports)
        if any(report.text == BAD for report in listed):
            raise IndexError("no such token")
        return parse(self, listed, batch_size)

    monkeypatch.setattr(Parser, "parse", picky)
    records = [{"id": str(n), "text": text} for n, text in enumerate((GOOD, BAD, GOOD))]
    one, two, three = annotate_records(records)
    assert one["claims"]
    assert three["claims"]
    assert "IndexError" in two["error"]


@pytest.mark.usefixtures("defect")
def test_ingest_stores_the_report_and_tries_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.txt", GOOD), ("b.txt", BAD)):
        (folder / name).write_text(text, encoding="utf-8")
    with open_workspace(tmp_path / "x.db") as workspace:
        done = workspace.ingest(folder, workers=1)
        assert (done.new, done.read) == (2, 1)
        assert [Path(row.report).name for row in done.failed] == ["b.txt"]
        again = workspace.ingest(folder, workers=1)
        assert (again.new, again.known, again.read) == (0, 2, 0)
        assert len(again.failed) == 1
