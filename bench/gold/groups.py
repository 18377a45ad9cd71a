"""Mentions of groups in the two seed reports, linked by hand: offsets and ids, no words of theirs.

A mention is a name, a description or a reference that stands for an armed group, a coalition, a
state, or a part of one. Left out are descriptions that only say what something is ("a hard-line
faction"), that no reader could link, or that stand for single people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.gold.seed_keys import keyed
from bench.program import Program
from bench.records import ActorFound, InputRecord
from secondsource.text import Span

FORMS = ("name", "description", "reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupKey:
    """One mention: each set of ``actors`` is a right answer; ``form`` is one of `FORMS`."""

    span: Span
    form: str
    actors: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """One report with its mentions."""

    document: InputRecord
    keys: tuple[GroupKey, ...]


def read(data: Path) -> tuple[Keyed, ...]:
    """The seed reports beside the shared ``data`` folder."""
    return tuple(
        Keyed(document=document, keys=tuple(map(_key, rows)))
        for document, rows in keyed("groups.jsonl", data)
    )


def figures(rows: Sequence[Keyed], program: Program) -> Iterator[Figure]:
    """The share of mentions linked right, of all and of each form."""
    outputs = program.annotate((row.document for row in rows), ("actors", "places"))
    judged = [
        (key.form, any(linked(key, actor) for actor in output.actors or ()))
        for row, output in zip(rows, outputs, strict=True)
        for key in row.keys
    ]
    yield share("mentions linked right", sum(right for _, right in judged), len(judged))
    for form in FORMS:
        of_form = [right for name, right in judged if name == form]
        yield share(f"{form}s linked right", sum(of_form), len(of_form))


def linked(key: GroupKey, actor: ActorFound) -> bool:
    """Whether a mention touches the key's words and stands for one of its sets of actors."""
    ids = frozenset(actor.members) or frozenset(filter(None, [actor.id]))
    return key.span.overlaps(actor.span) and ids in key.actors


def _key(row: dict[str, Any]) -> GroupKey:
    return GroupKey(
        span=Span(*row["span"]), form=row["form"], actors=tuple(map(frozenset, row["actors"]))
    )
