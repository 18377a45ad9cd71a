"""Names that the grammar puts as places, read with the shipped parser."""

from __future__ import annotations

import pytest

from secondsource.annotations.actors import find_actors, load_registry
from secondsource.annotations.engines.parser import load_parser
from secondsource.annotations.places import Gazetteer, find_places
from secondsource.annotations.records import Layers, PlacePrecision
from tests.annotations.places.test_find import report

README = (
    "The opposition official, who spoke in Turkey on condition of anonymity, said the meeting "
    "took place on Nov. 2 in Atareb, a town west of Aleppo."
)


def read(text: str, gazetteer: Gazetteer) -> dict[str, int | None]:
    """The words of each place with its GeoNames id."""
    found = report(text)
    (parse,) = load_parser().parse([found])
    layers = Layers(report=found, parse=parse)
    actors = find_actors(layers, load_registry())
    places = find_places(Layers(report=found, parse=parse, actors=actors), gazetteer)
    assert all(place.precision is not PlacePrecision.UNRESOLVED for place in places)
    return {place.span.of(text): place.geonames_id for place in places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels captured the town of Atareb on 2 November 2014, residents said.",
            {"Atareb": 174030},
        ),
        ("Rebels attacked Atareb on 2 November 2014, residents said.", {"Atareb": 174030}),
        ("Isis attacked Atareb in Syria on Monday.", {"Atareb": 174030, "Syria": 163843}),
        ("Rebels met in Atareb, west of Aleppo.", {"Atareb": 174030, "Aleppo": 170063}),
        ("The government shelled Raqqa.", {"Raqqa": 172955}),
        (README, {"Turkey": 298795, "Atareb": 174030, "Aleppo": 170063}),
    ],
)
def test_places_by_position(text: str, expected: dict[str, int], gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Paris Hilton on Monday, residents said.",
        "He left Aleppo University for the Raqqa Times.",
        "Rebels captured a fighter of the Islamic State of Iraq.",
    ],
)
def test_persons_and_bodies_stay_out(text: str, gazetteer: Gazetteer) -> None:
    assert read(text, gazetteer) == {}
