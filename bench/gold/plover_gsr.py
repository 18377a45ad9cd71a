"""PLOVER gold records: the event type of manual sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure
from bench.program import Program
from bench.records import InputRecord
from bench.scorers.claimed import top_type
from bench.scorers.classes import accuracy, macro_f1
from bench.shared import json_rows

FILES = ("plover_gsr/dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with the acceptable types, in the order of its records."""

    document: InputRecord
    types: tuple[str, ...]


def read(data: Path) -> tuple[Sentence, ...]:
    """The sentences of the developer half."""
    return tuple(
        Sentence(
            document=InputRecord(id=row["id"], text=row["text"]),
            types=tuple(event["event_plover16"] for event in row["events"]),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(sentences: Sequence[Sentence], program: Program) -> Iterator[Figure]:
    """Accuracy and macro-F1 of the surest event claim's type."""
    outputs = program.annotate((row.document for row in sentences), ("claims",))
    found = [top_type(output.claims or ()) for output in outputs]
    gold = [
        answer if answer in row.types else row.types[0]
        for row, answer in zip(sentences, found, strict=True)
    ]
    keys = [key or "" for key in gold]
    yield Figure(measure="event type accuracy", value=accuracy(keys, found), n=len(keys))
    yield Figure(measure="event type macro-F1", value=macro_f1(keys, found), n=len(keys))
