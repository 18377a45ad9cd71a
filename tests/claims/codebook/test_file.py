"""Codebooks as files: what is read, and every error with its line and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.claims import EventType, TieType, ViolenceType, read_codebook
from secondsource.errors import UsageError

GOOD = """\
codebook: ours
types:
  - name: siege
    parent: COERCE
    definition: A town is closed off.
    mode: siege
    contexts: [military]
    acled: Non-violent transfer of territory
    ucdp: one-sided violence
    lexicon:
      - {verbs: [besiege, Lay  Siege], nouns: siege, prepositions: [of], affects: yes}
      - verbs: [come under siege]
        swapped: true
  - {name: arms, parent: support, definition: Arms are given., lexicon: {verbs: arm}}
examples:
  - {text: The army besieged Haran., type: siege, source: The army, target: Haran}
  - {text: Iran armed the militia and besieged Haran., type: [siege, arms]}
  - {text: Police arrested a man., type: none}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_fields_are_read(tmp_path: Path) -> None:
    found = read_codebook(written(tmp_path, GOOD))
    siege, arms = found.types
    assert (found.name, siege.parent, arms.parent) == ("ours", EventType.COERCE, TieType.SUPPORT)
    assert (siege.mode, siege.contexts, siege.violence) == (
        "siege",
        ("military",),
        ViolenceType.ONE_SIDED,
    )
    first, second = siege.words
    assert (first.verbs, first.nouns) == (("besiege", "lay siege"), ("siege",))
    assert (first.entry.affects, first.entry.code, first.entry.mode) == (True, "siege", "siege")
    assert (first.entry.swapped, second.entry.swapped) == (False, True)
    one, both, none = found.examples
    assert one.source is not None
    assert one.source.of(one.text) == "The army"
    assert one.target is not None
    assert one.target.of(one.text) == "Haran"
    assert (both.types, none.types) == ({"siege", "arms"}, frozenset())
    assert (one.line, none.line) == (16, 18)


def test_words_go_to_the_lexicon_of_their_parent(tmp_path: Path) -> None:
    found = read_codebook(written(tmp_path, GOOD))
    assert set(found.lexicon(EventType).verbs) == {"besiege", "lay", "come"}
    assert set(found.lexicon(TieType).verbs) == {"arm"}


def test_a_changed_file_is_another_codebook(tmp_path: Path) -> None:
    first = read_codebook(written(tmp_path, GOOD))
    assert read_codebook(written(tmp_path, GOOD)) == first
    assert read_codebook(written(tmp_path, GOOD.replace("besiege,", "surround,"))) != first


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("parent: COERCE", "parent: COERSE", 4, "parent 'COERSE' is unknown (write one of: AGREE"),
        ("    parent: COERCE\n", "", 3, "the type has no field 'parent'"),
        ("    definition: A town is closed off.\n", "", 3, "no field 'definition'"),
        ("name: siege", "name: The Siege", 3, "name 'The Siege' cannot be used (write small"),
        ("name: arms", "name: siege", 14, "the type 'siege' is given twice"),
        ("name: arms", "name: none", 14, "'none' is the label of examples of no type"),
        ("acled: Non", "acled: Nun", 8, "sub-event type"),
        ("one-sided violence", "violence", 9, "(write one of: state-based conflict"),
        ("affects: yes", "affects: maybe", 11, "affects 'maybe' is no yes or no"),
        ("affects: yes", "effects: yes", 11, "unknown field 'effects'"),
        ("verbs: [come under siege]", "prepositions: [by]", 12, "the lexicon entry has no words"),
        (
            "type: none",
            "type: nothing",
            18,
            "there is no type 'nothing' (write one of: siege,",
        ),
        ("[siege, arms]", "[siege, none]", 17, "'none' stands beside a type"),
        (", type: none", "", 18, "the example has no field 'type' (give a type, or none)"),
        ("source: The army", "source: Troops", 16, "source 'Troops' is not in the text"),
        ("Police arrested a man.", "The army besieged Haran.", 18, "is given twice"),
        ("codebook: ours\n", "", 1, "the file has no field 'codebook'"),
        ("  - {name", "  - [name", 14, "this is no YAML"),
    ],
)
def test_each_error_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, told: str
) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(UsageError) as error:
        read_codebook(path)
    assert f"{path}, line {line}" in str(error.value)
    assert told in str(error.value)


def test_one_word_in_two_types_is_an_error(tmp_path: Path) -> None:
    text = GOOD.replace("parent: support", "parent: COERCE").replace("verbs: arm", "verbs: besiege")
    with pytest.raises(UsageError, match="'besiege' is a word of siege too"):
        read_codebook(written(tmp_path, text))


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("COERCE", "COERSE").replace("type: none", "type: nothing")
    with pytest.raises(UsageError) as error:
        read_codebook(written(tmp_path, text))
    assert "2 errors" in str(error.value)
    assert "line 4:" in str(error.value)
    assert "line 18:" in str(error.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"\xff\xfe", "this is not UTF-8"),
        (b"- a\n", "the file has no fields"),
        (b"codebook: x\n", "there are no types"),
        (b"a: &x [1]\nb: *x\n", "an alias"),
    ],
)
def test_files_that_are_none(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=told):
        read_codebook(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_codebook(tmp_path / "absent.yaml")
