"""Distances and offsets on the Earth.

Both formulas take the Earth as a sphere of the mean radius 6371.0088 km (IUGG), on which great
circles are the geodesics; against the WGS 84 ellipsoid that is at most 0.6 % off, well inside
the precision of "25 miles west of".
"""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088

COMPASS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
"""Compass words to bearings in degrees clockwise from north."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine)."""
    half_lat = radians(lat2 - lat1) / 2
    half_lon = radians(lon2 - lon1) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point reached from ``(lat, lon)`` after ``km`` along the great circle at ``bearing``.

    Degrees in and out; the longitude returned lies in [-180, 180).
    """
    arc = km / EARTH_RADIUS_KM
    start, course = radians(lat), radians(bearing)
    sine = sin(start) * cos(arc) + cos(start) * sin(arc) * cos(course)
    end = asin(max(-1.0, min(1.0, sine)))
    turn = atan2(sin(course) * sin(arc) * cos(start), cos(arc) - sin(start) * sin(end))
    return degrees(end), (lon + degrees(turn) + 180.0) % 360.0 - 180.0
