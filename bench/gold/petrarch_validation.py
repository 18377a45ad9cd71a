"""PETRARCH's validation sentences, as regression examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.program import Program
from bench.records import InputRecord
from bench.scorers.claimed import events
from bench.shared import json_rows

FILES = ("petrarch_validation/dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with the PLOVER types expected of it (none: no event expected)."""

    document: InputRecord
    types: frozenset[str]


def read(data: Path) -> tuple[Sentence, ...]:
    """The sentences that expect no event, or only events with a PLOVER type.

    Sentences that test that coder's input errors are left out.
    """
    return tuple(
        Sentence(
            document=InputRecord(id=row["id"], text=row["text"], published=_date(row["date"])),
            types=frozenset(event["plover16"] for event in row["events"]),
        )
        for row in json_rows(data / FILES[0])
        if not row["error_expected"] and _typed(row)
    )


def figures(sentences: Sequence[Sentence], program: Program) -> Iterator[Figure]:
    """Expected types that some event claim has; eventless sentences left without one."""
    outputs = program.annotate((row.document for row in sentences), ("claims",))
    expected = found = eventless = silent = 0
    for row, output in zip(sentences, outputs, strict=True):
        types = {claim.type for claim in events(output.claims or ())}
        expected += len(row.types)
        found += len(row.types & types)
        eventless += not row.types
        silent += not row.types and not types
    yield share("expected types found", found, expected)
    yield share("eventless sentences left so", silent, eventless)


def _typed(row: dict[str, Any]) -> bool:
    types = [event["plover16"] for event in row["events"]]
    return None not in types and (bool(types) or row["no_events"])


def _date(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
