"""The two tables behind the reader."""

from __future__ import annotations

from importlib.resources import files

import pytest

from secondsource.annotations.attributions.lexicon import CueKind, cue_table
from secondsource.annotations.attributions.outlets import is_outlet


def _rows(name: str) -> list[list[str]]:
    path = files("secondsource.annotations.attributions").joinpath(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_row_of_the_cue_table_is_read_once() -> None:
    assert len(cue_table()) == len(_rows("cues.tsv"))


@pytest.mark.parametrize(
    ("lemma", "part", "kind", "frame", "preposition"),
    [
        ("say", "verb", CueKind.SAY, "that", None),
        ("threaten", "verb", CueKind.THREAT, "inf", None),
        ("call", "verb", CueKind.SAY, "np", "for"),
        ("certain", "adj", CueKind.BELIEF, "that", "of"),
        ("warning", "noun", CueKind.WARNING, "that", "of"),
    ],
)
def test_rows_of_the_cue_table(
    lemma: str, part: str, kind: CueKind, frame: str, preposition: str | None
) -> None:
    row = cue_table()[lemma, part]
    assert row.kind is kind
    assert frame in row.frames
    assert preposition is None or preposition in row.prepositions


def test_a_word_makes_one_sort_of_source() -> None:
    words = [row[0] for row in _rows("sources.tsv")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("The Associated Press", True),
        ("Agence France-Presse", True),
        ("the Guardian", True),
        ("parliament", False),
        ("the guardians of the shrine", False),
        ("APRIL", False),
    ],
)
def test_names_of_outlets(words: str, outlet: bool) -> None:
    assert is_outlet(words) is outlet
