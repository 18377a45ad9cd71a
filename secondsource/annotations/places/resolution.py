"""Which of the places of this name is meant?

All mentions of one name in a report are taken to mean one place. Its candidates are scored by the
features below, first by what is known of each alone (the prior), then with what the prior makes
of the report's other names; both sets of weights are in the table of `weights`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log10, radians, sin

from secondsource.annotations.places.entries import Candidate, Entry, Feature, Match
from secondsource.annotations.places.geometry import EARTH_RADIUS_KM
from secondsource.annotations.places.weights import Features, score

_FEW = 24
_NOTABLE, _NOTHING = 0.2, 0.002
_POINTS = {Feature.PLACE, Feature.ADMIN2, Feature.SITE}
_TYPED = {Feature.ADMIN1, Feature.ADMIN2, Feature.PLACE, Feature.COUNTRY}
_NEAR_KM, _REGIONAL_KM = 80.0, 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name of a report with all that its mentions say about it.

    ``types`` are the features that words beside the name give it ("province"), ``contained`` the
    ids of the candidates that an adjacent name contains ("Paris, Texas") and ``comma`` those that
    a comma alone ties to it. ``weight`` is how many mentions there are.
    """

    key: str
    candidates: tuple[Candidate, ...]
    fixed: Entry | None = None
    types: frozenset[Feature] = frozenset()
    contained: frozenset[int] = frozenset()
    comma: bool = False
    dateline: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a report before its names are resolved: the outlet's country (ISO code)."""

    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The entry chosen for a name, how probable it is among its candidates, and why."""

    entry: Entry
    match: Match
    probability: float
    rivals: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What the prior makes of a name: its candidates' features, and the likelier with a share."""

    named: Named
    rows: tuple[Features, ...]
    shares: tuple[tuple[Entry, float], ...]


def resolve(
    names: Sequence[Named], setting: Setting, weights: Mapping[str, Mapping[str, float]]
) -> list[Choice | None]:
    """The choice for each name, ``None`` where the gazetteer has no candidate."""
    beliefs = [believe(named, weights["prior"], setting) for named in names]
    context = read_context(beliefs)
    return [_choose(belief, context, weights["resolver"]) for belief in beliefs]


def believe(named: Named, weights: Mapping[str, float], setting: Setting) -> Belief:
    """What the prior makes of a name: its candidates with their shares, the likeliest first."""
    if named.fixed is not None:
        return Belief(named=named, rows=(), shares=((named.fixed, 1.0),))
    rows = prior_features(named, setting)
    shares = softmax([score(weights, row) for row in rows])
    ranked = sorted(zip(shares, named.candidates, strict=True), key=lambda pair: -pair[0])
    few = tuple((candidate.entry, share) for share, candidate in ranked[:_FEW] if share > _NOTHING)
    return Belief(named=named, rows=tuple(rows), shares=few)


def resolver_features(belief: Belief, context: Context) -> list[Features]:
    """The resolver's features for each candidate of a name, in the candidates' order."""
    return [
        row | context_features(candidate, belief, context)
        for row, candidate in zip(belief.rows, belief.named.candidates, strict=True)
    ]


def prior_features(named: Named, setting: Setting) -> list[Features]:
    """What is known of each candidate without the report's other names.

    ``match`` how the name meets the entry, ``is`` its feature, ``population`` (log10, by feature),
    ``most populous`` of the candidates of its feature, ``capital`` of a country, ``type agrees`` and ``type differs`` with
    the words beside the name, ``contained`` by an adjacent name, ``not contained`` where another
    candidate is, ``outlet's country``.
    """
    largest: dict[Feature, int] = {}
    for candidate in named.candidates:
        entry = candidate.entry
        largest[entry.feature] = max(entry.population, largest.get(entry.feature, 0))
    return [_prior_row(c, named, setting, largest) for c in named.candidates]


def _prior_row(
    candidate: Candidate, named: Named, setting: Setting, largest: Mapping[Feature, int]
) -> Features:
    entry = candidate.entry
    kind = entry.feature.value
    features = {
        f"match {candidate.match.name.lower()}": 1.0,
        f"is {kind}": 1.0,
        f"population {kind}": log10(entry.population + 1) / 5,
    }
    if entry.capital:
        features["capital"] = 1.0
    if entry.population == largest[entry.feature]:
        features["most populous"] = 1.0
    if named.types & _TYPED:
        features["type agrees" if entry.feature in named.types else "type differs"] = 1.0
    if named.contained:
        held = "contained" if entry.id in named.contained else "not contained"
        features[f"{held} by comma" if named.comma else held] = 1.0
    if setting.country and entry.country == setting.country:
        features["outlet's country"] = 1.0
    return features


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


def _weight(named: Named) -> float:
    return 1.0 + log10(named.weight)


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


def _vector(entry: Entry) -> tuple[float, float, float] | None:
    if entry.lat is None or entry.lon is None:
        return None
    lat, lon = radians(entry.lat), radians(entry.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _choose(belief: Belief, context: Context, weights: Mapping[str, float]) -> Choice | None:
    named = belief.named
    if named.fixed is not None:
        return Choice(entry=named.fixed, match=Match.PRIMARY, probability=1.0, rivals=0)
    if not named.candidates:
        return None
    rows = resolver_features(belief, context)
    shares = softmax([score(weights, row) for row in rows])
    best = max(range(len(shares)), key=shares.__getitem__)
    return Choice(
        entry=named.candidates[best].entry,
        match=named.candidates[best].match,
        probability=shares[best],
        rivals=len(shares) - 1,
        reasons=tuple(_reasons(rows[best])),
    )


def _reasons(features: Features) -> list[str]:
    reasons = []
    if any(name.startswith("contained") for name in features):
        reasons.append("the words beside it name the area that it lies in")
    if features.get("type agrees"):
        reasons.append("the words beside it say what it is")
    if features.get("any near"):
        reasons.append("other places in the report are near")
    elif features.get("area named"):
        reasons.append("the report names other places in the same area")
    elif features.get("country named"):
        reasons.append("the report names its country or other places there")
    if features.get("outlet's country"):
        reasons.append("the outlet is of that country")
    return reasons


def softmax(logits: Sequence[float]) -> list[float]:
    """Shares that add up to one, in proportion to the exponentials of ``logits``."""
    if not logits:
        return []
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]
