"""Looking names up in the gazetteer."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from secondsource.annotations.places.entries import Candidate, Entry, Feature, Match
from secondsource.annotations.places.index import full_rows, is_whole, stamp, write_index
from secondsource.annotations.places.lock import only_one
from secondsource.annotations.places.tables import abbreviations, demonyms
from secondsource.errors import MissingResource

_CACHED_KEYS = 8_192
_CANDIDATES_PER_KEY = 48
_FIND = """
SELECT n.key, n.match, p.* FROM json_each(?) AS wanted
JOIN {schema}.names AS n ON n.key = wanted.value JOIN {schema}.places AS p ON p.id = n.place
"""
_FIND_AREAS = "SELECT * FROM main.places WHERE feature IN (SELECT value FROM json_each(?))"
_AREA_FEATURES = {Feature.COUNTRY, Feature.ADMIN1, Feature.REGION}


class Gazetteer:
    """Places by name key, read from one index and, if there is one, the user's own beside it.

    An entry of the user's index stands in for one with the same GeoNames id. Not shared between
    threads: each opens its own.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        self._schemas = ["main"]
        if user_index(path).is_file():
            self._attach(user_index(path))
        self._cache: OrderedDict[str, tuple[Candidate, ...]] = OrderedDict()
        self._areas: dict[str, Entry] | None = None

    def __len__(self) -> int:
        """How many places the index holds."""
        ((count,),) = self._execute("SELECT places FROM stamp")
        return int(count)

    def lookup(self, keys: Iterable[str]) -> Mapping[str, tuple[Candidate, ...]]:
        """The candidates of each key, most populous first, at most 48; one query for all keys.

        Keys are those of `name_key` and `loose_key`; a key that nothing matches has an empty row.

        Raises:
            MissingResource: if the index cannot be read.
        """
        wanted = set(keys)
        unknown = [key for key in wanted if key not in self._cache]
        if unknown:
            self._remember(unknown)
        found = {}
        for key in wanted:
            self._cache.move_to_end(key)
            found[key] = self._cache[key]
        while len(self._cache) > _CACHED_KEYS:
            self._cache.popitem(last=False)
        return found

    def area(self, code: str) -> Entry | None:
        """The country ("SY"), first-level area ("SY.09") or region ("Europe") of a code."""
        if self._areas is None:
            self._areas = {_code(entry): entry for entry in self._all_areas()}
        return self._areas.get(code)

    def abbreviation(self, form: str) -> Entry | None:
        """The area that the press abbreviates as ``form`` ("Ky.")."""
        code = abbreviations().get(form)
        return self.area(code) if code else None

    def demonym(self, form: str) -> Entry | None:
        """The area whose people or things are called ``form`` ("Syrian", "Syrians")."""
        code = demonyms().get(form)
        return self.area(code) if code else None

    def close(self) -> None:
        """Release the index file."""
        self._connection.close()

    def _remember(self, keys: list[str]) -> None:
        rows: dict[str, dict[int, Candidate]] = {key: {} for key in keys}
        for schema in self._schemas:
            for key, match, *values in self._execute(_FIND.format(schema=schema), json.dumps(keys)):
                rows[key].setdefault(values[0], Candidate(entry=_entry(values), match=Match(match)))
        for key, found in rows.items():
            ordered = sorted(found.values(), key=_prominence)
            self._cache[key] = tuple(ordered[:_CANDIDATES_PER_KEY])

    def _all_areas(self) -> Iterator[Entry]:
        names = [feature.value for feature in _AREA_FEATURES]
        return (_entry(values) for values in self._execute(_FIND_AREAS, json.dumps(names)))

    def _attach(self, user: Path) -> None:
        try:
            self._connection.execute("ATTACH ? AS user", (f"{user.absolute().as_uri()}?mode=ro",))
        except sqlite3.DatabaseError as error:
            raise MissingResource(
                str(user),
                f"the user's gazetteer cannot be read: {error}",
                "delete it and import the country files again",
            ) from error
        self._schemas.insert(0, "user")

    def _execute(self, query: str, *parameters: str) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._connection.execute(query, parameters)
        except sqlite3.DatabaseError as error:
            raise MissingResource(
                str(self.path), f"the gazetteer cannot be read: {error}", "delete it to rebuild it"
            ) from error


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Open the gazetteer, building its index where there is none, an old or a broken one.

    ``path`` is the index file; by default it lies in ``$SECONDSOURCE_CACHE``, or in
    ``$XDG_CACHE_HOME/secondsource`` (``~/.cache/secondsource``). An index at a ``path`` given by
    the caller is taken as it is if it is whole. Building takes about half a minute, once; a second
    process waits for the first.

    Raises:
        MissingResource: if a package that the index is made from is missing, or if the index
            cannot be written.
    """
    index = path or default_index()
    wanted = None if path else stamp()
    if not is_whole(index, wanted):
        try:
            _build(index, wanted)
        except OSError as error:
            raise MissingResource(
                str(index), f"the gazetteer cannot be built: {error}", "set SECONDSOURCE_CACHE"
            ) from error
    return Gazetteer(index)


def _build(index: Path, wanted: str | None) -> None:
    """Build the index, unless another process does so meanwhile."""
    with only_one(index.with_name(f"{index.name}.lock")):
        if not is_whole(index, wanted):
            sys.stderr.write(f"building the gazetteer at {index} (once)\n")
            write_index(index, full_rows(), stamp())


def default_index() -> Path:
    """Where the index lies unless the caller says otherwise."""
    return cache_folder() / "gazetteer.sqlite"


def cache_folder() -> Path:
    """Where files lie that can be made again: ``$SECONDSOURCE_CACHE``, else
    ``$XDG_CACHE_HOME/secondsource``."""
    given = os.environ.get("SECONDSOURCE_CACHE")
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(given) if given else Path(cache) / "secondsource"


def user_index(index: Path) -> Path:
    """Where the user's own places lie, beside ``index``."""
    return index.with_name(f"{index.stem}-user.sqlite")


def _prominence(candidate: Candidate) -> tuple[bool, int]:
    return candidate.entry.feature not in _AREA_FEATURES, -candidate.entry.population


def _code(entry: Entry) -> str:
    if entry.feature is Feature.REGION:
        return entry.name
    return (entry.country if entry.feature is Feature.COUNTRY else entry.area) or entry.name


@lru_cache(maxsize=8)
def _feature(value: str) -> Feature:
    return Feature(value)


def _entry(values: Sequence[Any]) -> Entry:
    identity, name, feature, lat, lon, population, *areas, capital, source = values
    country, area, admin1, admin2 = areas
    return Entry(
        id=identity,
        name=name,
        feature=_feature(feature),
        lat=lat,
        lon=lon,
        population=population,
        country=country,
        area=area,
        admin1=admin1,
        admin2=admin2,
        capital=bool(capital),
        source=source,
    )
