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
    (
        "The state news agency said the army said Nusra Front attacked Hazm.",
        [("The state news agency", None), ("the army", None)],
    ),
    (
        "Citing a military source, the state news agency said Nusra Front attacked Hazm.",
        [("the state news agency", None), ("a military source", None)],
    ),
    (
        "The Observatory, citing its activists, said that Nusra Front attacked Hazm.",
        [("The Observatory", None), ("its activists", None)],
    ),
    (
        "The ministry was quoted by the news agency Interfax as saying Nusra Front attacked Hazm.",
        [("The ministry", "the news agency Interfax")],
    ),
    (
        "An official said the minister told reporters that Nusra Front attacked Hazm.",
        [("An official", None), ("the minister", None)],
    ),
    (
        "The group said that it had met Hazm, days after reports that Nusra Front attacked Hazm.",
        [],
    ),
    (
        "A commander said there were reports that Nusra Front attacked Hazm.",
        [("A commander", None)],
    ),
    (
        "A commander said he had learned that Nusra Front attacked Hazm.",
        [("A commander", None)],
    ),
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


NAMES = [
    ("The Pentagon said Nusra Front attacked Hazm.", "United States", "united-states"),
    (
        "A Syrian opposition official said Nusra Front attacked Hazm.",
        "A Syrian opposition official",
        None,
    ),
    (
        "Al-Nusra's spokesman, Abu Firas al-Suri, said Nusra Front attacked Hazm.",
        "Abu Firas al-Suri",
        "abu-firas-al-suri",
    ),
    ("A doctor, who did not give a name, said Nusra Front attacked Hazm.", "A doctor", None),
]


@pytest.mark.parametrize(("text", "name", "identity"), NAMES)
def test_names(parser: Parser, text: str, name: str, identity: str | None) -> None:
    claim = next(claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT")
    (link,) = claim.attribution
    assert (link.name, link.id) == (name, identity)


RECAPS = [
    ("An official had said that Nusra Front attacked Hazm.", "had said"),
    ("An official said that Nusra Front attacked Hazm.", None),
    ("An official has said that Nusra Front attacked Hazm.", None),
]


@pytest.mark.parametrize(("text", "words"), RECAPS)
def test_recaps(parser: Parser, text: str, words: str | None) -> None:
    claim = next(claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT")
    recap = claim.attribution[-1].recap
    assert (recap.text if recap else None) == words


@pytest.mark.parametrize(
    ("text", "recap"),
    [
        ("In October, an official said that Nusra Front attacked Hazm.", "October"),
        ("An official had said that Nusra Front attacked Hazm.", "had said"),
        ("An official said that Nusra Front attacked Hazm in October.", None),
        ("An official said on Thursday that Nusra Front attacked Hazm.", None),
    ],
)
def test_what_a_report_only_looks_back_on(parser: Parser, text: str, recap: str | None) -> None:
    claim = next(claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT")
    (link,) = claim.attribution
    assert (link.recap.text if link.recap else None) == recap


def test_how_it_was_said(parser: Parser) -> None:
    text = "The minister said in an interview with CNN that Nusra Front attacked Hazm."
    claim = next(claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT")
    (link,) = claim.attribution
    assert link.medium is not None
    assert link.medium.text == "in an interview"
    assert link.via is not None
    assert link.via.text == "CNN"


SAID = [
    ("Reuters reported last month that Nusra Front had attacked Hazm.", "2014-10"),
    ("An official said on Thursday that Nusra Front had attacked Hazm.", "2014-11-13"),
    ("An official said that Nusra Front had attacked Hazm on Thursday.", None),
    ("An official said that Nusra Front attacked Hazm.", None),
]


@pytest.mark.parametrize(("text", "edtf"), SAID)
def test_when_it_was_said(parser: Parser, text: str, edtf: str | None) -> None:
    claim = next(one for one in claims_of(parser, text) if one.attribution)
    said = claim.attribution[0].said
    assert (said.edtf if said else None) == edtf
    if said is not None:
        assert said.words.text in text
