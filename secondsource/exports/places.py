"""How finely a place is known, in the codes of ACLED and UCDP.

Coordinates are written where they stand for the place itself: those of a region or a country are
somewhere in the middle of it and mean nothing on a map of events.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations import PlacePrecision
from secondsource.claims import PlaceRecord

_ACLED = {
    PlacePrecision.POINT: 1,
    PlacePrecision.POPULATED_PLACE: 1,
    PlacePrecision.NEAR: 2,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.GOVERNORATE: 3,
    PlacePrecision.REGION: 3,
}
_UCDP = {
    PlacePrecision.POINT: 1,
    PlacePrecision.POPULATED_PLACE: 1,
    PlacePrecision.NEAR: 2,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.GOVERNORATE: 4,
    PlacePrecision.REGION: 5,
    PlacePrecision.COUNTRY: 6,
}
_VAGUE = frozenset({PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.UNRESOLVED})
_PLACES = frozenset({PlacePrecision.POINT, PlacePrecision.POPULATED_PLACE, PlacePrecision.NEAR})
_NEAR_KM = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """WGS 84 degrees."""

    lat: float
    lon: float

    @property
    def wkt(self) -> str:
        """As Well-Known Text, longitude first."""
        return f"POINT ({self.lon} {self.lat})"

    @property
    def prio_cell(self) -> int:
        """The number of its PRIO-GRID cell: half degrees, counted from the south-west corner."""
        row, column = int((self.lat + 90) * 2), int((self.lon + 180) * 2)
        return min(row, 359) * 720 + min(column, 719) + 1


def point_of(place: PlaceRecord | None) -> Point | None:
    """Where the place is, if its coordinates stand for it."""
    if place is None or place.precision in _VAGUE or place.lat is None or place.lon is None:
        return None
    return Point(lat=place.lat, lon=place.lon)


def acled_precision(place: PlaceRecord | None) -> int | None:
    """1 a town, 2 near one or part of a region, 3 a region; ACLED has no code for a country."""
    return _ACLED.get(place.precision) if place else None


def ucdp_precision(place: PlaceRecord | None) -> int | None:
    """1 exact, 2 within some 25 km, 3 district, 4 governorate, 5 vaguer, 6 country."""
    if place is None:
        return None
    if place.precision is PlacePrecision.NEAR and (place.radius_km or 0) > _NEAR_KM:
        return 5
    return _UCDP.get(place.precision)


def location_of(place: PlaceRecord | None) -> str | None:
    """The place's name; of a region the report's words; nothing where only the country is known."""
    if place is None or place.precision is PlacePrecision.COUNTRY:
        return None
    return place.text if place.precision is PlacePrecision.REGION else place.name


def town_of(place: PlaceRecord | None) -> str | None:
    """The name of a town or of the town that it is near."""
    return place.name if place and place.precision in _PLACES else None


def district_of(place: PlaceRecord | None) -> str | None:
    """The name of a district."""
    return place.name if place and place.precision is PlacePrecision.DISTRICT else None
