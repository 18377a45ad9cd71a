"""Bringing a full GeoNames country file into the user's own gazetteer.

The files (``SY.txt`` in ``SY.zip``) are offered at download.geonames.org/export/dump under CC BY
4.0; their nineteen columns are described in the ``readme.txt`` beside them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from secondsource.annotations.places.areas import is_readable
from secondsource.annotations.places.entries import Entry, Feature, Name, Row
from secondsource.annotations.places.gazetteer import Gazetteer, open_gazetteer, user_index
from secondsource.annotations.places.index import append_rows
from secondsource.annotations.places.tables import alternates
from secondsource.errors import MissingResource, Unreadable

_COLUMNS = 19
_CLASSES = {
    "P": Feature.PLACE,
    "S": Feature.SITE,
    "H": Feature.REGION,
    "T": Feature.REGION,
    "L": Feature.REGION,
    "V": Feature.REGION,
}
_AREAS = {"ADM1": Feature.ADMIN1, "ADM2": Feature.ADMIN2, "ADM3": Feature.ADMIN2}


def import_geonames(file: Path, index: Path | None = None) -> int:
    """Add the places of a GeoNames country file to the user's gazetteer; gives how many.

    An entry imported before is replaced. ``index`` is the gazetteer's index, as for
    `open_gazetteer`; the user's places lie beside it and are used from the next opening on.

    Raises:
        Unreadable: if the file cannot be read or is no GeoNames country file; nothing is added.
        MissingResource: if the gazetteer cannot be opened or written.
    """
    gazetteer = open_gazetteer(index)
    try:
        return append_rows(user_index(gazetteer.path), _rows(file, gazetteer))
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(str(file), f"it cannot be read: {error}") from error
    except sqlite3.DatabaseError as error:
        raise MissingResource(
            str(user_index(gazetteer.path)),
            f"the user's gazetteer cannot be written: {error}",
            "let other imports end, or delete it and import again",
        ) from error
    finally:
        gazetteer.close()


def _rows(file: Path, gazetteer: Gazetteer) -> Iterator[Row]:
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            values = line.rstrip("\n").split("\t")
            if len(values) != _COLUMNS:
                raise Unreadable(
                    f"{file}:{number}",
                    f"a GeoNames country file has {_COLUMNS} columns, not {len(values)}",
                    "take the unzipped country file, for instance SY.txt",
                )
            feature = _AREAS.get(values[7]) or _CLASSES.get(values[6])
            if feature is not None:
                yield _row(file, number, values, feature, gazetteer)


def _row(file: Path, number: int, values: list[str], feature: Feature, gazetteer: Gazetteer) -> Row:
    identity, name, plain, others, lat, lon = values[:6]
    area = f"{values[8]}.{values[10]}"
    first = gazetteer.area(area)
    try:
        entry = Entry(
            id=int(identity),
            name=name,
            feature=feature,
            lat=float(lat),
            lon=float(lon),
            population=int(values[14] or 0),
            country=values[8] or None,
            area=area if first else None,
            admin1=first.name if first else None,
            capital=values[7] == "PPLC",
            source="GeoNames",
        )
    except ValueError as error:
        raise Unreadable(f"{file}:{number}", f"no GeoNames line: {error}") from error
    return Row(entry=entry, names=_names([plain, *others.split(",")]))


def _names(listed: list[str]) -> tuple[Name, ...]:
    return alternates([name for name in listed if is_readable(name)])
