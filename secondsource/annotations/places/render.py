"""From a name and the place chosen for it to the mention that others read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource.annotations.places.entries import Feature, Match
from secondsource.annotations.places.geometry import COMPASS, destination
from secondsource.annotations.places.mentions import Possible
from secondsource.annotations.places.resolution import Choice
from secondsource.annotations.records import PlaceMention, PlacePrecision

NEAR_RADIUS_KM = 25.0
"""What "near" and "outside" mean: UCDP GED's second degree of spatial precision, within 25 km."""
OFFSET_ERROR = 0.41
"""The tangent of 22.5°, half of the sector that one of eight compass words stands for."""

PRECISION = {
    Feature.SITE: PlacePrecision.POINT,
    Feature.PLACE: PlacePrecision.POPULATED_PLACE,
    Feature.ADMIN2: PlacePrecision.DISTRICT,
    Feature.ADMIN1: PlacePrecision.GOVERNORATE,
    Feature.REGION: PlacePrecision.REGION,
    Feature.COUNTRY: PlacePrecision.COUNTRY,
}
"""How finely a place of each sort is known."""
_MATCHED = {
    Match.PRIMARY: "the name of",
    Match.ALTERNATE: "another name of",
    Match.DERIVED: "short for",
    Match.LOOSE: "another spelling of",
}
_MANY_KM = 2.0
_AREAS = frozenset({Feature.ADMIN1, Feature.ADMIN2})
_TOWN = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Location:
    """Coordinates and precision as the words around the name change them, with the reason."""

    lat: float | None
    lon: float | None
    precision: PlacePrecision
    radius_km: float | None = None
    why: str = ""


def render(possible: Possible, choice: Choice | None, *, metonym: bool) -> PlaceMention:
    """The mention for a name. ``metonym`` says that the same words are also an actor."""
    if choice is None:
        return PlaceMention(
            span=possible.span,
            phrase=possible.cues.phrase,
            name=possible.text,
            why=f"“{possible.text}” is not in the gazetteer",
        )
    choice = _town_meant(possible, choice)
    entry = choice.entry
    location = _locate(possible, choice)
    return PlaceMention(
        span=possible.span,
        phrase=possible.cues.phrase,
        name=entry.name,
        lat=location.lat,
        lon=location.lon,
        geonames_id=entry.geonames_id,
        admin1=entry.admin1,
        country=entry.country,
        precision=location.precision,
        radius_km=location.radius_km,
        adjectival=possible.demonym,
        why=_why(possible, choice, location, metonym=metonym),
    )


def _town_meant(possible: Possible, choice: Choice) -> Choice:
    """ "Near X" and "10 km west of X" are said of the town X, not of the area called after it."""
    area = choice.entry
    if not possible.cues.near or possible.cues.type is not None or area.feature not in _AREAS:
        return choice
    towns = [
        candidate
        for candidate in possible.candidates
        if candidate.entry.feature is Feature.PLACE
        and candidate.entry.area == area.area is not None
        and candidate.entry.population >= _TOWN
    ]
    if not towns:
        return choice
    town = max(towns, key=lambda candidate: candidate.entry.population)
    reasons = (*choice.reasons, "the words put something near it, so that the town is meant")
    return replace(choice, entry=town.entry, match=town.match, reasons=reasons)


def _locate(possible: Possible, choice: Choice) -> _Location:
    entry, cues = choice.entry, possible.cues
    plain = _Location(lat=entry.lat, lon=entry.lon, precision=PRECISION[entry.feature])
    if possible.demonym or entry.lat is None or entry.lon is None:
        return plain
    if cues.km is not None and cues.km >= _MANY_KM and cues.direction is not None:
        lat, lon = destination(entry.lat, entry.lon, COMPASS[cues.direction], cues.km)
        return _Location(
            lat=round(lat, 4),
            lon=round(lon, 4),
            precision=PlacePrecision.NEAR,
            radius_km=round(max(5.0, OFFSET_ERROR * cues.km), 1),
            why=f"moved {cues.km:.0f} km {cues.direction} of it along the great circle",
        )
    if entry.feature in {Feature.PLACE, Feature.SITE} and (cues.near or cues.km is not None):
        radius = max(NEAR_RADIUS_KM, cues.km or 0.0)
        return _Location(
            lat=entry.lat,
            lon=entry.lon,
            precision=PlacePrecision.NEAR,
            radius_km=round(radius, 1),
            why=f"the words say near it, taken as within {radius:.0f} km",
        )
    if cues.part and entry.feature in {Feature.COUNTRY, Feature.ADMIN1, Feature.REGION}:
        return _Location(
            lat=entry.lat,
            lon=entry.lon,
            precision=PlacePrecision.REGION,
            why=f"the {cues.part} part of it is meant; the coordinates are the whole's",
        )
    return plain


def _why(possible: Possible, choice: Choice, location: _Location, *, metonym: bool) -> str:
    entry = choice.entry
    where = ", ".join(part for part in (entry.admin1, entry.country) if part and part != entry.name)
    kind = f"{entry.feature.value}{f' in {where}' if where else ''}"
    said = "a demonym of" if possible.demonym else _MATCHED[choice.match]
    parts = [f"“{possible.text}” is {said} {entry.name} ({kind})"]
    if choice.rivals:
        known = "; ".join(choice.reasons) or "it is the most prominent place of that name"
        parts.append(f"chosen among {choice.rivals + 1} because {known}")
    if location.why:
        parts.append(location.why)
    if metonym:
        parts.append("the words may stand for the actor rather than the place")
    return "; ".join(parts)
