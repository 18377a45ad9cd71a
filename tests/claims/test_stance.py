"""Modality, polarity and hedges, each with the words that carry them."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of

STANCES = [
    ("Nusra Front attacked Hazm.", "ASSAULT", "actual", "affirmed", []),
    ("Nusra Front did not attack Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front never attacked Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front will attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front plans to attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front agreed to attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front may attack Hazm.", "ASSAULT", "possible", "affirmed", []),
    ("If Nusra Front attacks Hazm, the truce is over.", "ASSAULT", "hypothetical", "affirmed", []),
    ("Nusra Front urged Islamic State to attack Hazm.", "ASSAULT", "requested", "affirmed", []),
    ("Nusra Front refused to attack Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front reportedly attacked Hazm.", "ASSAULT", "actual", "affirmed", ["reportedly"]),
    (
        "Nusra Front is believed to have attacked Hazm.",
        "ASSAULT",
        "actual",
        "affirmed",
        ["believed"],
    ),
    (
        "Islamic State and Nusra Front appear to have formed an alliance.",
        "ally",
        "actual",
        "affirmed",
        ["appear"],
    ),
    (
        "Islamic State and Nusra Front met. No alliance has been confirmed.",
        "ally",
        "actual",
        "unconfirmed",
        [],
    ),
]


@pytest.mark.parametrize(("text", "type_", "modality", "polarity", "hedges"), STANCES)
def test_stance(
    parser: Parser, text: str, type_: str, modality: str, polarity: str, hedges: list[str]
) -> None:
    found = [
        (claim.modality.value, claim.polarity.value, [hedge.text for hedge in claim.hedges])
        for claim in claims_of(parser, text)
        if claim.type.value == type_
    ]
    assert (modality, polarity, hedges) in found


def test_another_s_denial_stays_in_its_own_clause(parser: Parser) -> None:
    text = "The United States has not said Nusra Front is targeted but its planes attacked Hazm."
    claims = {claim.trigger.text: claim for claim in claims_of(parser, text)}
    assert claims["targeted"].polarity.value == "unconfirmed"
    assert claims["attacked"].polarity.value == "affirmed"
