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
from bench.scorers.templates import ROLES, Template, compare, entity
from bench.shared import json_rows

FILES = ("muc4/gtt_dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message with its templates (none: an irrelevant message)."""

    document: InputRecord
    templates: tuple[Template, ...]


def read(data: Path) -> tuple[Message, ...]:
    """The 200 messages of TST1 and TST2."""
    return tuple(
        Message(
            document=InputRecord(id=row["docid"], text=row["doctext"]),
            templates=tuple(map(_template, row["templates"])),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(messages: Sequence[Message], program: Program) -> Iterator[Figure]:
    """Micro-F1 over incident types and role fillers."""
    if not program.offers("incidents"):
        yield not_offered("CEAF-REE micro-F1", "incidents")
        return
    outputs = program.annotate((row.document for row in messages), ("incidents",))
    counts = total(
        [
            compare(row.templates, tuple(map(answer, output.incidents or ())))
            for row, output in zip(messages, outputs, strict=True)
        ]
    )
    yield Figure(measure="CEAF-REE micro-F1", value=counts.f1, n=round(counts.gold))


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
