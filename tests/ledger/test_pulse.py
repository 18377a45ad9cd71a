"""A pulse changes with whatever is written, and with nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from secondsource.ledger import Ledger, NewDecision, open_ledger
from secondsource.ledger.pulse import Pulse

NOTE = NewDecision(who="mara", what="note", subject="x", why="a test")


def test_reading_leaves_the_pulse_as_it_is(ledger: Ledger) -> None:
    before = ledger.pulse()
    ledger.counts()
    list(ledger.reports())
    assert ledger.pulse() == before


def test_what_is_written_changes_it_whoever_writes(ledger: Ledger, place: str) -> None:
    if ledger.pulse() is None:
        assert place.startswith("postgresql")
        return
    seen = [ledger.pulse()]
    ledger.decide(NOTE)
    seen.append(ledger.pulse())
    with open_ledger(place) as other:
        other.decide(NOTE)
    seen.append(ledger.pulse())
    assert len(set(seen)) == 3


def test_a_write_that_is_taken_back_is_none(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x.db") as ledger:
        before = ledger.pulse()
        writing = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("CREATE TABLE extra (x)")
        assert ledger.pulse() == before
        writing.execute("ROLLBACK")
        writing.close()
        assert ledger.pulse() == before


def test_what_is_no_ledger_has_no_pulse(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("no database at all, but rather some words " * 40)
    pulse = Pulse(tmp_path / "x.db")
    assert pulse.beat() is None
    pulse.close()
    assert Pulse(None).beat() is None
    assert Pulse(tmp_path / "y.db").beat() is None
    assert not (tmp_path / "y.db").exists()
