"""ingest: twice changes nothing, killed goes on, another registry reads anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.errors import UsageError
from secondsource.ledger import open_ledger
from secondsource.pipeline import Plan, Progress, Workspace
from secondsource.pipeline.ingesting import extractor_name

SENTENCE = "Unit {} of the Nusra Front attacked Aleppo on Monday, a spokesman of unit {} said."


def folder_of(path: Path, good: int, broken: int = 0) -> Path:
    path.mkdir()
    for number in range(good):
        (path / f"{number:04}.txt").write_text(SENTENCE.format(number, number))
    for number in range(broken):
        (path / f"broken-{number:04}.pdf").write_bytes(b"%PDF-1.4 " + str(number).encode())
    return path


def content(ledger: Workspace) -> tuple[list[str], list[str]]:
    reports = sorted(report.id for report in ledger.reports())
    return reports, sorted(claim.id for claim in ledger.claims())


def test_broken_inputs_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", good=9, broken=3)
    with ss.open(tmp_path / "x.db") as ledger:
        done = ledger.ingest(folder)
    assert (done.new, done.known, done.read) == (9, 0, 9)
    assert [Path(row.input).name for row in done.rejected] == [
        "broken-0000.pdf",
        "broken-0001.pdf",
        "broken-0002.pdf",
    ]
    assert all(row.reason for row in done.rejected)


def test_reading_twice_changes_nothing(tmp_path: Path, small_reports: Path) -> None:
    folder = folder_of(tmp_path / "in", good=3, broken=1)
    with ss.open(tmp_path / "x.db") as ledger:
        ledger.ingest(folder, small_reports)
        before = content(ledger), ledger.overview()
        again = ledger.ingest(folder, small_reports)
        assert (content(ledger), ledger.overview()) == before
    assert (again.new, again.known, again.read, again.claims) == (0, 7, 0, 0)
    assert len(again.rejected) == 1


def test_a_file_that_changed_is_another_report(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", good=2)
    with ss.open(tmp_path / "x.db") as ledger:
        ledger.ingest(folder)
        (folder / "0000.txt").write_text("Rebels captured a base near Raqqa on Tuesday.")
        done = ledger.ingest(folder)
        assert (done.new, done.known, done.read) == (1, 1, 1)
        assert len(list(ledger.reports())) == 3


def test_a_table_read_with_other_columns_is_read_again(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("text,paper\nRebels attacked Aleppo on Monday.,Sample Paper\n")
    from secondsource.reports import ColumnMapping, ReadOptions

    options = ReadOptions(columns=ColumnMapping(outlet="paper"))
    with ss.open(tmp_path / "x.db") as ledger:
        assert ledger.ingest(table).new == 1
        assert ledger.ingest(table, options=options).new == 1
        outlets = {row.outlet for row in ledger.listing()}
    assert outlets == {None, "Sample Paper"}


def test_progress_only_grows(tmp_path: Path) -> None:
    seen: list[Progress] = []
    folder = folder_of(tmp_path / "in", good=70, broken=1)
    with ss.open(tmp_path / "x.db") as ledger:
        done = ledger.ingest(folder, watch=seen.append)
    assert [row.stored for row in seen] == sorted(row.stored for row in seen)
    assert [row.read for row in seen] == sorted(row.read for row in seen)
    last = seen[-1]
    assert (last.stored, last.rejected, last.unread, last.read) == (70, 1, 70, 70)
    assert last.claims == done.claims


def test_a_changed_registry_is_another_extractor(tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,name\nriver-guards,River Guards\n")
    first = extractor_name(Plan(registry=own))
    assert first.startswith(extractor_name(Plan()))
    own.write_text("id,name\nriver-guards,Guards of the River\n")
    assert extractor_name(Plan(registry=own)) != first


def test_a_registry_that_cannot_be_used_stores_nothing(tmp_path: Path, small_reports: Path) -> None:
    with ss.open(tmp_path / "x.db") as ledger:
        with pytest.raises(UsageError):
            ledger.ingest(small_reports, registry=tmp_path / "nowhere.csv")
        assert list(ledger.reports()) == []


def test_what_was_found_before_another_registry_stays(tmp_path: Path) -> None:
    own = tmp_path / "mine.csv"
    own.write_text("id,name,kind\nriver-guards,River Guards,armed group\n")
    (tmp_path / "a.txt").write_text("The River Guards attacked Aleppo on Monday, residents said.")
    with ss.open(tmp_path / "x.db") as ledger:
        ledger.ingest(tmp_path / "a.txt")
        before = {actor.id for actor in ledger.actors()}
        ledger.ingest(tmp_path / "a.txt", registry=own)
        after = {actor.id for actor in ledger.actors()}
        assert ledger.ingest(tmp_path / "a.txt").read == 0
    assert "river-guards" in after - before


@pytest.mark.parametrize("when", ["while storing", "while extracting"])
def test_killed_at_any_moment_it_goes_on_where_it_was(tmp_path: Path, when: str) -> None:
    folder = folder_of(tmp_path / "in", good=120)
    place = tmp_path / "x.db"
    stored = _run_and_kill(folder, place, when)
    with ss.open(place) as ledger:
        done = ledger.ingest(folder)
        reports = list(ledger.listing())
        claims = list(ledger.claims())
    assert done.new + done.known == len(reports) == 120
    assert done.known >= stored
    assert [row.claims for row in reports] == [reports[0].claims] * 120
    assert len({claim.id for claim in claims}) == len(claims) == 120 * (reports[0].claims or 0) > 0


def _run_and_kill(folder: Path, place: Path, when: str) -> int:
    """Start ingesting in another process, kill it, and say how many reports it had stored."""
    code = f"import secondsource as ss; ss.open({str(place)!r}).ingest({str(folder)!r})"
    with subprocess.Popen([sys.executable, "-c", code], env=dict(os.environ)) as process:
        while process.poll() is None and not _has_begun(place, when):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    with open_ledger(place) as ledger:
        return ledger.counts().reports


def _has_begun(place: Path, when: str) -> bool:
    if not place.exists() or place.stat().st_size == 0:
        return False
    with open_ledger(place) as ledger:
        counts = ledger.counts()
    return (counts.reports if when == "while storing" else counts.extracted) > 0
