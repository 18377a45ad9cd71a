"""Distances on the earth, and toponyms resolved within a distance."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088
NEAR_KM = 161.0
"""100 miles, the customary limit (Gritta et al., A pragmatic guide to geoparsing evaluation)."""


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees."""

    lat: float
    lon: float


def distance_km(one: Point, other: Point) -> float:
    """The great-circle distance (haversine, mean earth radius)."""
    lat, other_lat = radians(one.lat), radians(other.lat)
    half_lat = sin((other_lat - lat) / 2) ** 2
    half_lon = sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half_lat + cos(lat) * cos(other_lat) * half_lon))


def near(gold: Point, found: Point | None) -> bool:
    """Whether ``found`` lies within 161 km; an unresolved place does not."""
    return found is not None and distance_km(gold, found) <= NEAR_KM
