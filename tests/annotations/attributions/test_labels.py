"""Speakers named without a verb: colons, transcripts, headlines."""

from __future__ import annotations

import pytest

from tests.annotations.attributions.sentences import Read

HEADLINES = [
    ("Rebels seize border town: monitor", "monitor", ":", "Rebels seize border town"),
    ("Twenty killed in market blast - police", "police", "-", "Twenty killed in market blast"),
    ("Air strike kills nine in valley – report", "report", "–", "Air strike kills nine in valley"),
    ("Cell trained fighters at camp: report", "report", ":", "Cell trained fighters at camp"),
    ("Talks collapse in capital: Reuters", "Reuters", ":", "Talks collapse in capital"),
    ("UN: 40,000 flee fighting in the east", "UN", ":", "40,000 flee fighting in the east"),
    ("Officials: bombs hit the refinery", "Officials", ":", "bombs hit the refinery"),
    (
        "Haddad: The truce is dead\nThe truce has failed, Haddad said on Friday.",
        "Haddad",
        ":",
        "The truce is dead",
    ),
    ("Minister says rebels broke truce", "Minister", "says", "rebels broke truce"),
    ("Army retakes dam, says minister", "minister", "says", "Army retakes dam"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), HEADLINES)
def test_headlines(read: Read, text: str, source: str, cue: str, content: str) -> None:
    found = [
        tuple(
            " ".join(span.of(text) for span in part) for part in (row.source, row.cue, row.content)
        )
        for row in read(text)
    ]
    assert (source, cue, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Syria: attack on base was a declaration of war",
        "DAMASCUS: Rebels took the town on Friday.",
        "DAMASCUS: Rebels took the town.\nBEIRUT: A bomb killed nine people.",
        "OPINION: The war will be long",
        "VIDEO: The raid on the dam",
        "A bitter truth: nobody won the war",
        "The siege of the hill town: a timeline",
        "Haddad: The truce is dead",
        "Q: Who fired first?\nA: Nobody knows.",
        "Nine people died in three places: a market, a school and police",
    ],
)
def test_other_colons_name_nobody(read: Read, text: str) -> None:
    assert not [row for row in read(text) if row.cue[0].of(text) in (":", "-", "–")]


def test_a_headlines_form_counts_at_the_head_only(read: Read) -> None:
    text = "The town fell.\nNobody was left.\nThe rest is known: police"
    assert read(text)[1:] == ()


def test_turns_of_a_transcript(read: Read) -> None:
    text = (
        "INTERVIEWER: Who fired first?\n"
        "SALEM HADDAD: The other side did. We answered.\n"
        "It went on all night.\n"
        "INTERVIEWER: And the dam?\n"
        "SALEM HADDAD: It held.\n"
        "The talk was cut for length."
    )
    turns = [
        (row.source[0].of(text), row.content[0].of(text))
        for row in read(text)
        if row.cue[0].of(text) == ":"
    ]
    assert turns == [
        ("INTERVIEWER", "Who fired first?"),
        ("SALEM HADDAD", "The other side did. We answered.\nIt went on all night."),
        ("INTERVIEWER", "And the dam?"),
        ("SALEM HADDAD", "It held."),
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The minister: “We will not yield.”", "The minister", "“We will not yield.”"),
        ("Colonel Salem Haddad: “They left.”", "Colonel Salem Haddad", "“They left.”"),
    ],
)
def test_a_name_and_a_colon_before_speech(read: Read, text: str, source: str, content: str) -> None:
    (found,) = read(text)
    assert (found.source[0].of(text), found.content[0].of(text)) == (source, content)
