"""``actors`` and its decisions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Run


@pytest.fixture
def ask(run: Run, small_ledger: Path, tmp_path: Path) -> Run:
    """Runs a command on a ledger of the test's own."""
    place = tmp_path / "own.db"
    shutil.copy(small_ledger, place)

    def command(*arguments: str, stdin: bytes = b"") -> Done:
        return run(*arguments, "--ledger", str(place), stdin=stdin)

    return command


def test_a_merge_in_its_shortest_form(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "night-desk")
    done = ask("actors", "merge", "nusra-front", "Hazm Movement")
    assert (done.status, done.out) == (0, "")
    assert "decision 1: hazm-movement is nusra-front; it now has" in done.err
    assert "actors undo 1" in done.err
    ids = {row["id"] for row in ask("actors", "-f", "jsonl").records}
    assert "nusra-front" in ids
    assert "hazm-movement" not in ids
    [record] = ask("actors", "decisions", "-f", "jsonl").records
    assert (record["who"], record["why"], record["undone"]) == ("night-desk", None, None)
    assert record["before"][0]["id"] == "hazm-movement"
    assert record["after"]["id"] == "nusra-front"


def test_a_decision_shows_in_claims_ties_exports_and_reasons(ask: Run) -> None:
    ask("actors", "merge", "nusra-front", "hazm-movement", "--who", "A", "--why", "one group")
    for command in (
        ("claims", "-f", "jsonl"),
        ("events", "-f", "jsonl"),
        ("ties", "-f", "jsonl"),
        ("export", "-f", "csv"),
        ("export", "-f", "csv", "--what", "ties"),
    ):
        out = ask(*command).out
        assert "nusra-front" in out
        assert '"hazm-movement"' not in out
        assert ";hazm" not in out
    report = ask("claims", "--actor", "hazm movement", "-f", "jsonl").records[0]["report"]["id"]
    reasons = ask("show", report, "--why", "-f", "jsonl").records
    assert any("decision 1 (merge actors) by A: one group" in (r["because"] or "") for r in reasons)


def test_split_rename_and_undo(ask: Run) -> None:
    split = ask(
        "actors", "split", "nusra-front", "Northern Front", "--called", "Nusra Front", "--who", "A"
    )
    assert split.status == 0
    assert "nusra-front called 'Nusra Front' is x-northern-front" in split.err
    assert ask("actors", "rename", "x-northern-front", "The North", "--who", "A").status == 0
    names = {row["id"]: row["name"] for row in ask("actors", "-f", "jsonl").records}
    assert names["x-northern-front"] == "The North"
    assert ask("actors", "undo", "1", "--who", "B", "--why", "no").status == 0
    ids = {row["id"] for row in ask("actors", "-f", "jsonl").records}
    assert "x-northern-front" not in ids
    heading, first, second = ask("actors", "decisions").rows
    assert heading == ["number", "when", "who", "what", "why", "undone"]
    assert first[-1].startswith("by B, ")
    assert first[-1].endswith(": no")
    assert second[-1] == "—"
    assert len(ask("actors", "decisions", "nusra-front").rows) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("merge", "nusra-front", "nobody-at-all"), 1, "no actor has this id or name"),
        (("merge", "nusra-front", "Jabhat al-Nusra"), 2, "two of them are nusra-front"),
        (("undo", "7"), 1, "there is no such decision"),
        (("split", "nusra-front", "Other"), 2, "which mentions"),
    ],
)
def test_wrong_use(ask: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    done = ask("actors", *arguments)
    assert (done.status, done.out) == (status, "")
    assert said in done.err


def test_an_option_before_the_subcommand_is_not_passed_over(run: Run) -> None:
    done = run("actors", "--ledger", "other.db", "decisions")
    assert done.status == 2
    assert "after the subcommand" in done.err
