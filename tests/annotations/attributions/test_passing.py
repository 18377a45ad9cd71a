"""Sources whom another source cites or quotes."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.sentences import Read

CITED = [
    (
        "Reuters, citing two officials, said that rebels attacked the convoy.",
        [("Reuters", "said"), ("two officials", "citing")],
    ),
    (
        "The paper reported, citing two officials, that rebels attacked the convoy.",
        [("The paper", "reported"), ("two officials", "citing")],
    ),
    (
        "Citing a military source, SANA said that rebels attacked the convoy.",
        [("a military source", "Citing"), ("SANA", "said")],
    ),
    (
        "Rebels attacked the convoy, AFP reported, quoting residents.",
        [("residents", "quoting"), ("AFP", "reported")],
    ),
    (
        "Rebels attacked the convoy, according to the BBC, citing activists.",
        [("activists", "citing"), ("the BBC", "according to")],
    ),
]


@pytest.mark.parametrize(("text", "rows"), CITED)
def test_citing(read: Read, text: str, rows: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(row.source[0].of(text), row.cue[0].of(text)) for row in found] == rows
    assert {row.content[0].of(text).removeprefix("that ").casefold() for row in found} == {
        "rebels attacked the convoy"
    }


QUOTED = [
    ("Interfax quoted the minister as saying that the road was shut.", "the minister"),
    ("SANA quoted a military source as saying the road was shut.", "a military source"),
]


@pytest.mark.parametrize(("text", "source"), QUOTED)
def test_quoted_as_saying(read: Read, text: str, source: str) -> None:
    saying = next(row for row in read(text) if row.cue[-1].of(text).endswith("saying"))
    assert saying.source[0].of(text) == source
    assert saying.content[0].of(text).endswith("the road was shut")


def test_what_is_no_source_is_not_cited_as_one(read: Read) -> None:
    text = "The army, citing a lack of fuel, said that it had withdrawn."
    holding = [row for row in read(text) if row.content[0].of(text).endswith("had withdrawn")]
    assert [row.source[0].of(text) for row in holding] == ["The army"]
