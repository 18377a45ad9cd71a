"""The trained reader and the rules together on the main event of a text."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import ViolenceType, code_acled, extract_claims
from tests.claims.coding.answering import Answering
from tests.claims.reading import layers_of

CLASH = Answering({"Armed clash": 20.0})
VIOLENCE = [
    ("The Syrian army attacked the Nusra Front near Idlib.", ViolenceType.STATE_BASED),
    ("The Islamic State attacked the Nusra Front near Idlib.", ViolenceType.NON_STATE),
    ("Boko Haram killed villagers in Borno.", ViolenceType.ONE_SIDED),
    ("Clashes were reported in Borno.", None),
]


@pytest.mark.parametrize(("text", "kind"), VIOLENCE)
def test_violence(parser: Parser, text: str, kind: ViolenceType | None) -> None:
    found = code_acled(text, extract_claims(layers_of(parser, text)), CLASH)
    assert found is not None
    assert found.violence is kind


def test_where_no_force_is_used_there_is_no_type_of_violence(parser: Parser) -> None:
    text = VIOLENCE[0][0]
    claims = extract_claims(layers_of(parser, text))
    found = code_acled(text, claims, Answering({"Agreement": 20.0}))
    assert found is not None
    assert (found.type.event, found.violence) == ("Strategic developments", None)


def test_words_decide_where_the_reader_is_unsure() -> None:
    found = code_acled("A suicide bomber blew himself up.", (), Answering({}))
    assert found is not None
    assert found.type.sub_event == "Suicide bomb"
    assert 0 < found.score < 1


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_has_no_type(text: str) -> None:
    assert code_acled(text, (), CLASH) is None


def test_a_text_that_is_likeliest_about_nothing_has_none() -> None:
    assert code_acled("The museum has forty paintings.", (), Answering({"": 3.0})) is None
