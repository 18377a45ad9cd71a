from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.annotations.places.index import write_index
from tests.cli.conftest import Run

COLUMNS = 19


@pytest.fixture
def own_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty gazetteer, taken as it is, in place of the one that the user has."""
    index = tmp_path / "cache" / "gazetteer.sqlite"
    monkeypatch.setenv("SECONDSOURCE_CACHE", str(index.parent))
    monkeypatch.setattr("secondsource.annotations.places.gazetteer.stamp", lambda: "test")
    write_index(index, (), "test")
    return index


def test_a_country_file_is_imported(run: Run, own_index: Path, tmp_path: Path) -> None:
    values = [""] * COLUMNS
    values[:8] = ["7", "Qastalani", "Qastalani", "", "36.1", "37.0", "P", "PPL"]
    values[8] = "SY"
    (tmp_path / "SY.txt").write_text("\t".join(values) + "\n", encoding="utf-8")
    done = run("gazetteer", "import", "SY.txt")
    assert (done.status, done.out) == (0, "")
    assert "1 places imported from SY.txt" in done.err
    assert own_index.with_name("gazetteer-user.sqlite").is_file()


def test_another_file_is_refused(run: Run, own_index: Path, tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text("no columns\n", encoding="utf-8")
    done = run("gazetteer", "import", "SY.txt")
    assert done.status == 1
    assert "19 columns" in done.err
    assert own_index.is_file()
