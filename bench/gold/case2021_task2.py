"""CASE 2021 task 2: the ACLED sub-event type of a snippet (subtask 1, the 25 ACLED types)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, not_offered
from bench.program import Program
from bench.records import InputRecord
from bench.scorers.classes import accuracy, macro_f1, weighted_f1
from bench.shared import json_rows

FILES = ("case2021_task2/dev.jsonl.gz", "case2021_task2/label_map.json")

_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """One snippet with the key of its sub-event type (see `key`)."""

    document: InputRecord
    type: str


def read(data: Path) -> tuple[Snippet, ...]:
    """The snippets that carry one of the 25 ACLED types."""
    names: dict[str, str] = json.loads((data / FILES[1]).read_text(encoding="utf-8"))
    return tuple(
        Snippet(document=InputRecord(id=row["id"], text=row["text"]), type=key(names[row["label"]]))
        for row in json_rows(data / FILES[0])
        if row["acled"]
    )


def figures(snippets: Sequence[Snippet], program: Program) -> Iterator[Figure]:
    """Weighted, micro and macro F1."""
    if not program.offers("acled"):
        yield not_offered("sub-event type weighted F1", "acled")
        return
    outputs = program.annotate((row.document for row in snippets), ("acled",))
    found = [key(output.acled) if output.acled else None for output in outputs]
    gold = [row.type for row in snippets]
    for name, measure in (("weighted", weighted_f1), ("micro", accuracy), ("macro", macro_f1)):
        label = f"sub-event type {name} F1"
        yield Figure(measure=label, value=measure(gold, found), n=len(gold))


def key(name: str) -> str:
    """The letters of a sub-event type's name; ACLED has changed "protestors" to "protesters"."""
    return _NOT_LETTERS.sub("", name.lower().replace("protestors", "protesters"))
