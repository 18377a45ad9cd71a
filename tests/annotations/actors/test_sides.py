"""Metonyms, demonyms and descriptions by place and side, with the reason of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations.actors import find_actors, load_registry, with_sides
from secondsource.annotations.records import ActorMention, PlaceMention, PlacePrecision
from secondsource.reports import Basis, Stated
from secondsource.text import Span
from tests.annotations.actors.reading import layers_of, linked

COUNTRIES = {
    "Mosul": "IQ",
    "Aleppo": "SY",
    "eastern Ghouta": "SY",
    "Istanbul": "TR",
    "Pyongyang": "KP",
    "Burma": "MM",
    "Sinai": "EG",
    "Homs": "SY",
}


def sided(text: str, published: str | None = None) -> dict[str, ActorMention]:
    """The mentions by their words, with the places of `COUNTRIES` known."""
    layers = layers_of(text)
    if published:
        date = Stated(value=published, basis=Basis.GIVEN)
        layers = replace(layers, report=replace(layers.report, published=date))
    registry = load_registry()
    layers = replace(layers, actors=find_actors(layers, registry))
    places = [
        PlaceMention(
            span=Span(text.index(name), text.index(name) + len(name)),
            phrase=Span(text.index(name), text.index(name) + len(name)),
            name=name,
            country=country,
            precision=PlacePrecision.POPULATED_PLACE,
        )
        for name, country in COUNTRIES.items()
        if name in text
    ]
    return {one.span.of(text): one for one in with_sides(layers, places, registry)}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Kremlin denied the report.", "Kremlin", "russia"),
        ("Damascus said its air defences had shot down the drone.", "Damascus", "syria"),
        ("Talks between Tehran and Riyadh broke down.", "Riyadh", "saudi-arabia"),
        ("Beijing urged restraint and Seoul protested.", "Seoul", "south-korea"),
        ("They drove through Seoul at night.", "Seoul", None),
        ("Saudi rulers feared the advance.", "Saudi", "saudi-arabia"),
        ("Laurent Fabius met his Saudi counterpart.", "Saudi", "saudi-arabia"),
        ("Israeli forces crossed the fence.", "Israeli forces", "israel-military"),
        ("The Lebanese army clashed with militants.", "Lebanese army", "lebanon-military"),
        ("In Yemen, government forces retook the port.", "government forces", "yemen-military"),
        ("Downing Street said it was concerned.", "Downing Street", "united-kingdom"),
    ],
)
def test_words_that_stand_for_a_state(text: str, words: str, actor: str | None) -> None:
    assert linked(text).get(words) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor", "why"),
    [
        ("Government forces retook Mosul.", "Government forces", "iraq-military", "set in Iraq"),
        ("Government forces shelled Homs.", "Government forces", "syria-military", "set in Syria"),
        ("Rebels fired rockets at Aleppo.", "Rebels", "syrian-rebels", "set in Syria"),
        (
            "Opposition fighters left eastern Ghouta.",
            "Opposition fighters",
            "syrian-rebels",
            "set in Syria",
        ),
        (
            "The regime in Pyongyang tested a missile.",
            "regime",
            "north-korea-government",
            "North Korea",
        ),
        ("The junta in Burma freed a monk.", "junta", "myanmar-government", "Myanmar"),
        ("Police in Istanbul closed the road.", "Police", "turkey-government", "in Turkey"),
        ("Assad's troops entered the town.", "troops", "syria-military", "leader of Syria"),
        (
            "Khalifa Haftar said that his fighters had left.",
            "fighters",
            "libyan-national-army",
            "Haftar is leader",
        ),
    ],
)
def test_descriptions_by_place_and_side(text: str, words: str, actor: str, why: str) -> None:
    mention = sided(text)[words]
    assert mention.actor == actor
    assert why in mention.why


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foreign forces shelled Aleppo.", "forces"),
        ("A rebel group shelled Aleppo.", "rebel group"),
        ("Pro-government forces shelled Aleppo.", "Pro-government forces"),
        ("Government forces moved between Mosul and Aleppo.", "Government forces"),
        ("Government forces moved on.", "Government forces"),
        ("The baker's forces entered the town.", "forces"),
    ],
)
def test_what_is_not_plain_stays_open(text: str, words: str) -> None:
    assert all(one.actor is None for said, one in sided(text).items() if said == words)


@pytest.mark.parametrize(
    ("published", "actor"),
    [("2009-05-01", "egypt-military"), ("2011", "egypt-military"), ("2016-05", None)],
)
def test_a_ruler_s_forces_are_the_state_s_while_he_rules(published: str, actor: str | None) -> None:
    text = "Hosni Mubarak's troops entered the square."
    assert sided(text, published)["troops"].actor == actor


def test_without_a_parse_nothing_changes() -> None:
    layers = replace(layers_of("Government forces retook Mosul."), parse=None)
    assert with_sides(layers, (), load_registry()) == ()
