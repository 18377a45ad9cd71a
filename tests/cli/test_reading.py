"""ingest, annotate and cluster: records in, records out, and what is said about the rest."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DOCUMENT = {"id": "1", "text": "The Islamic State attacked Kobani on 3 November 2014."}


def lines(*documents: object) -> bytes:
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in documents).encode()


def test_ingest_counts_and_names_what_it_rejects(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text("The Nusra Front attacked Aleppo on Monday, residents said.")
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    done = run("ingest", str(folder), "--ledger", "x.db")
    assert done.status == 1
    assert done.out == ""
    assert "1 new, 0 already known, 2 rejected" in done.err
    assert "empty.txt" in done.err
    listed = run("rejected", "--ledger", "x.db", "-f", "jsonl").records
    assert [Path(row["input"]).name for row in listed] == ["broken.pdf", "empty.txt"]
    assert all(row["reason"] and row["kind"] for row in listed)
    assert "next step" in run("rejected", "--ledger", "x.db").rows[0]


def test_ingesting_again_changes_nothing(run: Run, small_reports: Path) -> None:
    first = run("ingest", str(small_reports), "--ledger", "x.db")
    second = run("ingest", str(small_reports), "--ledger", "x.db")
    assert (first.status, second.status) == (0, 0)
    assert "4 new, 0 already known" in first.err
    assert "0 new, 4 already known, 0 rejected; 0 claims from 0 reports" in second.err


def test_ingest_maps_columns(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("body,paper\nRebels attacked Aleppo on Monday.,Sample Paper\n")
    assert run("ingest", str(table), "-l", "x.db").status == 1
    mapped = ("--column", "text=body", "--column", "outlet=paper")
    assert run("ingest", str(table), "-l", "x.db", *mapped).status == 0
    assert run("reports", "-l", "x.db", "-f", "jsonl").records[0]["outlet"] == "Sample Paper"


def test_an_own_registry_names_its_actors(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,name,kind\nriver-guards,River Guards,armed group\n")
    (tmp_path / "a.txt").write_text("The River Guards attacked Aleppo on Monday, residents said.")
    assert run("ingest", "a.txt", "-l", "x.db").status == 0
    again = run("ingest", "a.txt", "-l", "x.db", "--registry", str(own))
    assert "0 new, 1 already known" in again.err
    assert "from 1 reports" in again.err
    assert "river-guards" in {
        row["id"] for row in run("actors", "-l", "x.db", "-f", "jsonl").records
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "a.txt", "--column", "text"],
        ["ingest", "a.txt", "--column", "author=x"],
        ["ingest", "a.txt", "--allow-network", "everywhere"],
        ["ingest", "a.txt", "--workers", "-1"],
        ["ingest", "a.txt", "--registry", "nowhere.csv"],
        ["ingest", "a.txt", "--ledger", "mysql://host/x"],
        ["annotate", "--layers", "actors,feelings"],
        ["annotate", "--layers", ""],
    ],
)
def test_wrong_usage_is_status_two(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text("Rebels attacked Aleppo.")
    done = run(*arguments, stdin=lines(DOCUMENT))
    assert done.status == 2
    assert done.out == ""
    assert done.err


def test_a_setting_that_does_not_fit_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDSOURCE_WORKERS", "many")
    done = run("annotate", stdin=lines(DOCUMENT))
    assert done.status == 2
    assert "SECONDSOURCE_WORKERS" in done.err


def test_settings_stand_in_for_options(
    run: Run, small_ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.db"
    shutil.copy(small_ledger, mine)
    monkeypatch.setenv("SECONDSOURCE_LEDGER", str(mine))
    assert run("overview").out.startswith(f"ledger {mine}")


def test_annotate_answers_in_order_with_errors_in_place(run: Run) -> None:
    stdin = (
        lines(DOCUMENT)
        + b"this is no JSON\n\n"
        + b"\xff\xfe\n"
        + lines({"id": "3"}, [1], {**DOCUMENT, "id": "4"})
    )
    done = run("annotate", "--layers", "actors", stdin=stdin)
    assert done.status == 1
    assert [row["id"] for row in done.records] == ["1", None, None, "3", None, "4"]
    assert ["error" in row for row in done.records] == [False, True, True, True, True, False]
    assert "line 2" in done.records[1]["error"]
    assert "line 4" in done.records[2]["error"]
    assert "4 documents" in done.err


def test_annotate_gives_the_layers_asked_for(run: Run) -> None:
    [row] = run("annotate", "--layers", "times, places", stdin=lines(DOCUMENT)).records
    assert set(row) == {"id", "times", "places"}
    assert row["times"][0]["edtf"] == "2014-11-03"


def test_annotate_writes_no_number_that_json_lacks(run: Run) -> None:
    text = f"They counted {'9' * 400} rockets and {'9' * 305} million soldiers."
    done = run("annotate", "--layers", "quantities", stdin=lines({"id": "1", "text": text}))
    assert done.status == 0
    assert "Infinity" not in done.out
    assert done.records[0]["quantities"] == []


def test_annotate_writes_utf8_and_keeps_offsets(run: Run) -> None:
    text = "Die «Islamic State» 🜚 attacked Ālbū Kamāl on 3 November 2014."
    done = run("annotate", stdin=lines({"id": "ü", "text": text}))
    [row] = done.records
    assert row["id"] == "ü"
    for actor in row["actors"]:
        assert actor["text"] == text[actor["start"] : actor["end"]]


def test_annotate_of_nothing_is_nothing(run: Run) -> None:
    done = run("annotate", stdin=b"")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_cluster_names_copies_then_events(run: Run) -> None:
    done = run("cluster", stdin=lines(DOCUMENT, {**DOCUMENT, "id": "2"}))
    assert done.status == 0
    first, second, *events = done.records
    assert (first["id"], second["id"]) == ("1", "2")
    assert first["origin"] == second["origin"]
    assert events
    assert all(set(row) == {"event", "mentions"} for row in events)


def test_cluster_says_nothing_of_a_set_that_is_not_whole(run: Run) -> None:
    done = run("cluster", stdin=lines(DOCUMENT) + b"{\n")
    assert (done.status, done.out) == (1, "")
    assert "line 2" in done.err
