from __future__ import annotations

import re
from itertools import pairwise

import pytest

from secondsource.annotations.places import Gazetteer, find_places, open_gazetteer
from secondsource.annotations.places.geometry import distance_km
from secondsource.annotations.records import (
    ActorKind,
    ActorMention,
    Layers,
    Parse,
    PlaceMention,
    PlacePrecision,
    Token,
)
from secondsource.errors import LayerOrder
from secondsource.reports import Report
from secondsource.reports.records import Basis, Stated
from secondsource.text import Span
from tests.annotations.places.conftest import paragraphs


def report(text: str, outlet: str | None = None) -> Report:
    return Report(
        id="r_test",
        text=text,
        body=tuple(Span(*ends) for ends in paragraphs(text)),
        outlet=Stated(value=outlet, basis=Basis.GIVEN) if outlet else None,
    )


def parse(text: str, labels: dict[str, str]) -> Parse:
    """One sentence of words; ``labels`` gives the entity label of names."""
    spans = [Span(*found.span()) for found in re.finditer(r"\w+(?:['’]\w+)?|[^\w\s]", text)]
    entity = {}
    for name, label in labels.items():
        for found in re.finditer(re.escape(name), text):
            entity.update(dict.fromkeys(range(*found.span()), label))
    tokens = tuple(
        Token(
            index=index,
            span=span,
            text=span.of(text),
            lemma=span.of(text),
            pos="PROPN" if span.of(text)[0].isupper() else "NOUN",
            tag="NNP",
            dep="dep",
            head=0,
            entity=entity.get(span.start, ""),
            sentence=0,
        )
        for index, span in enumerate(spans)
    )
    return Parse(tokens=tokens, sentences=((0, len(tokens)),))


def places(
    text: str,
    gazetteer: Gazetteer,
    labels: dict[str, str],
    actors: tuple[ActorMention, ...] = (),
    outlet: str | None = None,
) -> dict[str, PlaceMention]:
    layers = Layers(report=report(text, outlet), parse=parse(text, labels), actors=actors)
    return {mention.span.of(text): mention for mention in find_places(layers, gazetteer)}


def actor(text: str, name: str, kind: ActorKind) -> ActorMention:
    start = text.index(name)
    span = Span(start, start + len(name))
    return ActorMention(span=span, head=span, actor="a", name=name, kind=kind)


def test_a_town_spelt_otherwise(gazetteer: Gazetteer) -> None:
    text = "They met in the town of Atareb, near Aleppo, in northern Syria."
    found = places(text, gazetteer, {"Atareb": "GPE", "Aleppo": "GPE", "Syria": "GPE"})
    atareb, aleppo, syria = found["Atareb"], found["Aleppo"], found["Syria"]
    assert (atareb.geonames_id, atareb.admin1) == (174030, "Aleppo")
    assert atareb.precision is PlacePrecision.POPULATED_PLACE
    assert atareb.phrase.of(text) == "the town of Atareb"
    assert (aleppo.geonames_id, aleppo.precision) == (170063, PlacePrecision.NEAR)
    assert aleppo.radius_km == 25.0
    assert (syria.country, syria.precision) == ("SY", PlacePrecision.REGION)
    assert all("because" in m.why or "is" in m.why for m in found.values())


def test_an_offset_moves_the_point(gazetteer: Gazetteer) -> None:
    text = "Fighting raged 25 miles west of Baghdad, in Iraq."
    baghdad = places(text, gazetteer, {"Baghdad": "GPE", "Iraq": "GPE"})["Baghdad"]
    assert baghdad.lat is not None
    assert baghdad.lon is not None
    assert distance_km(33.34058, 44.40088, baghdad.lat, baghdad.lon) == pytest.approx(40.2, abs=0.1)
    assert baghdad.lon < 44.40088
    assert baghdad.precision is PlacePrecision.NEAR
    assert baghdad.radius_km == pytest.approx(16.5, abs=0.1)


@pytest.mark.parametrize(
    ("text", "geonames_id", "precision", "radius"),
    [
        ("Shells fell on Aleppo.", 170062, PlacePrecision.GOVERNORATE, None),
        ("Clashes went on near Aleppo.", 170063, PlacePrecision.NEAR, 25.0),
        ("A village outside Aleppo was hit.", 170063, PlacePrecision.NEAR, 25.0),
        ("A base on the outskirts of Aleppo fell.", 170063, PlacePrecision.NEAR, 25.0),
        ("A base 10 km south-east of Aleppo fell.", 170063, PlacePrecision.NEAR, 5.0),
        ("A base 30 kilometers from Aleppo fell.", 170063, PlacePrecision.NEAR, 30.0),
        ("Clashes went on near Aleppo province.", 170062, PlacePrecision.GOVERNORATE, None),
    ],
)
def test_what_is_near_a_name_is_near_the_town_of_that_name(
    gazetteer: Gazetteer,
    text: str,
    geonames_id: int,
    precision: PlacePrecision,
    radius: float | None,
) -> None:
    told = f"Rebels hold Aleppo province. {text}"
    aleppo = places(told, gazetteer, {"Aleppo": "GPE"})["Aleppo"]
    assert aleppo.span.start > told.index(".")
    assert (aleppo.geonames_id, aleppo.precision) == (geonames_id, precision)
    assert aleppo.radius_km == radius


def test_the_type_word_decides(gazetteer: Gazetteer) -> None:
    text = "Strikes in Aleppo province, in Syria."
    aleppo = places(text, gazetteer, {"Aleppo": "GPE", "Syria": "GPE"})["Aleppo"]
    assert (aleppo.geonames_id, aleppo.precision) == (170062, PlacePrecision.GOVERNORATE)


def test_the_name_after_the_comma_decides(gazetteer: Gazetteer) -> None:
    labels = {"Paris": "GPE", "Texas": "GPE", "France": "GPE"}
    assert places("He lives in Paris, Texas.", gazetteer, labels)["Paris"].country == "US"
    assert places("He lives in Paris, France.", gazetteer, labels)["Paris"].country == "FR"
    assert places("He lives in Paris.", gazetteer, labels)["Paris"].country == "FR"


def test_demonyms_are_adjectival(gazetteer: Gazetteer) -> None:
    found = places(
        "Turkish jets hit Syrian rebels.", gazetteer, {"Turkish": "NORP", "Syrian": "NORP"}
    )
    assert {name: (m.country, m.adjectival) for name, m in found.items()} == {
        "Turkish": ("TR", True),
        "Syrian": ("SY", True),
    }


def test_names_inside_an_actor_are_no_places(gazetteer: Gazetteer) -> None:
    text = "The Islamic State of Iraq fought in Raqqa; Syrian forces watched."
    actors = (
        actor(text, "Islamic State of Iraq", ActorKind.ARMED_GROUP),
        actor(text, "Syrian forces", ActorKind.MILITARY),
    )
    found = places(text, gazetteer, {"Iraq": "GPE", "Raqqa": "GPE", "Syrian": "NORP"}, actors)
    assert set(found) == {"Raqqa", "Syrian"}


def test_a_metonym_stays_a_place_and_says_so(gazetteer: Gazetteer) -> None:
    text = "Talks in Baghdad went on."
    found = places(text, gazetteer, {"Baghdad": "GPE"}, (actor(text, "Baghdad", ActorKind.STATE),))
    assert "stand for the actor" in found["Baghdad"].why


def test_persons_are_no_places(gazetteer: Gazetteer) -> None:
    text = "Ms Paris Hilton smiled. Paris smiled again."
    assert places(text, gazetteer, {"Paris Hilton": "PERSON", "Paris": "PERSON"}) == {}


def test_what_the_gazetteer_lacks_stays_unresolved(gazetteer: Gazetteer) -> None:
    found = places(
        "Rebels met near the town of Qastalani, Aleppo province, and held Qastalani.",
        gazetteer,
        {"Qastalani": "GPE", "Aleppo": "GPE"},
    )
    unknown = found["Qastalani"]
    assert unknown.precision is PlacePrecision.UNRESOLVED
    assert unknown.lat is unknown.lon is unknown.country is None
    assert "not in the gazetteer" in unknown.why


def test_a_region_gets_no_invented_point(gazetteer: Gazetteer) -> None:
    region = places("War in the Middle East, in Iraq.", gazetteer, {"Middle East": "LOC"})[
        "Middle East"
    ]
    assert region.precision is PlacePrecision.REGION
    assert region.lat is None


def test_mentions_are_in_order_and_apart(gazetteer: Gazetteer) -> None:
    text = "In Syria, Aleppo and Raqqa; in Iraq, Baghdad and Jalawla in Diyala province."
    names = ("Syria", "Aleppo", "Raqqa", "Iraq", "Baghdad", "Jalawla", "Diyala")
    layers = Layers(report=report(text), parse=parse(text, dict.fromkeys(names, "GPE")))
    found = find_places(layers, gazetteer)
    assert [m.span.of(text) for m in found] == list(names)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_the_parse_is_needed(gazetteer: Gazetteer) -> None:
    with pytest.raises(LayerOrder):
        find_places(Layers(report=report("In Aleppo.")), gazetteer)


@pytest.mark.slow
def test_the_full_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> None:
    opened = open_gazetteer()
    text = "They met in Al-Bukamal, in Khan al-Sunbul and in Fallujah, in Anbar province, Iraq."
    names = ("Al-Bukamal", "Khan al-Sunbul", "Fallujah", "Anbar", "Iraq")
    found = places(text, opened, dict.fromkeys(names, "GPE"))
    opened.close()
    assert {name: (m.country, m.precision.value) for name, m in found.items()} == {
        "Al-Bukamal": ("SY", "populated place"),
        "Khan al-Sunbul": ("SY", "populated place"),
        "Fallujah": ("IQ", "populated place"),
        "Anbar": ("IQ", "governorate"),
        "Iraq": ("IQ", "country"),
    }
