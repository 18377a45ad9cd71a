"""Who is said to be behind an act, and whether they own to it."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import EventType
from tests.claims.reading import claims_of, who

# The act's actor and polarity, and whoever says so.
ANSWERS = [
    ("Islamic State claimed responsibility for the bombing.", "affirmed", ["Islamic State"]),
    ("Islamic State was responsible for the attack on Hazm.", "affirmed", []),
    ("Islamic State denied any role in the attack.", "denied", ["Islamic State"]),
    ("Islamic State denied responsibility for the attack.", "denied", ["Islamic State"]),
    ("Islamic State denied carrying out the attack on Hazm.", "denied", ["Islamic State"]),
    ("Islamic State had no role in the attack on Hazm.", "denied", []),
    ("Turkey accused Islamic State of attacking Hazm.", "affirmed", ["Turkey"]),
    ("Turkey accused Islamic State of attacks on Hazm.", "affirmed", ["Turkey"]),
    ("Turkey blamed Islamic State for the attack on Hazm.", "affirmed", ["Turkey"]),
    ("Turkey kept Islamic State from attacking Hazm.", "denied", []),
    ("A spokesman said that Islamic State denied attacking Hazm.", "denied", None),
]


@pytest.mark.parametrize(("text", "polarity", "sources"), ANSWERS)
def test_whoever_answers_for_the_act_is_its_actor(
    parser: Parser, text: str, polarity: str, sources: list[str] | None
) -> None:
    [act] = [claim for claim in claims_of(parser, text) if claim.type is EventType.ASSAULT]
    assert who(act)[0] == ["islamic-state"]
    assert act.polarity.value == polarity
    if sources is not None:
        assert [link.source.text for link in act.attribution] == sources


def test_a_denial_that_somebody_else_reports_keeps_both_in_the_chain(parser: Parser) -> None:
    text = "Spokesman Ali Hassan said the Nusra Front denied attacking Hazm."
    [act] = [claim for claim in claims_of(parser, text) if claim.trigger.text == "attacking"]
    assert [link.source.text for link in act.attribution] == [
        "Spokesman Ali Hassan",
        "the Nusra Front",
    ]
    assert act.polarity.value == "denied"


def test_nobody_who_claims_it_is_no_actor(parser: Parser) -> None:
    text = "No group has claimed responsibility for the attack on Hazm."
    assert [who(claim)[0] for claim in claims_of(parser, text)] == [[]]


def test_taking_up_a_part_is_no_claim_of_the_whole(parser: Parser) -> None:
    text = "Turkey ended its involvement in the war."
    assert [claim for claim in claims_of(parser, text) if claim.trigger.text == "war"] == []


CERTAIN = [
    "The official said he was certain that Islamic State attacked Hazm.",
    '"We are certain that Islamic State attacked Hazm," the official said.',
    "The official is certain that Islamic State attacked Hazm.",
]


@pytest.mark.parametrize("text", CERTAIN)
def test_quoted_certainty_is_the_source_s(parser: Parser, text: str) -> None:
    [act] = claims_of(parser, text)
    assert [link.source.text.lower() for link in act.attribution] == ["the official"]
    assert [word.text for word in act.polarity_words] == ["certain"]
    assert act.hedges == ()


def test_a_hyphenated_hedge_is_one(parser: Parser) -> None:
    text = "Islamic State ended the so-called attack on Hazm."
    assert [hedge.text for claim in claims_of(parser, text) for hedge in claim.hedges] == [
        "so-called"
    ]
