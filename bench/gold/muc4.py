"""MUC-4 in the GTT view: incident templates with five roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, not_offered
from bench.program import Program
from bench.records import IncidentFound, InputRecord
from bench.scorers.counts import total
from bench.scorers.templates import ROLES, Template, compare, compare_parts, entity
from bench.shared import json_rows

FILES = ("muc4/gtt_dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message with its templates (none: an irrelevant message)."""

    document: InputRecord
    templates: tuple[Template, ...]


def read(data: Path) -> tuple[Message, ...]:
    """The 200 messages of TST1 and TST2."""
    return tuple(message(row) for row in json_rows(data / FILES[0]))


def message(row: dict[str, Any]) -> Message:
    """A message of the GTT view."""
    return Message(
        document=InputRecord(id=row["docid"], text=row["doctext"]),
        templates=tuple(map(_template, row["templates"])),
    )


def figures(messages: Sequence[Message], program: Program) -> Iterator[Figure]:
    """Micro-F1 over incident types and role fillers."""
    if not program.offers("incidents"):
        yield not_offered("CEAF-REE micro-F1", "incidents")
        return
    outputs = program.annotate((row.document for row in messages), ("incidents",))
    found = [
        (row.templates, tuple(map(answer, output.incidents or ())))
        for row, output in zip(messages, outputs, strict=True)
    ]
    counts = total([compare(*row) for row in found])
    yield Figure(measure="CEAF-REE micro-F1", value=counts.f1, n=round(counts.gold))
    parts = zip(*(compare_parts(*row) for row in found), strict=True)
    for name, part in zip(("incident type", *ROLES), parts, strict=True):
        counts = total(list(part))
        yield Figure(measure=f"{name} F1", value=counts.f1, n=round(counts.gold))


def answer(incident: IncidentFound) -> Template:
    """The template of an incident that the program found."""
    roles = dict(incident.entities)
    return Template(
        types=frozenset([incident.type]),
        roles=tuple(tuple(map(entity, roles.get(role, ()))) for role in ROLES),
    )


def _template(row: dict[str, Any]) -> Template:
    return Template(
        types=frozenset(row["incident_type"].split(" / ")),
        roles=tuple(
            tuple(entity(tuple(words for words, _ in mentions)) for mentions in row[role])
            for role in ROLES
        ),
    )
