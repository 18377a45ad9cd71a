"""The small tables shipped with the package, read once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from secondsource.annotations.places.entries import Entry, Feature, Match, Name, Row

SHIPPED = ("conflict_places.tsv", "regions.tsv", "points.tsv", "abbreviations.tsv", "demonyms.tsv")


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a shipped tab-separated table; lines that begin with ``#`` are comments."""
    for line in shipped_bytes(name).decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def shipped_bytes(name: str) -> bytes:
    """A shipped table as it stands, for hashing."""
    return (files(__package__) / "data" / name).read_bytes()


def shipped_places() -> Iterator[Row]:
    """Conflict places, and regions and waters; their ids are negative and stable by position."""
    number = 0
    for name, aliases, feature, lat, lon, country, area, source in read_table(
        "conflict_places.tsv"
    ):
        number -= 1
        entry = Entry(
            id=number,
            name=name,
            feature=Feature(feature),
            lat=float(lat),
            lon=float(lon),
            country=country,
            area=area or None,
            source=source,
        )
        yield Row(entry=entry, names=alternates(aliases.split("|")))
    for name, aliases, geonames_id, lat, lon, country, source in read_table("regions.tsv"):
        number -= 1
        entry = Entry(
            id=int(geonames_id) if geonames_id else number,
            name=name,
            feature=Feature.REGION,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            country=country or None,
            source=source,
        )
        yield Row(entry=entry, names=alternates(aliases.split("|")))


@lru_cache(maxsize=1)
def points() -> dict[str, tuple[float, float]]:
    """Area code ("US", "US.NY") to the coordinates that stand for the area."""
    return {code: (float(lat), float(lon)) for code, lat, lon in read_table("points.tsv")}


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """Abbreviation as written ("U.S.", "Ky.") to the area's code ("US", "US.KY")."""
    return {
        form: code for code, forms in read_table("abbreviations.tsv") for form in forms.split("|")
    }


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Demonym as written ("Syrian", "Syrians") to the area's code ("SY")."""
    table = {}
    for code, forms in read_table("demonyms.tsv"):
        for form in forms.split("|"):
            table[form] = code
            if not form.endswith(("s", "sh", "ch", "ese", "z")):
                table.setdefault(form + "s", code)
    return table


def alternates(names: list[str]) -> tuple[Name, ...]:
    """Alternate names out of a list that may hold blanks."""
    return tuple(Name(text=name, match=Match.ALTERNATE) for name in names if name)
