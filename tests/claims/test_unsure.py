"""Parties whom the report leaves open: kept in their words, with the reason in `show --why`."""

from __future__ import annotations

import pytest

from secondsource import views
from secondsource.annotations import Parser
from secondsource.claims import extract_claims
from tests.claims.reading import layers_of

WHY_GROUP = "not sure who: 'Ahrar al-Sham' and 'Nusra Front' both fit"
WHY_THEY = "'Syrian military' and 'Ahrar al-Sham' both fit"


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Nusra Front fought Ahrar al-Sham near Homs. The group attacked a base.", "group",
         WHY_GROUP),
        ("The Syrian army fought Nusra, and Ahrar al-Sham fought Hezbollah. They shelled a town.",
         "They", WHY_THEY),
    ],
)  # fmt: skip
def test_an_unsure_party_says_which_two_fit(
    parser: Parser, text: str, words: str, why: str
) -> None:
    layers = layers_of(parser, text)
    claim = extract_claims(layers)[-1]
    [party] = claim.actors
    assert (party.id, party.words.text) == (None, words)
    rows = views.why_of(claim, layers.actors or (), ())
    assert [row.because for row in rows if row.part == "actor"] == [why]


def test_an_it_that_is_nobody_is_no_party(parser: Parser) -> None:
    claims = extract_claims(layers_of(parser, "It attacked a base. We shelled a village."))
    assert not any(claim.actors for claim in claims)
