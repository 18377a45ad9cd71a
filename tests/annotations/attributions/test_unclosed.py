"""Speech whose closing mark was forgotten."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.sentences import Read


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"The town is ours, the commander said.', "the commander", '"The town is ours,'),
        ("“Who will help us? I said so then, and I say so now.", None, None),
        (
            "“We hold the hill and will hold it, said Salem Haddad, a fighter.",
            "Salem Haddad, a fighter",
            "“We hold the hill and will hold it,",
        ),
        (
            '"Nobody was hurt, the mayor said. The army denied that.',
            "the mayor",
            '"Nobody was hurt,',
        ),
    ],
)
def test_speech_ends_where_somebody_says_it(
    read: Read, text: str, source: str | None, content: str | None
) -> None:
    said = [row for row in read(text) if row.cue[0].of(text) == "said"]
    words = [(row.source[0].of(text), row.content[0].of(text)) for row in said]
    assert words == ([(source, content)] if source else [])


def test_speech_that_goes_on_in_the_next_paragraph_is_left_open(read: Read) -> None:
    text = "“The road is shut, the officials said, and nobody cares.\n“So we walk,” she said."
    outer = read(text)[0]
    assert outer.source[0].of(text) == "she"
    assert outer.content[0].of(text) == text[: text.index(" she")]
