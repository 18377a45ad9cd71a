"""The registry's file form: one JSON object per actor and line.

A row is ``{"id", "kind", "country", "origin", "names": [...], "affiliations": [...], "same_as"}``;
a name is a string or ``{"text", "language", "start", "end", "use", "source"}``, an affiliation
``{"actor", "relation", "office", "start", "end", "source"}``. Fields at their default are left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from secondsource.annotations.actors.records import Actor, Affiliation, Name, NameUse
from secondsource.annotations.records import ActorKind

_USES = {use.value: use for use in NameUse}
_KINDS = {kind.value: kind for kind in ActorKind}


def as_json(actor: Actor) -> str:
    """The line for ``actor``."""
    row: dict[str, Any] = {"id": actor.id, "kind": actor.kind.value}
    if actor.country:
        row["country"] = actor.country
    if actor.origin != "curated":
        row["origin"] = actor.origin
    row["names"] = [_name_row(name, actor.origin) for name in actor.names]
    if actor.affiliations:
        row["affiliations"] = [_affiliation_row(one) for one in actor.affiliations]
    if actor.same_as:
        row["same_as"] = list(actor.same_as)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def from_row(row: Mapping[str, Any], origin: str = "curated") -> Actor:
    """The actor of one decoded line.

    Raises:
        ValueError: if a field is missing, unknown or of the wrong kind; the message names it.
    """
    unknown = set(row) - {"id", "kind", "country", "origin", "names", "affiliations", "same_as"}
    if unknown:
        raise ValueError(f"unknown field {sorted(unknown)[0]!r}")
    for needed in ("id", "names"):
        if not row.get(needed):
            raise ValueError(f"field {needed!r} is missing")
    origin = row.get("origin", origin)
    return Actor(
        id=row["id"],
        kind=kind_of(row.get("kind", ActorKind.UNKNOWN.value)),
        names=tuple([_name(one, origin) for one in row["names"]]),
        country=row.get("country"),
        affiliations=tuple([_affiliation(one, origin) for one in row.get("affiliations", ())]),
        same_as=tuple(row.get("same_as", ())),
        origin=origin,
    )


def kind_of(words: str) -> ActorKind:
    """The kind with this value.

    Raises:
        ValueError: if there is none; the message lists those that there are.
    """
    if words not in _KINDS:
        raise ValueError(f"kind {words!r} is none of: {', '.join(_KINDS)}")
    return _KINDS[words]


def use_of(words: str) -> NameUse:
    """The use with this value.

    Raises:
        ValueError: if there is none; the message lists those that there are.
    """
    if words not in _USES:
        raise ValueError(f"use {words!r} is none of: {', '.join(_USES)}")
    return _USES[words]


def _name(row: str | Mapping[str, Any], origin: str) -> Name:
    if isinstance(row, str):
        return Name(text=row, source=origin)
    if not isinstance(row, Mapping) or not row.get("text"):
        raise ValueError("a name is a string or has a field 'text'")
    return Name(
        text=row["text"],
        language=row.get("language", "en"),
        start=row.get("start"),
        end=row.get("end"),
        use=use_of(row.get("use", NameUse.NAME.value)),
        source=row.get("source", origin),
    )


def _affiliation(row: Mapping[str, Any], origin: str) -> Affiliation:
    if not isinstance(row, Mapping) or not row.get("actor") or not row.get("relation"):
        raise ValueError("an affiliation has the fields 'actor' and 'relation'")
    return Affiliation(
        actor=row["actor"],
        relation=row["relation"],
        office=row.get("office"),
        start=row.get("start"),
        end=row.get("end"),
        source=row.get("source", origin),
    )


def _name_row(name: Name, origin: str) -> str | dict[str, str]:
    row = {"text": name.text}
    if name.language != "en":
        row["language"] = name.language
    row.update({k: v for k, v in (("start", name.start), ("end", name.end)) if v})
    if name.use is not NameUse.NAME:
        row["use"] = name.use.value
    if name.source != origin:
        row["source"] = name.source
    return name.text if len(row) == 1 else row


def _affiliation_row(one: Affiliation) -> dict[str, str]:
    row = {"actor": one.actor, "relation": one.relation}
    if one.office:
        row["office"] = one.office
    row.update({k: v for k, v in (("start", one.start), ("end", one.end)) if v})
    if one.source != "curated":
        row["source"] = one.source
    return row
