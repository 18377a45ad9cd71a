"""Watches from the command line: added, told of after an ingest, listed, fed and removed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import Run

TEXT = "Commanders of the Islamic State and the Nusra Front met in Atareb on 2 November 2014."
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def place(small_ledger: Path, tmp_path: Path) -> str:
    copied = tmp_path / "copy.db"
    shutil.copy(small_ledger, copied)
    return str(copied)


def test_an_ingest_tells_what_is_news(run: Run, place: str, tmp_path: Path) -> None:
    done = run("watch", "add", "--tie", "islamic-state", "nusra-front", "--ledger", place)
    assert done.status == 0
    assert "what is known by now is no news" in done.err
    report = tmp_path / "more.jsonl"
    row = {"outlet": "Sample <Post>", "published": "2014-12-20", "text": TEXT}
    report.write_text(json.dumps(row) + "\n", encoding="utf-8")
    done = run("ingest", str(report), "--ledger", place)
    assert "see `secondsource watch news`" in done.err
    listed = run("watch", "list", "--ledger", place, "--format", "jsonl").records
    assert listed[0]["tie"] == ["islamic-state", "nusra-front"]
    assert listed[0]["news"] > 0
    feed = ET.fromstring(run("watch", "news", "--format", "atom", "--ledger", place).out)
    assert len(feed.findall(f"{ATOM}entry")) == listed[0]["news"]
    told = run("watch", "news", "--format", "jsonl", "--ledger", place).records
    assert {one["kind"] for one in told} <= {"new", "changed", "newly disputed"}
    assert all(one["claims"] and one["headline"] for one in told)
    assert run("watch", "news", "--format", "jsonl", "--ledger", place).records == []
    assert run("watch", "remove", "islamic-state–nusra-front", "--ledger", place).status == 0


def test_an_unknown_watch_is_named(run: Run, place: str) -> None:
    done = run("watch", "news", "nothing", "--ledger", place)
    assert done.status == 1
    assert "there is no watch of that name" in done.err
