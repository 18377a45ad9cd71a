"""Sources in the two seed reports, described by hand: offsets, sorts and ids, no words of theirs.

A source is the noun phrase of somebody or something that the report says has said it; pronouns are
left out. ``of`` are the right answers to which actor it belongs to, ``at`` where it says that it
speaks, ``via`` the outlet that it told; each is judged only where the key has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.gold.seed_keys import keyed
from bench.program import Program
from bench.records import AttributionFound, InputRecord, SourceFound
from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceKey:
    """One source. ``types`` are the right sorts, ``role`` the finer one in a word."""

    span: Span
    types: tuple[str, ...]
    role: str | None
    of: tuple[str, ...]
    at: Span | None
    via: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """One report with its sources."""

    document: InputRecord
    keys: tuple[SourceKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A source with what was found of it, and each field that the key has."""

    found: bool
    fields: tuple[tuple[str, bool], ...] = ()


FIELDS = ("type", "role", "affiliation", "location", "outlet told")


def read(data: Path) -> tuple[Keyed, ...]:
    """The seed reports beside the shared ``data`` folder."""
    return tuple(
        Keyed(document=document, keys=tuple(map(_key, rows)))
        for document, rows in keyed("sources.jsonl", data)
    )


def figures(rows: Sequence[Keyed], program: Program) -> Iterator[Figure]:
    """The share of sources found, and of those found the share right in each field."""
    outputs = program.annotate((row.document for row in rows), ("attributions",))
    judged = [
        judge(key, output.attributions or ())
        for row, output in zip(rows, outputs, strict=True)
        for key in row.keys
    ]
    yield share("sources found", sum(row.found for row in judged), len(judged))
    for name in FIELDS:
        right = [ok for row in judged for field, ok in row.fields if field == name]
        yield share(f"{name} right", sum(right), len(right))


def judge(key: SourceKey, attributions: Sequence[AttributionFound]) -> Judged:
    """The best described source at the key's words."""
    answers = [
        Judged(found=True, fields=tuple(_fields(key, source, attribution)))
        for attribution in attributions
        for source in attribution.details
        if source.span.overlaps(key.span)
    ]
    return max(
        answers, key=lambda row: sum(ok for _, ok in row.fields), default=Judged(found=False)
    )


def _fields(
    key: SourceKey, source: SourceFound, attribution: AttributionFound
) -> Iterator[tuple[str, bool]]:
    yield "type", source.type in key.types
    if key.role is not None:
        yield "role", source.role == key.role
    if key.of:
        yield "affiliation", source.affiliate in key.of
    if key.at is not None:
        yield "location", source.location is not None and source.location.overlaps(key.at)
    if key.via is not None:
        yield "outlet told", attribution.via is not None and attribution.via.overlaps(key.via)


def _key(row: dict[str, Any]) -> SourceKey:
    return SourceKey(
        span=Span(*row["source"]),
        types=tuple(row["type"]),
        role=row["role"],
        of=tuple(row["of"] or ()),
        at=Span(*row["at"]) if row["at"] else None,
        via=Span(*row["via"]) if row["via"] else None,
    )
