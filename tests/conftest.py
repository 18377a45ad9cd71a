"""What tests of several rooms share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import settings

import secondsource as ss
from secondsource.annotations.engines import load_parser
from secondsource.annotations.engines.parser import Parser

WIRE = (
    "Leaders of the Islamic State and the Nusra Front met in Atareb on 2 November 2014 and agreed "
    "to stop fighting each other, a Syrian opposition official said.\n\n"
    "About 100 fighters of the Hazm Movement defected to the Nusra Front, the official said. "
    "The two groups have fought each other since 2013.\n\n"
    "The Nusra Front is the Syrian branch of al-Qaeda, and the Pentagon said that no formal "
    "alliance has been confirmed."
)
DENIAL = (
    "The Nusra Front denied on Sunday that it had met the Islamic State in Atareb. "
    "“None of our commanders met them,” its spokesman said."
)
LATER = (
    "The Islamic State attacked positions of the Nusra Front near Aleppo on Monday, residents "
    "said. At least 14 fighters were killed. The United States bombed oil fields near Raqqa."
)
REPORTS = (
    ("Sample North", "2014-11-13", "Rival groups agree to stop fighting, official says", WIRE),
    ("Sample South", "2014-11-14", "Militants in Syria reach a truce", WIRE),
    ("Sample East", "2014-11-16", "Nusra Front denies meeting", DENIAL),
    ("Sample West", "2014-12-09", "Fighting breaks out again", LATER),
)

# A slow machine is no failure: speed is measured in bench/, never in a test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real parser, loaded once a session."""
    return load_parser()


@pytest.fixture(scope="session")
def small_reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A JSON lines file of four reports, one of them a reprint."""
    file = tmp_path_factory.mktemp("reports") / "small.jsonl"
    rows = [
        {"outlet": outlet, "published": published, "title": title, "text": text}
        for outlet, published, title, text in REPORTS
    ]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def small_ledger(small_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of those four reports; tests that write take a copy."""
    place = tmp_path_factory.mktemp("ledger") / "small.db"
    with ss.open(place) as ledger:
        done = ledger.ingest(small_reports)
    assert (done.new, done.rejected) == (4, ())
    return place
