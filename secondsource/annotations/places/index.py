"""The gazetteer's SQLite index: made once from the packages and the shipped tables.

SQL stands here because the index is a read-only data file, like a model; the ledger's records
never enter it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from secondsource.annotations.places.entries import Entry, Feature, Match, Row
from secondsource.annotations.places.key import loose_key, name_key
from secondsource.annotations.places.sources import PACKAGES, package_rows
from secondsource.annotations.places.tables import (
    SHIPPED,
    abbreviations,
    alternates,
    shipped_bytes,
    shipped_places,
)
from secondsource.errors import MissingResource

SCHEMA_VERSION = 2
_TABLES = """
CREATE TABLE IF NOT EXISTS places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, lat REAL, lon REAL,
    population INTEGER NOT NULL, country TEXT, area TEXT, admin1 TEXT, admin2 TEXT,
    capital INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS names (
    key TEXT NOT NULL, place INTEGER NOT NULL, match INTEGER NOT NULL,
    PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stamp (value TEXT NOT NULL, places INTEGER NOT NULL);
"""
TRANSLITERATED = frozenset(
    "AE AF AM AZ BA BD BG BH BY CN DJ DZ EG ER ET GE GR IL IN IQ IR JO KG KP KW KZ LB LK LY MA MK "
    "MM MN MR NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN UA UZ XK YE".split()
)
_PROGRESS_EVERY = 50_000


def stamp() -> str:
    """A hash over everything that the index is made from: schema, packages, shipped tables, code.

    Raises:
        MissingResource: if one of the packages is not installed.
    """
    digest = hashlib.sha256(str(SCHEMA_VERSION).encode())
    for package in PACKAGES:
        try:
            digest.update(f"{package}=={version(package)}".encode())
        except PackageNotFoundError as error:
            raise MissingResource(
                package, "the package is not installed", "run `make install`"
            ) from error
    for name in SHIPPED:
        digest.update(shipped_bytes(name))
    for module in ("key.py", "areas.py", "sources.py", "tables.py", "index.py"):
        digest.update((files(__package__) / module).read_bytes())
    return digest.hexdigest()


def full_rows() -> Iterator[Row]:
    """All rows of the gazetteer, the packages' and the shipped ones; areas with short forms."""
    forms: dict[str, list[str]] = {}
    for form, code in abbreviations().items():
        forms.setdefault(code, []).append(form)
    first_level: dict[str, str] = {}
    for row in package_rows():
        entry = row.entry
        if entry.feature in {Feature.COUNTRY, Feature.ADMIN1}:
            code = (entry.country if entry.feature is Feature.COUNTRY else entry.area) or ""
            if entry.area and entry.admin1:
                first_level[entry.area] = entry.admin1
            yield _with_forms(row, forms.get(code, []))
        else:
            yield row
    for row in shipped_places():
        admin1 = first_level.get(row.entry.area or "")
        yield replace(row, entry=replace(row.entry, admin1=admin1))


def write_index(path: Path, rows: Iterable[Row], value: str) -> int:
    """Write ``rows`` to a new index at ``path`` and give the number of places in it.

    The index appears whole or not at all: it is written beside ``path`` and renamed, so that two
    processes building at once leave one whole index.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(part)) as connection:
            count = _fill(connection, rows, value)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def is_whole(path: Path, value: str | None) -> bool:
    """Whether ``path`` holds a complete index (with the stamp ``value``, if one is asked for)."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            (held, places) = connection.execute("SELECT value, places FROM stamp").fetchone()
            (last,) = connection.execute("SELECT count(*) FROM places").fetchone()
    except (sqlite3.DatabaseError, TypeError):
        return False
    return pages * size == path.stat().st_size and last == places and value in {None, held}


def _with_forms(row: Row, forms: list[str]) -> Row:
    return replace(row, names=(*row.names, *alternates(forms)))


def append_rows(path: Path, rows: Iterable[Row]) -> int:
    """Add ``rows`` to the index at ``path``, making it if need be; all of them or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(_TABLES)
        with connection:
            count = 0
            for row in rows:
                _insert(connection, row)
                count += 1
            return count


def _fill(connection: sqlite3.Connection, rows: Iterable[Row], value: str) -> int:
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
    count = 0
    for row in rows:
        _insert(connection, row)
        count += 1
        if count % _PROGRESS_EVERY == 0:
            sys.stderr.write(f"building the gazetteer: {count:,} places\n")
    connection.execute("INSERT INTO stamp SELECT ?, count(*) FROM places", (value,))
    connection.commit()
    connection.execute("VACUUM")
    return count


def _insert(connection: sqlite3.Connection, row: Row) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", _values(row.entry)
    )
    connection.executemany(
        "INSERT INTO names VALUES (?,?,?) ON CONFLICT DO UPDATE "
        "SET match = min(match, excluded.match)",
        [(key, row.entry.id, match.value) for key, match in keys(row)],
    )


def keys(row: Row) -> list[tuple[str, Match]]:
    """The keys under which a row is found, each with how it matches."""
    named = [(row.entry.name, Match.PRIMARY), *((name.text, name.match) for name in row.names)]
    found = [(name_key(text), match) for text, match in named]
    if row.entry.country in TRANSLITERATED:
        found += [(loose_key(text), Match.LOOSE) for text, _ in named]
    return [(key, match) for key, match in dict.fromkeys(found) if key]


def _values(entry: Entry) -> tuple[object, ...]:
    return (
        entry.id,
        entry.name,
        entry.feature.value,
        entry.lat,
        entry.lon,
        entry.population,
        entry.country,
        entry.area,
        entry.admin1,
        entry.admin2,
        int(entry.capital),
        entry.source,
    )
