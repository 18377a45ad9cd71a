"""What the words say of a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import Layers, Parser, SourceDetails, SourceType, load_registry
from secondsource.annotations.actors import find_actors
from secondsource.annotations.attributions import find_attributions
from secondsource.reports import from_text
from secondsource.text import Span


def _described(parser: Parser, text: str, outlet: str | None = None) -> tuple[SourceDetails, ...]:
    report = from_text(text, outlet=outlet)
    layers = Layers(report=report, parse=next(iter(parser.parse([report]))))
    layers = replace(layers, actors=find_actors(layers, load_registry()))
    return find_attributions(layers)[0].details


def _words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span is not None else None


ROLES = [
    ("A diplomat said that the talks had failed.", SourceType.ANONYMOUS, "diplomat"),
    ("Villagers said that the bridge had been blown up.", SourceType.ANONYMOUS, "villager"),
    ("The video shows that the column left the city.", SourceType.DOCUMENT, "video"),
    ("A spokeswoman said that the army had left.", SourceType.OFFICE_HOLDER, "spokeswoman"),
    ("Human Rights Watch said that the town was hit.", SourceType.NAMED_ORGANISATION, None),
    ("A second source, a fighter, said that the town fell.", SourceType.ANONYMOUS, "fighter"),
]


@pytest.mark.parametrize(("text", "type_", "role"), ROLES)
def test_type_and_role(parser: Parser, text: str, type_: SourceType, role: str | None) -> None:
    (details,) = _described(parser, text)
    assert (details.type, details.role) == (type_, role)


AFFILIATIONS = [
    ("A Syrian opposition official said it was over.", "Syrian opposition", "syrian-opposition"),
    ("An al-Nusra source said that it was over.", "al-Nusra", "nusra-front"),
    ("Al-Nusra's spokesman said that it was over.", "Al-Nusra", "nusra-front"),
    (
        "A commander with the Free Syrian Army said that it was over.",
        "the Free Syrian Army",
        "free-syrian-army",
    ),
    (
        "A commander of a brigade of the Free Syrian Army said that it was over.",
        "a brigade of the Free Syrian Army",
        "free-syrian-army",
    ),
    ("American officials said that it was over.", "American", "united-states"),
    ("A rebel commander said that it was over.", "rebel", None),
    ("A resident said that it was over.", None, None),
    ("The group's apparent leader said that it was over.", "The group", None),
]


@pytest.mark.parametrize(("text", "words", "actor"), AFFILIATIONS)
def test_affiliation(parser: Parser, text: str, words: str | None, actor: str | None) -> None:
    (details,) = _described(parser, text)
    assert (_words(text, details.affiliation), details.affiliate) == (words, actor)


PLACES = [
    ("An official speaking in Turkey said that it was over.", "Turkey"),
    ("A diplomat in Ankara said that it was over.", "Ankara"),
    ("A resident of Damascus said that it was over.", "Damascus"),
    ("A Britain-based monitoring group said that it was over.", "Britain"),
    ("An official said that it was over in Turkey.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_location(parser: Parser, text: str, place: str | None) -> None:
    (details,) = _described(parser, text)
    assert _words(text, details.location) == place


NEAR = [
    ("A source close to the group said that it was over.", "close to the group"),
    ("Two people familiar with the talks said that it was over.", "familiar with the talks"),
    (
        "An activist with direct knowledge of the talks said that it was over.",
        "with direct knowledge of the talks",
    ),
    (
        "The official said the talks were closely followed by members of his party.",
        "closely followed by members of his party",
    ),
    ("The official said the talks were followed by a dinner.", None),
]


@pytest.mark.parametrize(("text", "words"), NEAR)
def test_closeness(parser: Parser, text: str, words: str | None) -> None:
    (details,) = _described(parser, text)
    assert _words(text, details.closeness) == words


NAMELESS = [
    (
        "A diplomat who declined to be named because the talks are secret said it was over.",
        "who declined to be named because the talks are secret",
    ),
    (
        "It was over, an official said on condition of anonymity for fear of reprisals.",
        "on condition of anonymity for fear of reprisals",
    ),
    (
        "A commander, who gave only his first name, said it was over.",
        "who gave only his first name",
    ),
    ("A diplomat said that it was over.", None),
]


@pytest.mark.parametrize(("text", "words"), NAMELESS)
def test_anonymity(parser: Parser, text: str, words: str | None) -> None:
    (details,) = _described(parser, text)
    assert _words(text, details.anonymity) == words


def test_each_of_several_sources_is_described(parser: Parser) -> None:
    text = "A rebel commander and a Syrian opposition official said that it was over."
    details = _described(parser, text)
    assert [_words(text, row.words) for row in details] == [
        "A rebel commander",
        "a Syrian opposition official",
    ]
    assert [row.role for row in details] == ["commander", "official"]


def test_two_titles_of_one_name_are_one_source(parser: Parser) -> None:
    text = "Retired army officer and military analyst John Smith said that it was over."
    (details,) = _described(parser, text)
    assert details.head.of(text) == "Smith"


def test_an_outlet_of_its_own(parser: Parser) -> None:
    (details,) = _described(parser, "The Guardian said that it was over.", "The Guardian")
    assert (details.type, details.role) == (SourceType.SELF, "own outlet")
