"""doctor: what it finds good, what it finds amiss, and what to do then."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from secondsource.annotations.actors import registry
from secondsource.annotations.engines import parser
from secondsource.ledger.schema import VERSION_TABLE
from tests.cli.conftest import Run


def findings(run: Run, *arguments: str) -> dict[str, dict[str, object]]:
    return {row["check"]: row for row in run("doctor", "-f", "jsonl", *arguments).records}


def test_a_sound_installation_is_good(ask: Run) -> None:
    done = ask("doctor")
    assert done.status == 0
    assert "amiss" not in done.out
    for words in ("Python", "spaCy", "actors shipped", "places", "FTS5", "4 reports", " MB"):
        assert words in done.out


def test_a_ledger_that_is_not_there_yet_is_good(run: Run) -> None:
    found = findings(run, "--ledger", "x.db")["ledger"]
    assert found["good"]
    assert "ingest" in str(found["found"])


def test_a_file_that_is_no_ledger_is_amiss(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is no database, and long enough to be taken for one" * 20)
    done = run("doctor", "--ledger", "x.db")
    assert done.status == 1
    assert "amiss  ledger" in done.out
    assert "what to do:" in done.out


def test_a_ledger_of_a_newer_version_is_amiss(run: Run, small_ledger: Path, tmp_path: Path) -> None:
    place = tmp_path / "newer.db"
    shutil.copy(small_ledger, place)
    with sqlite3.connect(place) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    found = findings(run, "--ledger", str(place))["ledger"]
    assert not found["good"]
    assert found["next_step"] == "upgrade secondsource"


def test_a_model_that_is_not_installed_is_amiss_and_the_rest_is_still_checked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "MODEL", "en_core_web_nowhere")
    parser.load_parser.cache_clear()
    found = findings(run)
    parser.load_parser.cache_clear()
    assert not found["language model"]["good"]
    assert "make install" in str(found["language model"]["next_step"])
    assert found["gazetteer"]["good"]


def test_a_registry_that_cannot_be_read_is_amiss(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_DATA", "data/nowhere.jsonl.gz")
    registry._shipped.cache_clear()
    found = findings(run)["actor registry"]
    registry._shipped.cache_clear()
    assert not found["good"]
    assert "reinstall" in str(found["next_step"])


def test_an_own_registry_is_counted_or_corrected(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,name\nriver-guards,River Guards\n")
    good = findings(run, "--registry", str(own))["actor registry"]
    assert good["good"]
    assert good["path"] == str(own)
    own.write_text("id,name\nriver-guards,\n")
    bad = findings(run, "--registry", str(own))["actor registry"]
    assert not bad["good"]
    assert "mine.csv" in str(bad["found"])


def test_a_cache_that_cannot_be_written_is_amiss(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SECONDSOURCE_CACHE", str(tmp_path / "file" / "below"))
    found = findings(run)["gazetteer"]
    assert not found["good"]
    assert "SECONDSOURCE_CACHE" in str(found["next_step"])
