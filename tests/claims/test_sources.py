"""The attribution chain of a claim."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of

CHAINS = [
    ("Nusra Front attacked Hazm.", []),
    ("Nusra Front attacked Hazm, the Pentagon said.", [("the Pentagon", None)]),
    ("A source told Reuters that Nusra Front attacked Hazm.", [("A source", "Reuters")]),
    ("Nusra Front reportedly attacked Hazm.", []),
]


@pytest.mark.parametrize(("text", "links"), CHAINS)
def test_chain(parser: Parser, text: str, links: list[tuple[str, str | None]]) -> None:
    claim = next(claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT")
    found = [(link.source.text, link.via.text if link.via else None) for link in claim.attribution]
    assert found == links


def test_a_source_is_no_party_of_what_it_says(parser: Parser) -> None:
    text = "According to Human Rights Watch, Islamic State was advancing on Monday."
    for claim in claims_of(parser, text):
        everyone = (*claim.actors, *claim.recipients)
        assert "human-rights-watch" not in {party.id for party in everyone}
