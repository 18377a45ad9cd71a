"""A ledger to export: the small one, with a decision taken and one taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.exports import Selection, select
from secondsource.ledger import Ledger

TOLD = (
    "Omar Bakery, a resident, said that the Islamic State attacked Kobani on 2 November 2014 and "
    "killed 12 civilians. Bakery fled on Monday.\n\n"
    "Lena Miller, a teacher, was in Raqqa when the United States bombed the town on Tuesday."
)


@pytest.fixture(scope="session")
def told_ledger(small_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ledger with one more report, by a private person, and three decisions."""
    folder = tmp_path_factory.mktemp("told")
    place = folder / "told.db"
    shutil.copy(small_ledger, place)
    story = folder / "omar-bakery.txt"
    story.write_text(TOLD, encoding="utf-8")
    with ss.open(place) as workspace:
        workspace.ingest(story)
        workspace.rename_actor("nusra-front", "al-Nusra", who="ann", why="shorter")
        taken = workspace.rename_actor("islamic-state", "=IS", who="ben")
        workspace.undo(taken.id, who="ann", why="no formula")
    return place


@pytest.fixture
def ledger(told_ledger: Path) -> Iterator[Ledger]:
    with ss.open(told_ledger) as workspace:
        yield workspace.ledger


@pytest.fixture
def everything(ledger: Ledger) -> Selection:
    """All of it, private persons masked."""
    return select(ledger)
