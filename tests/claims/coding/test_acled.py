"""The ACLED type of a text's main event, and UCDP's type of violence."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import ViolenceType, code_acled, extract_claims, load_acled
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
VIOLENCE = [
    ("The Syrian army attacked the Nusra Front near Idlib.", ViolenceType.STATE_BASED),
    ("The Islamic State attacked the Nusra Front near Idlib.", ViolenceType.NON_STATE),
    ("Boko Haram killed villagers in Borno.", ViolenceType.ONE_SIDED),
    ("Thousands marched through Idlib against the Nusra Front.", None),
]


@pytest.mark.parametrize(("text", "name"), TYPES)
def test_types(parser: Parser, text: str, name: str) -> None:
    found = code_acled(text, extract_claims(layers_of(parser, text)))
    assert found is not None
    assert found.type.sub_event == name
    assert 0 < found.score <= 1


@pytest.mark.parametrize(("text", "kind"), VIOLENCE)
def test_violence(parser: Parser, text: str, kind: ViolenceType | None) -> None:
    found = code_acled(text, extract_claims(layers_of(parser, text)))
    assert found is not None
    assert found.violence is kind


def test_a_text_without_any_event_has_no_type() -> None:
    assert code_acled("The museum has forty paintings.", ()) is None


def test_the_codebook_is_whole() -> None:
    types = load_acled()
    assert len({kind.sub_event for kind in types}) == len(types) == 25
    assert len({kind.event for kind in types}) == 6
    assert len({kind.event: kind.event for kind in types}) == 6
