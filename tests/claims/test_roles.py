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


US_ALLIES = "Nusra Front hid from attacks by the United States and its allies."
CONSTRUCTIONS = [
    # whoever is urged, or armed, to do it is whose act it is
    ("France urged Islamic State to end its attacks on the town.", "ASSAULT", [IS], ["town"]),
    ("The US launched an attack against the convoy.", "ASSAULT", ["united-states"], ["convoy"]),
    ("The US imposed sanctions on a bank.", "COERCE", ["united-states"], ["bank"]),
    ("The US carried out an attack on Monday.", "ASSAULT", ["united-states"], []),
    (
        "The Islamic State advanced. The US armed the Hazm Movement to push them back.",
        "ASSAULT",
        [HAZM],
        [IS],
    ),
    ("France lifted sanctions on Iran.", "CONCEDE", ["france"], ["Iran"]),
    ("France demanded that Iran release the men.", "REQUEST", ["france"], ["iran"]),
    ("France refused to lift sanctions on Iran.", "REJECT", ["france"], ["Iran"]),
    ("Russia signed a treaty with Iran.", "SUPPORT", ["russia"], ["iran"]),
    ("Russia welcomed the decision of Iran.", "SUPPORT", ["russia"], ["Iran"]),
    (
        "Britain, the US and Iran are among those who have attacked Islamic State.",
        "ASSAULT",
        ["united-kingdom", "united-states", "iran"],
        [IS],
    ),
    (
        "France has counted on arming the Hazm Movement to drive back Islamic State.",
        "ASSAULT",
        [HAZM],
        [IS],
    ),
    # the accused are the doers, not their accusers
    (
        "Nusra Front has accused Islamic State forces of launching rocket attacks near the dam.",
        "ASSAULT",
        [IS],
        [],
    ),
    # the allies of one are not another who was spoken of
    (US_ALLIES, "ASSAULT", [US], []),
    # an active participle after "and" keeps its subject
    ("Nusra Front killed a guard and injured 14 others.", "ASSAULT", [NUSRA], ["14 others"]),
    # "where they fight" is no object
    (
        "The jet hit a Hezbollah post in the province where Nusra Front is fighting Islamic State.",
        "ASSAULT",
        [NUSRA],
        [IS],
    ),
    # a result is brought about by the clause's subject
    (
        "Nusra Front shelled Islamic State positions in the southern hills, destroying a depot.",
        "ASSAULT",
        [NUSRA],
        ["depot"],
    ),
    # a freed town was taken, a freed man let go
    ("The Syrian army freed a town by the river.", "ASSAULT", ["syria-military"], ["town"]),
    # what one side presses for with another is for both
    ("Nusra Front pushed for reconciliation with Islamic State.", "AGREE", [NUSRA], [IS]),
]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), CONSTRUCTIONS)
def test_who_is_behind_what(
    parser: Parser, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    found = [who(claim) for claim in claims_of(parser, text) if claim.type.value == type_]
    assert (actors, recipients) in found


NOT_SO = [
    # words, a type, and an actor who must not be said to do it
    ("France urged Islamic State to end its attacks on the town.", "ASSAULT", "france"),
    ("The Iran-backed Lebanese group attacked Islamic State.", "ASSAULT", "iran"),
    ("Shelling killed 12 and injured 900 more the Syrian Observatory said.", "ASSAULT", "any"),
    ("The jets killed a rebel commander in March 2011.", "PROTEST", "any"),
    ("A rebel spokesman, asked about the strike, said it failed.", "REQUEST", "any"),
    ("Nusra Front seeks to hold the hills.", "REQUEST", "any"),
    ("Nusra Front would face far stronger opposition in the north.", "REJECT", "any"),
    ("Nusra Front declined to comment after speaking with reporters.", "CONSULT", "any"),
    ("The Syrian opposition said little.", "REJECT", "any"),
    ("Barack Obama called the attack on the embassy in Libya cruel.", "REQUEST", "any"),
    ("The United States embassy in Kabul was closed on Sunday.", "MOBILIZE", "any"),
    ("Barack Obama lost the campaign in the west.", "ASSAULT", "any"),
    ("The village was burnt. Residents began to leave their homes.", "RETREAT", "their"),
]


@pytest.mark.parametrize(("text", "type_", "party"), NOT_SO)
def test_who_is_not_behind_it(parser: Parser, text: str, type_: str, party: str) -> None:
    rows = [who(claim) for claim in claims_of(parser, text) if claim.type.value == type_]
    if party == "any":
        rows = [row for row in rows if row[0]]
    else:
        rows = [row for row in rows if party in (*row[0], *row[1])]
    assert not rows
