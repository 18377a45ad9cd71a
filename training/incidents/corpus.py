"""MUC-4 messages with their answer keys, in the form of one JSON object a line."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondsource.annotations.engines.incidents import IncidentRole, IncidentType

_ROLES = {
    "PerpInd": IncidentRole.PERPETRATOR,
    "PerpOrg": IncidentRole.ORGANIZATION,
    "Target": IncidentRole.TARGET,
    "Weapon": IncidentRole.INSTRUMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that fill a role, in lower case."""

    words: str
    role: IncidentRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One incident of the key; several ``types`` where any of them is accepted."""

    types: frozenset[IncidentType]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The body of a message in lower case, with its incidents (none: irrelevant)."""

    id: str
    text: str
    templates: tuple[Template, ...]


def read_messages(path: Path) -> tuple[Message, ...]:
    """The messages of a gzipped file of full records."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        return tuple(_message(json.loads(row)) for row in rows)


def _message(row: dict[str, Any]) -> Message:
    return Message(
        id=row["doc_id"],
        text=row["text"][row["body_start"] :].lower(),
        templates=tuple(
            Template(
                types=frozenset(IncidentType(name.lower()) for name in found["incident_type"]),
                mentions=tuple(_once(_mentions(found))),
            )
            for found in row["templates"]
        ),
    )


def _mentions(found: dict[str, Any]) -> Iterator[Mention]:
    for name, role in _ROLES.items():
        for entity in found[name]:
            for mention in entity["mentions"]:
                yield Mention(words=mention["text"].lower(), role=role)
    for victim in found["Victim"]:
        named = victim["kind"] == "name"
        role = IncidentRole.VICTIM if named else IncidentRole.GROUP
        for mention in victim["mentions"]:
            yield Mention(words=mention["text"].lower(), role=role)
        for mention in victim["descriptions"]:
            yield Mention(words=mention["text"].lower(), role=IncidentRole.GROUP)


def _once(mentions: Iterable[Mention]) -> Iterator[Mention]:
    yield from dict.fromkeys(mention for mention in mentions if mention.words.strip())


def pattern(words: str) -> re.Pattern[str]:
    """Matches ``words`` whole, however they are spaced."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)")
