"""Who is who among a report's sources."""

from __future__ import annotations

import pytest

from secondsource.annotations import Layers, Parser
from secondsource.claims.informants import tell_apart
from tests.claims.reading import claims_of, layers_of

LEAD = "A rebel commander and a Syrian opposition official said that Hazm attacked Nusra Front.\n\n"
OFFICIAL, COMMANDER = "syrian opposition official", "rebel commander"

CASES = [
    (LEAD, [[COMMANDER, OFFICIAL]]),
    (LEAD + "The official said it was over.", [[COMMANDER, OFFICIAL], [OFFICIAL]]),
    (
        LEAD + "The rebel commander said it was over. He said he had seen it.",
        [[COMMANDER, OFFICIAL], [COMMANDER], [COMMANDER]],
    ),
    (LEAD + "He said it was over.", [[COMMANDER, OFFICIAL], [None]]),
    (LEAD + "They said it was over.", [[COMMANDER, OFFICIAL], [COMMANDER, OFFICIAL]]),
    (
        LEAD + "According to the sources, it was over.",
        [[COMMANDER, OFFICIAL], [COMMANDER, OFFICIAL]],
    ),
    (
        LEAD + "Another commander said it was over.",
        [[COMMANDER, OFFICIAL], ["commander#2"]],
    ),
    (
        (
            "An American official said it began. An opposition official said it was over. "
            "The American official said it failed."
        ),
        [["american official"], ["opposition official"], ["american official"]],
    ),
    (
        "A resident said it began. Another resident said it was over.",
        [["resident"], ["resident#2"]],
    ),
    (
        "A source told Reuters that it began. An al-Nusra source told the BBC that it was over.",
        [["source"], ["al nusra source#2"]],
    ),
    ("A monitoring group said it began. He said it was over.", [["monitoring group"], [None]]),
    ("Three residents said it began. A resident said it was over.", [["residents"], ["resident"]]),
    (
        "Two diplomats said it began. Three diplomats said it was over.",
        [["diplomats"], ["diplomats#2"]],
    ),
    ("The Guardian said it began. The paper said it was over.", [["the-guardian"]] * 2),
    (
        "Human Rights Watch said it began. A spokesperson said it was over.",
        [["human-rights-watch"], ["human rights watch spokesperson"]],
    ),
]


@pytest.mark.parametrize(("text", "keys"), CASES)
def test_keys(parser: Parser, text: str, keys: list[list[str | None]]) -> None:
    layers = layers_of(parser, text)
    informed = tell_apart(layers)
    found = [[row.key for row in informed[mention.cue]] for mention in layers.attributions or ()]
    assert [row for at, row in enumerate(found) if not _nested(layers, at)] == keys


def _nested(layers: Layers, at: int) -> bool:
    return (layers.attributions or ())[at].nested_in is not None


def test_a_lead_announces_those_whom_the_report_then_names(parser: Parser) -> None:
    text = LEAD + (
        "A second source, a commander of two brigades affiliated with the Free Syrian Army who "
        "is called Abu Salim, said that Hazm attacked Nusra Front."
    )
    layers = layers_of(parser, text)
    first, last = (tell_apart(layers)[row.cue] for row in (layers.attributions or ())[:2])
    assert [row.key for row in first] == ["x-abu-salim", OFFICIAL]
    assert [row.name for row in last] == ["Abu Salim"]
    assert first[0].affiliate == last[0].affiliate == "free-syrian-army"


def test_an_open_reference_says_so(parser: Parser) -> None:
    layers = layers_of(parser, LEAD + "He said it was over.")
    (informant,) = tell_apart(layers)[(layers.attributions or ())[-1].cue]
    assert informant.id is None
    assert "not sure" in (informant.why or "")


def test_what_is_said_of_an_informant_is_gathered(parser: Parser) -> None:
    text = LEAD + (
        "The opposition official, who spoke in Turkey on condition of anonymity, said it was over. "
        "The official said that Hazm attacked Nusra Front."
    )
    claim = claims_of(parser, text)[-1]
    (informant,) = claim.attribution[-1].informants
    assert informant.role == "official"
    assert informant.affiliate == "syrian-opposition"
    assert informant.location is not None
    assert informant.location.text == "Turkey"
    assert informant.anonymity is not None
    assert informant.anonymity.text == "on condition of anonymity"


BODIES = [
    (
        "Human Rights Watch said it began. A spokesperson said it was over.",
        "human-rights-watch",
    ),
    ("A resident said it began. A spokesperson said it was over.", None),
    (
        "The Nusra Front released a tape on Monday. The recording says it is over.",
        "nusra-front",
    ),
    ("A resident saw a tape on Monday. The recording says it is over.", None),
]


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_the_body_behind_a_spokesperson_or_a_document(
    parser: Parser, text: str, body: str | None
) -> None:
    layers = layers_of(parser, text)
    (informant,) = tell_apart(layers)[(layers.attributions or ())[-1].cue]
    assert informant.affiliate == body
    assert (informant.affiliation is None) == (body is None)


OUTLETS = [
    (
        LEAD.replace(" said that", " told Reuters that") + "The official said it was over.",
        "Reuters",
    ),
    ("A source told Reuters it began. A resident said it was over.", None),
    ("John Kerry told CNN it began. Kerry said it was over.", None),
]


@pytest.mark.parametrize(("text", "outlet"), OUTLETS)
def test_whoever_has_no_name_told_it_all_to_one_outlet(
    parser: Parser, text: str, outlet: str | None
) -> None:
    layers = layers_of(parser, text)
    told = tell_apart(layers).outlet((layers.attributions or ())[-1].cue)
    assert (told.words.text if told else None) == outlet


def test_an_outlet_that_words_stand_for(parser: Parser) -> None:
    layers = layers_of(parser, "The Guardian said it began. A resident told the paper it was over.")
    told = tell_apart(layers).outlet((layers.attributions or ())[-1].cue)
    assert told is not None
    assert (told.words.text, told.name) == ("the paper", "The Guardian")


def test_people_who_are_not_told_apart(parser: Parser) -> None:
    layers = layers_of(parser, "Two officials said it began. An official said it was over.")
    rows = [tell_apart(layers)[mention.cue][0] for mention in layers.attributions or ()]
    assert [row.several for row in rows] == [True, False]
