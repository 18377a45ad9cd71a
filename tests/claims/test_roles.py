"""Who does what to whom, over the constructions of news prose."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of, who

IS, NUSRA, QAEDA, US = "islamic-state", "nusra-front", "al-qaeda", "united-states"
HAZM, ASSAD = "hazm-movement", "syria-government"

EVENTS = [
    # active, passive, and passive with the doer in another phrase
    ("Nusra Front attacked the Hazm Movement.", "ASSAULT", [NUSRA], [HAZM]),
    ("The Hazm Movement was attacked by Nusra Front.", "ASSAULT", [NUSRA], [HAZM]),
    ("Three civilians were killed in Syrian regime air raids.", "ASSAULT", [ASSAD], ["civilians"]),
    # nominalisations and light verbs
    ("Nusra Front launched an assault on the Hazm Movement.", "ASSAULT", [NUSRA], [HAZM]),
    ("The assault by Nusra Front on the Hazm Movement went on.", "ASSAULT", [NUSRA], [HAZM]),
    ("Nusra Front's assault on the Hazm Movement went on.", "ASSAULT", [NUSRA], [HAZM]),
    # both sides do it
    ("Islamic State and Nusra Front met near the border.", "CONSULT", [IS], [NUSRA]),
    ("Islamic State met with Nusra Front.", "CONSULT", [IS], [NUSRA]),
    ("Clashes between Islamic State and Nusra Front went on.", "ASSAULT", [IS], [NUSRA]),
    ("Islamic State and Nusra Front have fought each other.", "ASSAULT", [IS], [NUSRA]),
    # both together against a third
    (
        "Islamic State and Nusra Front attacked the Hazm Movement.",
        "ASSAULT",
        [IS, NUSRA],
        [HAZM],
    ),
    # members stand for their group
    ("Leaders of Islamic State met commanders of Nusra Front.", "CONSULT", [IS], [NUSRA]),
    # an apposition names the recipient
    (
        "They wanted to destroy the Hazm Movement, a faction armed by the United States.",
        "AID",
        [US],
        [HAZM],
    ),
    # a whole that takes part through its list
    (
        "Islamic State offered to send fighters to Nusra Front.",
        "AGREE",
        [IS],
        [NUSRA],
    ),
    # whoever is not known keeps the report's words
    ("Islamic State destroyed a grain silo.", "ASSAULT", [IS], ["grain silo"]),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), EVENTS)
def test_parties_of_events(
    parser: Parser, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    found = [who(claim) for claim in claims_of(parser, text) if claim.type.value == type_]
    assert (actors, recipients) in found


TIES = [
    ("Nusra Front is the Syrian branch of al-Qaeda.", "affiliate", [NUSRA], [QAEDA]),
    ("Jund al-Aqsa has sworn allegiance to Islamic State.", "pledge", ["jund-al-aqsa"], [IS]),
    (
        "Islamic State leader Abu Bakr al-Baghdadi spoke.",
        "leader",
        ["abu-bakr-al-baghdadi"],
        [IS],
    ),
    ("Sixty Hazm fighters defected to Nusra Front.", "defection", [HAZM], [NUSRA]),
    (
        "Islamic State and Nusra Front formed an alliance.",
        "ally",
        [IS],
        [NUSRA],
    ),
    (
        "Islamic State and Nusra Front agreed to stop fighting each other.",
        "truce",
        [IS],
        [NUSRA],
    ),
    ("Although both are rooted in al-Qaeda, the groups fought.", "affiliate", [], []),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), TIES)
def test_parties_of_ties(
    parser: Parser, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    found = [who(claim) for claim in claims_of(parser, text) if claim.type.value == type_]
    assert ((actors, recipients) in found) if actors else not found


def test_a_meeting_without_names_is_of_those_last_spoken_of(parser: Parser) -> None:
    text = (
        "Islamic State and Nusra Front met near the border. "
        "The meeting took place on Sunday, an official said."
    )
    later = next(claim for claim in claims_of(parser, text) if claim.trigger.text == "meeting")
    assert who(later) == ([IS], [NUSRA])
    assert [evidence.text.split(".")[0] for evidence in later.evidence] == [
        "The meeting took place on Sunday, an official said",
        "Islamic State and Nusra Front met near the border",
    ]


NO_CLAIMS = [
    "The weather in the capital was fine on Monday.",
    "The minister struck a deal with himself to rest more.",
    "According to Reuters, it rained.",
    "Reuters met AFP.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_no_event_makes_no_assault(parser: Parser, text: str) -> None:
    assert not [claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT"]
