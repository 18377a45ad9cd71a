"""The export command."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

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


def test_a_file_appears_whole(ask: Run, tmp_path: Path) -> None:
    done = ask("export", "-f", "csv", "-o", "claims.csv")
    assert (done.status, done.out) == (0, "")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").startswith("id,report,")
    assert [file.name for file in tmp_path.iterdir()] == ["claims.csv"]


def test_a_file_that_cannot_be_written_is_named(ask: Run) -> None:
    done = ask("export", "-f", "csv", "-o", "no/such/folder/x.csv")
    assert done.status == 2
    assert "no/such/folder/x.csv" in done.err


def test_the_format_must_be_named(ask: Run) -> None:
    assert ask("export").status == 2


@pytest.mark.parametrize(
    ("options", "shown"), [((), "[private person 1]"), (("--with-private-persons",), "Omar Bakery")]
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
