"""Reads a user's registry file.

JSONL: one object per line as in `secondsource.annotations.actors.serial`. CSV: one name per row
under the header ``id,name`` with the optional columns ``kind,country,language,start,end,use,
parent,relation``; rows with one id make one actor, its kind and country those first given.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from secondsource.annotations.actors.records import Actor, Affiliation, Name, NameUse
from secondsource.annotations.actors.serial import from_row, kind_of, use_of
from secondsource.annotations.records import ActorKind
from secondsource.errors import UsageError

ORIGIN = "user"
_NEEDED = ("id", "name")
_COLUMNS = (*_NEEDED, "kind", "country", "language", "start", "end", "use", "parent", "relation")


def read_user_file(path: Path) -> tuple[Actor, ...]:
    """The actors of ``path``, whose suffix is ``.jsonl`` or ``.csv``.

    Raises:
        UsageError: if it cannot be read or a line is wrong; the message names the line.
    """
    readers = {".jsonl": _from_jsonl, ".csv": _from_csv}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UsageError(
            str(path), "a registry file ends in .jsonl or .csv", "rename or convert it"
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(str(path), f"cannot be read: {error}") from error
    return _joined(reader(path, text))


def _from_jsonl(path: Path, text: str) -> Iterator[Actor]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("the line is not a JSON object")
            yield from_row(row, origin=ORIGIN)
        except (ValueError, TypeError) as error:
            raise _wrong(path, number, str(error)) from error


def _from_csv(path: Path, text: str) -> Iterator[Actor]:
    rows = csv.DictReader(text.splitlines())
    header = rows.fieldnames or ()
    unknown = [column for column in header if column not in _COLUMNS]
    if unknown or not set(_NEEDED) <= set(header):
        problem = f"unknown column {unknown[0]!r}" if unknown else "needs the columns id and name"
        raise _wrong(path, 1, f"{problem}; columns are {', '.join(_COLUMNS)}")
    for row in rows:
        try:
            yield _from_csv_row({key: (value or "").strip() for key, value in row.items() if key})
        except ValueError as error:
            raise _wrong(path, rows.line_num, str(error)) from error


def _from_csv_row(row: dict[str, str]) -> Actor:
    for column in _NEEDED:
        if not row[column]:
            raise ValueError(f"column {column!r} is empty")
    name = Name(
        text=row["name"],
        language=row.get("language") or "en",
        start=row.get("start") or None,
        end=row.get("end") or None,
        use=use_of(row.get("use") or NameUse.NAME.value),
        source=ORIGIN,
    )
    parent = row.get("parent")
    relation = row.get("relation") or "part"
    return Actor(
        id=row["id"],
        kind=kind_of(row.get("kind") or ActorKind.UNKNOWN.value),
        country=row.get("country") or None,
        names=(name,),
        affiliations=(
            (Affiliation(actor=parent, relation=relation, source=ORIGIN),) if parent else ()
        ),
        origin=ORIGIN,
    )


def _joined(rows: Iterator[Actor]) -> tuple[Actor, ...]:
    """Rows with one id as one actor, in the order of first appearance."""
    found: dict[str, Actor] = {}
    for row in rows:
        known = found.get(row.id)
        if known is None:
            found[row.id] = row
            continue
        found[row.id] = replace(
            known,
            kind=row.kind if known.kind is ActorKind.UNKNOWN else known.kind,
            country=known.country or row.country,
            names=tuple(dict.fromkeys((*known.names, *row.names))),
            affiliations=tuple(dict.fromkeys((*known.affiliations, *row.affiliations))),
            same_as=tuple(dict.fromkeys((*known.same_as, *row.same_as))),
        )
    return tuple(found.values())


def _wrong(path: Path, line: int, reason: str) -> UsageError:
    return UsageError(f"{path}, line {line}", reason, "correct the line and run again")
