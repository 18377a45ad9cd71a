"""Reads a user's registry file: CSV, JSON lines or YAML, by its suffix.

An actor has ``id``, ``kind``, ``country``, ``names``, ``affiliations`` and ``same_as``; a name is
text, or ``text`` with ``language``, ``start``, ``end``, ``use`` and ``source``; an affiliation has
``actor``, ``relation``, ``start``, ``end`` and ``source``. CSV has one name a row under the header
``id,name`` with the optional columns ``kind,country,language,start,end,use,parent,relation``. Rows
with one id make one actor, whose kind and country are those first given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from secondsource.annotations.actors.records import Actor
from secondsource.annotations.actors.user_check import checked
from secondsource.annotations.actors.user_fields import wrong_file
from secondsource.annotations.actors.user_nodes import (
    Node,
    Problem,
    from_csv,
    from_jsonl,
    from_yaml,
)
from secondsource.annotations.records import ActorKind
from secondsource.errors import UsageError

_READERS = {
    ".csv": from_csv,
    ".jsonl": from_jsonl,
    ".yaml": from_yaml,
    ".yml": from_yaml,
}


def read_user_file(path: Path, shipped: Collection[str] = ()) -> tuple[Actor, ...]:
    """The actors of ``path``; their affiliations may name ids of the file or of ``shipped``.

    Raises:
        UsageError: if the file cannot be read or is wrong somewhere; the message has a line for
            each error, with the line's number, the reason and what to do.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        reason = "a registry file ends in .csv, .jsonl, .yaml or .yml"
        raise UsageError(str(path), reason, "rename or convert it")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"this is not UTF-8 (byte {error.start})"
        raise UsageError(str(path), reason, "save it as UTF-8") from error
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be read: {error.strerror}", "check the name"
        ) from error
    found = list(read(text))
    actors, wrong = checked([one for one in found if isinstance(one, Node)], shipped)
    problems = sorted(
        [*(one for one in found if isinstance(one, Problem)), *wrong], key=lambda one: one.line
    )
    if problems:
        raise wrong_file(path, problems)
    return _joined(one.actor for one in actors)


def _joined(rows: Iterable[Actor]) -> tuple[Actor, ...]:
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
