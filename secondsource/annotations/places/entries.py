"""The gazetteer's rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Feature(Enum):
    """What sort of place an entry is."""

    COUNTRY = "country"
    ADMIN1 = "first-level area"
    ADMIN2 = "second-level area"
    PLACE = "populated place"
    SITE = "site"
    REGION = "region"


class Match(Enum):
    """How a name in a text meets a name of an entry, closest first."""

    PRIMARY = 0  # the entry's own name
    ALTERNATE = 1  # a name the source lists beside it
    DERIVED = 2  # a name made from another by leaving out its type word
    LOOSE = 3  # only the transliteration keys agree


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place. Coordinates are WGS 84 degrees, absent where the sources give none.

    ``id`` is the GeoNames id where there is one and negative otherwise, ``country`` the ISO
    3166-1 alpha-2 code, ``admin1`` and ``admin2`` the names of the areas it lies in, ``area`` the
    GeoNames code of the first-level area ("SY.09"), ``capital`` whether it is a country's capital
    and ``source`` where the coordinates come from.
    """

    id: int
    name: str
    feature: Feature
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    country: str | None = None
    area: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    capital: bool = False
    source: str = ""

    @property
    def geonames_id(self) -> int | None:
        """The GeoNames id, or ``None`` for places that GeoNames does not list."""
        return self.id if self.id > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One more name of an entry."""

    text: str
    match: Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An entry with all its names, as the index stores it."""

    entry: Entry
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry that a name in a text may mean."""

    entry: Entry
    match: Match
