"""Short names given in brackets."""

from __future__ import annotations

import pytest

from tests.annotations.actors.reading import actors_of, linked


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Local Relief Network (LRN) left Homs. LRN staff fled.", "LRN",
         "x-local-relief-network"),
        ("The Union of Free Doctors in Hama (UFDH) counted nine dead.",
         "Union of Free Doctors in Hama", "x-union-of-free-doctors-in-hama"),
        ("The Syrian Democratic Forces (SDF) took the hill. The SDF then left.", "SDF",
         "syrian-democratic-forces"),
    ],
)  # fmt: skip
def test_a_short_name_is_its_long_name_everywhere(text: str, words: str, actor: str) -> None:
    assert linked(text)[words] == actor


@pytest.mark.parametrize(
    "text",
    ["The Local Relief Network (XYZ) left Homs.", "Nine people (LRN) left Homs."],
)
def test_letters_that_are_no_initials_introduce_nothing(text: str) -> None:
    assert not any("introduced with" in mention.why for mention in actors_of(text))
