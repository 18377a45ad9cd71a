"""What contradicts, as commands print it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run

POST = """Sample Post
3 November 2014

Nusra Front fighters killed 30 people in an attack on the Hazm Movement near Khan al-Sunbul on
1 November, a rebel commander told the Sample Post.
"""
MAIL = """Sample Mail
4 November 2014

The Syrian Observatory for Human Rights said on Tuesday that Nusra Front fighters killed 12 people
in an attack on the Hazm Movement near Khan al-Sunbul on 1 November.
"""


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a ledger of two reports with two figures."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("post.txt", POST), ("mail.txt", MAIL)):
        (folder / name).write_text(text, encoding="utf-8")
    ledger = str(tmp_path / "told.db")
    done = run("ingest", str(folder), "--ledger", ledger, "--rules", "--workers", "1")
    assert done.status == 0

    def command(*arguments: str, stdin: bytes = b"") -> Done:
        return run(*arguments, "--ledger", ledger, stdin=stdin)

    return command


def test_two_figures_are_a_contradiction(told: Run) -> None:
    (record,) = told("contradictions", "--format", "jsonl").records
    assert record["kind"] == "count"
    assert record["because"].endswith(" says 12") or " says 12 people killed" in record["because"]
    assert ["30" in words["text"] for words in record["evidence"]] == [True, False]
    lines = told("contradictions").out
    assert lines.startswith("count  ")
    assert record["about"] in lines


def test_an_event_prints_its_counts_and_what_is_disputed(told: Run) -> None:
    lines = told("events", "--all").out
    assert "killed: 12 to 30 people, best 12" in lines
    assert "disputed: " in lines


def test_an_event_s_record_has_its_counts_and_contradictions(told: Run) -> None:
    records = told("events", "--format", "jsonl").records
    (counts, contradictions) = next(
        (record["counts"], record["contradictions"]) for record in records if record["counts"]
    )
    assert [(one["low"], one["best"], one["high"]) for one in counts] == [(12, 12, 30)]
    assert [one["words"] for one in counts[0]["values"]] == ["12", "30"]
    assert [one["kind"] for one in contradictions] == ["count"]


def test_rated_outlets_are_shown_with_their_letter(ask: Run, tmp_path: Path) -> None:
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("outlet,reliability\nSample North,B\n", encoding="utf-8")
    records = ask("ties", "--reliability", str(ratings), "--format", "jsonl").records
    letters = {one["reliability"] for record in records for one in record["reliability"]}
    assert letters == {"B"}
    assert "rated by you: Sample North B" in ask("ties", "--all", "--reliability", str(ratings)).out
    assert not any(record["reliability"] for record in ask("ties", "-f", "jsonl").records)


def test_a_letter_that_is_none_is_wrong_usage(ask: Run, tmp_path: Path) -> None:
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("outlet,reliability\nSample North,Z\n", encoding="utf-8")
    done = ask("events", "--reliability", str(ratings))
    assert done.status == 2
    assert "line 2" in done.err
