"""Whether two places can be one."""

from __future__ import annotations

import math
from enum import Enum

from secondsource.annotations import PlacePrecision
from secondsource.claims import Place

WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION})
"""Precisions of places in which much happens on any day."""

_AREAS = WIDE | {PlacePrecision.GOVERNORATE, PlacePrecision.DISTRICT}
# Reports name the village or the nearest town for one happening.
_NEAR_KM = 15.0
_EARTH_KM = 6371.0


class PlaceFit(Enum):
    """How two places of claims relate."""

    SAME = "same place"
    CONTAINED = "one inside the other"
    NEAR = "near each other"
    UNKNOWN = "cannot be compared"
    APART = "different places"


def compare_places(first: Place | None, second: Place | None) -> PlaceFit:
    """Compare by gazetteer id, else by name, administrative areas and distance."""
    if first is None or second is None:
        return PlaceFit.UNKNOWN
    if _same_entry(first, second):
        return PlaceFit.SAME
    if _differ(first.country, second.country) or _differ_below(first, second):
        return PlaceFit.APART
    if PlacePrecision.UNRESOLVED in {first.precision, second.precision}:
        return PlaceFit.UNKNOWN
    if first.precision in _AREAS or second.precision in _AREAS:
        return _inside(first, second)
    return _by_distance(first, second)


def _same_entry(first: Place, second: Place) -> bool:
    if first.geonames_id is not None and second.geonames_id is not None:
        return first.geonames_id == second.geonames_id
    names_equal = first.name.casefold() == second.name.casefold()
    return names_equal and not _differ(first.country, second.country)


def _differ(first: str | None, second: str | None) -> bool:
    return first is not None and second is not None and first != second


def _differ_below(first: Place, second: Place) -> bool:
    wide = first.precision in WIDE or second.precision in WIDE
    return not wide and _differ(first.admin1, second.admin1)


def _inside(first: Place, second: Place) -> PlaceFit:
    if first.precision == second.precision and first.precision is not PlacePrecision.REGION:
        return PlaceFit.APART
    shared_area = first.admin1 is not None and first.admin1 == second.admin1
    wide = first.precision in WIDE or second.precision in WIDE
    shared_country = first.country is not None and first.country == second.country
    return PlaceFit.CONTAINED if shared_area or (wide and shared_country) else PlaceFit.UNKNOWN


def _by_distance(first: Place, second: Place) -> PlaceFit:
    apart = distance_km(first, second)
    if apart is None:
        both_known = first.geonames_id is not None and second.geonames_id is not None
        return PlaceFit.APART if both_known else PlaceFit.UNKNOWN
    reach = _NEAR_KM + (first.radius_km or 0.0) + (second.radius_km or 0.0)
    return PlaceFit.NEAR if apart <= reach else PlaceFit.APART


def distance_km(first: Place, second: Place) -> float | None:
    """Great-circle distance in km, ``None`` where a place has no coordinates."""
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    low, high = math.radians(first.lat), math.radians(second.lat)
    across = math.radians(second.lon - first.lon)
    half = (
        math.sin((high - low) / 2) ** 2 + math.cos(low) * math.cos(high) * math.sin(across / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
