"""The names of a report, and what is known of each before the others are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10

from secondsource.annotations.places.entries import Candidate, Entry, Feature
from secondsource.annotations.places.weights import Features

_OUTLET_LETTERS = 4
_TYPED = {Feature.ADMIN1, Feature.ADMIN2, Feature.PLACE, Feature.COUNTRY}


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
    """What is known of a report before its names are resolved.

    ``country`` is the ISO code of the outlet's country, ``outlet`` its letters (name and host).
    """

    country: str | None = None
    outlet: str = ""

    def names_outlet(self, key: str) -> bool:
        """Whether the outlet is called after a place of this name."""
        letters = key.replace(" ", "")
        return len(letters) >= _OUTLET_LETTERS and letters in self.outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """What the prior makes of a name: its candidates' features, and the likelier with a share."""

    named: Named
    rows: tuple[Features, ...]
    shares: tuple[tuple[Entry, float], ...]


def prior_features(named: Named, setting: Setting) -> list[Features]:
    """What is known of each candidate without the report's other names.

    ``match`` how the name meets the entry, ``is`` its feature, ``population`` (log10, by feature),
    ``most populous`` of the candidates of its feature, ``capital`` of a country, ``type agrees``
    and ``type differs`` with the words beside the name, ``contained`` by an adjacent name, ``not
    contained`` where another candidate is, ``outlet's country``, and ``outlet's name``: the
    population again where the outlet carries the name, since a "Paris Beacon" is not in the
    largest Paris.
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
    if setting.names_outlet(named.key):
        features["outlet's name"] = features[f"population {kind}"]
    if setting.country and entry.country == setting.country:
        features["outlet's country"] = 1.0
    return features
