"""How finely a place is drawn, and what stands at it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.ledger import EventFilter, Ledger, PlaceTally
from secondsource.views import Extent, every_place, map_context
from secondsource.views.pages.map import AREA_KM, map_place

TALLY = PlaceTally(
    place_id=172946,
    name="Al Atārib",
    country="SY",
    precision="populated place",
    lat=36.13,
    lon=36.82,
    radius_km=None,
    events=2,
    disputed=1,
    credibility=3,
    first_day=None,
    last_day=None,
)


@pytest.mark.parametrize(
    ("precision", "radius", "extent", "drawn"),
    [
        ("point", None, Extent.POINT, None),
        ("populated place", None, Extent.POINT, None),
        ("near", 25.0, Extent.AROUND, 25.0),
        ("district", None, Extent.AREA, AREA_KM["district"]),
        ("governorate", None, Extent.AREA, AREA_KM["governorate"]),
        ("region", None, Extent.COUNTRY, None),
        ("country", None, Extent.COUNTRY, None),
        ("unresolved", None, Extent.NOWHERE, None),
    ],
)
def test_a_place_is_drawn_as_finely_as_it_is_known(
    precision: str, radius: float | None, extent: Extent, drawn: float | None
) -> None:
    place = map_place(replace(TALLY, precision=precision, radius_km=radius))
    assert (place.extent, place.radius_km) == (extent, drawn)


@pytest.mark.parametrize("precision", ["point", "governorate", "country", None])
def test_without_coordinates_nothing_is_drawn(precision: str | None) -> None:
    place = map_place(replace(TALLY, precision=precision, lat=None, lon=None))
    assert place.extent is Extent.NOWHERE


def test_a_place_is_named_by_number_else_by_name() -> None:
    assert map_place(TALLY).key == "172946"
    assert map_place(replace(TALLY, place_id=None)).key == "Al Atārib"
    assert map_place(replace(TALLY, place_id=None, name=None)).key == ""


def test_every_event_is_on_the_map_or_beside_it(ledger: Ledger) -> None:
    found = map_context(ledger, EventFilter())
    assert found.drawn + sum(place.events for place in found.elsewhere) == found.total
    assert found.hidden == 0
    assert [place.name for place in found.places] == ["Atareb"]
    assert found.events == ()


@pytest.mark.parametrize("at", [0, -1])
def test_the_events_of_a_place(ledger: Ledger, at: int) -> None:
    place = list(every_place(ledger, EventFilter()))[at]
    found = map_context(ledger, EventFilter(), place.key)
    assert len(found.events) == place.events
    assert {event.place for event in found.events} == {place.name}
