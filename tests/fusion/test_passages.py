"""Which stretches of a text stand in another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.fusion import shared_passages
from secondsource.fusion.passages import LEAST_RUN

WORDS = st.lists(st.sampled_from("the rebels took a town near Aleppo on Sunday it said".split()))


@pytest.mark.parametrize(
    ("text", "other", "shared"),
    [
        (
            "He said: the rebels took the town of Atareb on Sunday. Others fled.",
            "THE REBELS took the town of Atārib on Sunday",
            [],
        ),
        (
            "He said: the rebels took the town of Atareb on Sunday. Others fled.",
            "The rebels — took the town of “Atareb” on Sunday",
            ["the rebels took the town of Atareb on Sunday"],
        ),
        ("one two three four five six", "one two three four five six", []),
        (
            "one two three four five six seven",
            "one two three four five six seven",
            ["one two three four five six seven"],
        ),
        ("", "one two three four five six seven", []),
    ],
)
def test_runs_of_words_are_found(text: str, other: str, shared: list[str]) -> None:
    assert [span.of(text) for span in shared_passages(text, other)] == shared


@given(WORDS, WORDS)
def test_a_passage_is_long_and_stands_in_the_other(mine: list[str], other: list[str]) -> None:
    text, against = " ".join(mine), " ".join(other)
    for span in shared_passages(text, against):
        words = span.of(text).split()
        assert len(words) >= LEAST_RUN
        assert " ".join(words[:LEAST_RUN]).casefold() in against.casefold()


@given(WORDS)
def test_a_text_stands_in_itself(words: list[str]) -> None:
    text = " ".join(words)
    found = [span.of(text) for span in shared_passages(text, text)]
    assert found == ([text] if len(words) >= LEAST_RUN else [])
