"""What the other names of a report say about one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, log10, radians, sin

from secondsource.annotations.places.entries import Candidate, Entry, Feature
from secondsource.annotations.places.geometry import EARTH_RADIUS_KM
from secondsource.annotations.places.names import Belief, Named
from secondsource.annotations.places.weights import Features

_NOTABLE = 0.2
_POINTS = {Feature.PLACE, Feature.ADMIN2, Feature.SITE}
_NEAR_KM, _REGIONAL_KM = 80.0, 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The other names of a report, as the prior reads them, by area and by point."""

    countries: Mapping[str, float]
    areas: Mapping[str, float]
    points: tuple[tuple[str, float, tuple[float, float, float]], ...]
    total: float


def read_context(beliefs: Sequence[Belief]) -> Context:
    """Add up what the prior makes of all names; a name mentioned often counts a little more."""
    countries: defaultdict[str, float] = defaultdict(float)
    areas: defaultdict[str, float] = defaultdict(float)
    points, total = [], 0.0
    for belief in beliefs:
        weight = _weight(belief.named)
        total += weight if belief.shares else 0.0
        for entry, share in belief.shares:
            if entry.country:
                countries[entry.country] += weight * share
            if entry.area:
                areas[entry.area] += weight * share
            vector = _vector(entry) if share > _NOTABLE and entry.feature in _POINTS else None
            if vector:
                points.append((belief.named.key, weight * share, vector))
    return Context(countries=countries, areas=areas, points=tuple(points), total=total)


def context_features(candidate: Candidate, belief: Belief, context: Context) -> Features:
    """What the report's other names add.

    ``country share`` and ``area share`` are the weight of other names in the candidate's country
    and first-level area, each over all others; ``near`` and ``regional`` the weight of other
    names' points within about 80 and 300 km.
    """
    entry = candidate.entry
    weight = _weight(belief.named)
    others = max(context.total - weight, 1e-9)
    own_country = weight * sum(s for e, s in belief.shares if e.country == entry.country)
    features = {}
    if entry.country and context.total > weight:
        rest = max(0.0, context.countries.get(entry.country, 0.0) - own_country)
        features["country share"] = rest / others
        features["country named"] = float(rest > 0.5)
    if entry.area and context.total > weight:
        own = weight * sum(s for e, s in belief.shares if e.area == entry.area)
        rest = max(0.0, context.areas.get(entry.area, 0.0) - own)
        features["area share"] = rest / others
        features["area named"] = float(rest > 0.5)
    if entry.feature in _POINTS:
        features.update(_nearness(entry, belief.named.key, context))
    return features


def _nearness(entry: Entry, key: str, context: Context) -> Features:
    vector = _vector(entry)
    if vector is None:
        return {}
    near = regional = 0.0
    x, y, z = vector
    for other, weight, (a, b, c) in context.points:
        if other != key:
            chord2 = max(0.0, 2.0 - 2.0 * (x * a + y * b + z * c))
            km2 = chord2 * EARTH_RADIUS_KM**2
            near += weight * (km2 < _NEAR_KM**2)
            regional += weight * (km2 < _REGIONAL_KM**2)
    return {
        "near": min(near, 3.0) / 3,
        "regional": min(regional, 3.0) / 3,
        "any near": float(near > 0.4),
    }


def _weight(named: Named) -> float:
    return 1.0 + log10(named.weight)


def _vector(entry: Entry) -> tuple[float, float, float] | None:
    if entry.lat is None or entry.lon is None:
        return None
    lat, lon = radians(entry.lat), radians(entry.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
