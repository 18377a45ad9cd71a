"""What the rules see of ACLED's types in a text."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import extract_claims, load_acled
from secondsource.claims.coding.cues import weigh
from tests.claims.reading import layers_of

TYPES = [
    ("A suicide bomber blew himself up at a checkpoint in Kabul.", "Suicide bomb"),
    ("Warplanes carried out an air strike on the town of Atareb.", "Air/drone strike"),
    ("Thousands marched peacefully through Khartoum on Friday.", "Peaceful protest"),
    ("Police used tear gas to disperse the march.", "Protest with intervention"),
    ("The two sides signed a peace agreement in Juba.", "Agreement"),
    ("Gunmen kidnapped three aid workers near Goma.", "Abduction/forced disappearance"),
    ("Soldiers found a weapons cache and defused two bombs.", "Disrupted weapons use"),
]


@pytest.mark.parametrize(("text", "name"), TYPES)
def test_the_words_speak_loudest_for_the_type(parser: Parser, text: str, name: str) -> None:
    votes = weigh(text, extract_claims(layers_of(parser, text)))
    assert max(votes, key=lambda kind: votes[kind]) == name


def test_a_text_without_any_event_has_no_votes() -> None:
    assert weigh("The museum has forty paintings.", ()) == {}


def test_what_stands_first_counts_most_and_a_word_counts_once() -> None:
    early = weigh("A grenade exploded." + " Nothing else is known." * 40, ())
    late = weigh("Nothing else is known." * 40 + " A grenade exploded.", ())
    assert early["Grenade"] > late["Grenade"]
    assert weigh("grenade", ()) == weigh("grenade, grenade", ())


def test_the_codebook_is_whole() -> None:
    types = load_acled()
    assert len({kind.sub_event for kind in types}) == len(types) == 25
    assert len({kind.event for kind in types}) == 6
    for name in {kind.event for kind in types} - {"Riots", "Protests"}:
        assert len({kind.disorder for kind in types if kind.event == name}) == 1
