"""The export command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from secondsource.cli.exporting import ExportFormat
from secondsource.exports import FORMATS
from tests.cli.conftest import Run

WHAT = ("claims", "events", "ties", "lineage")


@pytest.mark.parametrize("what", WHAT)
def test_csv_and_jsonl_hold_the_same_records(ask: Run, what: str) -> None:
    records = ask("export", "--format", "jsonl", "--what", what).records
    written = ask("export", "--format", "csv", "--what", what).out
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    key = "report" if what == "lineage" else "id"
    assert records
    assert [row[key] for row in rows] == [record[key] for record in records]
    assert records == ask(what, "--format", "jsonl").records


def test_a_file_appears_whole_with_what_it_lacks(ask: Run, tmp_path: Path) -> None:
    done = ask("export", "-f", "csv", "-o", "claims.csv")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").startswith("id,report,")
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "claims.csv",
        "claims.csv.about.json",
    ]
    about = json.loads((tmp_path / "claims.csv.about.json").read_text(encoding="utf-8"))
    [told] = about["files"]
    assert told["rows"] == len(ask("claims", "--format", "jsonl").records)
    assert all(gap["why"] for gap in told["empty"])


def test_files_that_belong_together_stand_beside_each_other(ask: Run, tmp_path: Path) -> None:
    done = ask("export", "-f", "gdelt", "-o", "g.csv")
    assert done.status == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "g.csv",
        "g.csv.about.json",
        "g.evidence.csv",
        "g.mentions.csv",
    ]
    mentions = ask("export", "-f", "gdelt", "--what", "mentions")
    assert mentions.out == (tmp_path / "g.mentions.csv").read_text(encoding="utf-8")


def test_what_is_left_out_and_empty_is_said(ask: Run, tmp_path: Path) -> None:
    done = ask("export", "-f", "acled")
    assert done.status == 0
    assert " left out (1 because " in done.err
    ask("export", "-f", "acled", "-o", str(tmp_path / "a.csv"))
    assert "has not happened" in (tmp_path / "a.csv.about.json").read_text(encoding="utf-8")
    assert "empty throughout: " in done.err
    assert "region" in done.err
    assert "not written: incomplete, evidence" in done.err


def test_filters_in_force_hold(ask: Run, tmp_path: Path) -> None:
    for form, command in (("jsonl", "claims"), ("jsonl", "events"), ("jsonl", "ties")):
        every = ask("export", "-f", form, "--what", command).records
        some = ask("export", "-f", form, "--what", command, "--actor", "Hazm Movement").records
        assert 0 < len(some) < len(every)
        assert all("hazm-movement" in json.dumps(record) for record in some)
    dated = ask("export", "-f", "jsonl", "--what", "events", "--since", "2014-12-01").records
    assert dated
    assert all(record["time"]["edtf"] >= "2014-12" for record in dated)
    ask("export", "-f", "geojson", "--type", "ASSAULT", "--country", "SY", "-o", "x.json")
    about = json.loads((tmp_path / "x.json.about.json").read_text(encoding="utf-8"))
    assert about["filters"] == {"type": "ASSAULT", "country": "SY"}
    features = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["features"]
    assert {one["properties"]["type"] for one in features} <= {"ASSAULT"}
    assert ask("export", "-f", "jsonl", "--what", "ties", "--country", "SY").records == []


def test_a_zip_makes_the_ledger_again(ask: Run, run: Run, tmp_path: Path) -> None:
    assert ask("export", "-f", "zip", "--unmasked", "-o", "all.zip").status == 0
    done = run("import", "all.zip", "--ledger", "new.db")
    assert done.status == 0
    assert "4 reports" in done.err
    again = run("export", "-f", "jsonl", "--ledger", "new.db").out
    assert again == ask("export", "-f", "jsonl").out
    refused = run("import", "all.zip", "--ledger", "new.db")
    assert refused.status == 1
    assert "not empty" in refused.err


def test_a_zip_takes_no_filter(ask: Run) -> None:
    done = ask("export", "-f", "zip", "--actor", "Hazm Movement", "-o", "x.zip")
    assert done.status == 2
    assert "whole ledger" in done.err


def test_a_file_that_the_format_lacks_is_named(ask: Run) -> None:
    done = ask("export", "-f", "acled", "--what", "ties")
    assert done.status == 2
    assert "acled, incomplete, evidence" in done.err


def test_the_command_line_offers_every_format() -> None:
    assert [form.value for form in ExportFormat] == [*(form.name for form in FORMATS), "zip"]


def test_a_file_that_cannot_be_written_is_named(ask: Run) -> None:
    done = ask("export", "-f", "csv", "-o", "no/such/folder/x.csv")
    assert done.status == 2
    assert "no/such/folder/x.csv" in done.err


def test_the_format_must_be_named(ask: Run) -> None:
    assert ask("export").status == 2


@pytest.mark.parametrize(
    ("options", "shown"), [((), "[private person 1]"), (("--unmasked",), "Omar Bakery")]
)
def test_private_persons_are_masked_unless_asked_for(
    run: Run, tmp_path: Path, options: tuple[str, ...], shown: str
) -> None:
    story = "Omar Bakery, a resident, said that the Islamic State attacked Kobani on Monday."
    (tmp_path / "story.txt").write_text(story, encoding="utf-8")
    run("ingest", "story.txt", "--workers", "1", "-l", "x.db")
    for what in ("claims", "events"):
        done = run("export", "-f", "jsonl", "--what", what, "-l", "x.db", *options)
        assert done.records
        assert shown in done.out
        assert ("Bakery" in done.out) is bool(options)
