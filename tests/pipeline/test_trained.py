"""The trained reader is asked for, and leaves its mark in the extractor's name."""

from __future__ import annotations

from pathlib import Path

from secondsource.pipeline import annotate_records, open_workspace

TEXT = "The Nusra Front attacked the Hazm Movement, a source told Reuters."


def test_attributions_come_from_both() -> None:
    records = [{"id": "1", "text": TEXT}]
    (found,) = annotate_records(records, ("attributions",), trained=True)
    spans = [
        (TEXT[slice(*row["source"][0])], TEXT[slice(*row["content"][0])])
        for row in found["attributions"]
    ]
    assert ("a source", "The Nusra Front attacked the Hazm Movement") in spans


def test_another_reader_is_another_extractor(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    with open_workspace(tmp_path / "x.db") as workspace:
        assert workspace.ingest(file).read == 1
        again = workspace.ingest(file, trained=True)
        assert (again.new, again.read) == (0, 1)
        assert {claim.extractor for claim in workspace.claims()}
