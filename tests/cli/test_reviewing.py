"""``review`` from end to end: the queue, decisions, and their log."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def ask(run: Run, small_ledger: Path, tmp_path: Path) -> Run:
    """Runs a command on a ledger of the test's own."""
    place = tmp_path / "own.db"
    shutil.copy(small_ledger, place)

    def command(*arguments: str, stdin: bytes = b"") -> object:
        return run(*arguments, "--ledger", str(place), stdin=stdin)

    return command  # type: ignore[return-value]


def first(ask: Run) -> str:
    return str(ask("review", "queue", "--format", "jsonl").records[0]["id"])


def test_the_queue_says_why(ask: Run) -> None:
    rows = ask("review", "queue", "--reason", "disputed").rows[1:]
    assert rows
    assert all(row[-1] for row in rows)
    assert len(ask("review", "queue", "--most", "2").rows[1:]) == 2


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_a_decision_is_logged_and_undone(ask: Run, act: str) -> None:
    claim = first(ask)
    done = ask("review", act, claim, "--who", "Ada", "--why", "read it")
    assert (done.status, done.out) == (0, "")
    assert f"decision 1: {act}ed: " in done.err
    assert "review undo 1" in done.err
    assert first(ask) != claim
    [record] = ask("review", "decisions", claim, "--format", "jsonl").records
    assert (record["who"], record["what"], record["undone"]) == ("Ada", f"{act} claim", None)
    assert ask("review", "undo", "1", "--who", "Bea").status == 0
    assert first(ask) == claim
    [_, row] = ask("review", "decisions").rows
    assert "by Bea" in row[-1]
    assert row[3].startswith(f"{act}ed: ")


def test_fields_are_corrected_by_options_and_by_json(ask: Run) -> None:
    claim = first(ask)
    done = ask("review", "correct", claim, "--polarity", "unconfirmed", "--who", "Ada")
    assert "corrected (polarity)" in done.err
    values = '{"actors": [{"start": 0, "end": 3, "name": "nusra-front"}]}'
    ask("review", "correct", claim, "--set", values, "--clear", "place", "--who", "Ada")
    [record] = [one for one in ask("claims", "--format", "jsonl").records if one["id"] == claim]
    assert (record["polarity"], record["place"]) == ("unconfirmed", None)
    assert [one["id"] for one in record["actors"]] == ["nusra-front"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--set", "{"), "--set"),
        (("--set", '{"colour": 1}'), "colour"),
        (("--polarity", "maybe"), "polarity"),
        (("--type", "BOREDOM"), "no type of claim"),
        ((), "nothing would change"),
    ],
)
def test_what_cannot_be_corrected_is_wrong_usage(
    ask: Run, options: tuple[str, ...], said: str
) -> None:
    done = ask("review", "correct", first(ask), *options, "--who", "Ada")
    assert done.status == 2
    assert said in done.err
    assert not ask("review", "decisions").rows[1:]


def test_a_missed_claim_is_added_by_its_words(ask: Run) -> None:
    report = ask("claims", "--format", "jsonl").records[0]["report"]["id"]
    given = ("review", "add", report, "--type", "CONSULT", "--trigger", "met in Atareb")
    done = ask(*given, "--evidence", "0-60", "--who", "Ada")
    assert done.status == 0, done.err
    claim = done.err.split()[1]
    [record] = [one for one in ask("claims", "--format", "jsonl").records if one["id"] == claim]
    assert (record["trigger"]["text"], record["review"]["how"]) == ("met in Atareb", "added")
    unknown = ask(*given[:-1], "never said", "--evidence", "0-60", "--who", "Ada")
    assert (unknown.status, "not in the report" in unknown.err) == (2, True)


def test_events_are_merged_and_the_log_says_so(ask: Run) -> None:
    one, other = (row["id"] for row in ask("events", "--format", "jsonl").records[:2])
    done = ask("review", "merge", one, other, "--who", "Ada")
    assert f"made one event of {one}, {other}" in done.err
    left = {row["id"] for row in ask("events", "--format", "jsonl").records}
    assert len(left & {one, other}) == 1
    assert ask("review", "undo", "1", "--who", "Ada").status == 0
    assert {one, other} <= {row["id"] for row in ask("events", "--format", "jsonl").records}


def test_agreement_of_two(ask: Run) -> None:
    claim = first(ask)
    for who in ("Ada", "Bea"):
        ask("review", "accept", claim, "--who", who)
    rows = {row[0]: row for row in ask("review", "agreement").rows}
    assert rows["judgement"][1:3] == ["1", "2"]
    [record] = [
        one for one in ask("review", "agreement", "-f", "jsonl").records if one["part"] == "type"
    ]
    assert record["pairs"][0]["agreed"] == 1
