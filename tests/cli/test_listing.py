"""Commands that list and count."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("command", "field"),
    [("reports", "id"), ("actors", "id"), ("places", "name")],
)
def test_listings_agree_in_both_formats(ask: Run, command: str, field: str) -> None:
    heading, *rows = ask(command).rows
    records = ask(command, "--format", "jsonl").records
    assert heading[0] == field
    assert [row[0] for row in rows] == [record[field] for record in records]
    assert records


def test_overview_counts_and_says_how_to_look_closer(ask: Run, small_ledger: Path) -> None:
    done = ask("overview")
    assert "4 reports" in done.out
    assert f"secondsource events --ledger {small_ledger}" in done.out
    [record] = ask("overview", "-f", "jsonl").records
    assert record["reports"] == 4
    assert record["unread"] == 0


def test_a_withdrawn_report_leaves_the_picture_but_not_the_ledger(
    run: Run, small_ledger: Path, tmp_path: Path
) -> None:
    place = str(tmp_path / "copy.db")
    shutil.copy(small_ledger, place)
    before = run("reports", "-l", place, "-f", "jsonl").records
    done = run("withdraw", before[0]["id"], "--who", "a", "--why", "b", "-l", place)
    assert (done.status, done.out) == (0, "")
    after = run("reports", "-l", place, "-f", "jsonl").records
    assert [row["id"] for row in after] == [row["id"] for row in before[1:]]
    assert run("overview", "-l", place, "-f", "jsonl").records[0]["withdrawn"] == 1


@pytest.mark.parametrize("command", ["claims", "events", "ties", "lineage", "reports", "overview"])
def test_a_ledger_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, "--ledger", "nowhere.db")
    assert (done.status, done.out) == (1, "")
    assert "secondsource ingest" in done.err
    assert not (tmp_path / "nowhere.db").exists()
