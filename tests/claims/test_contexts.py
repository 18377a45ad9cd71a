"""PLOVER's contexts: by whole words and stems, several at once, none where nothing speaks."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims.contexts import contexts_of
from tests.claims.reading import claims_of


@pytest.mark.parametrize(
    ("sentence", "contexts"),
    [
        ("Troops shot at the crowd.", {"military"}),
        ("The Army's chief resigned before the elections.", {"military", "election"}),
        ("A court jailed the minister for bribery.", {"legal", "corruption"}),
        ("The ambassador spoke of human rights.", {"diplomatic", "hr"}),
        ("Inspectors visited the nuclear plant.", {"cbrn"}),
        ("The minister warned of a warm winter.", set()),
        ("A navel orange fell.", set()),
    ],
)
def test_words_speak_for_contexts(sentence: str, contexts: set[str]) -> None:
    assert set(contexts_of(sentence)) == contexts


def test_claims_have_the_contexts_of_their_own_sentence(parser: Parser) -> None:
    text = "Russia attacked the Islamic State with warplanes. Iran sued the United States in court."
    first, second = (claim for claim in claims_of(parser, text) if claim.kind.value == "event")
    assert "military" in first.contexts
    assert "legal" not in first.contexts
    assert second.contexts == ("legal",)
