"""News on armed conflict without a key: that everything reads, and that evidence is in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure, share
from bench.program import Program
from bench.records import InputRecord
from bench.shared import json_rows

FILES = ("allsides_conflict/allsides_conflict.dev.jsonl.gz",)


def read(data: Path) -> tuple[InputRecord, ...]:
    """The articles of the developer half."""
    return tuple(
        InputRecord(id=row["doc_id"], text=row["text"], published=row["date"], outlet=row["outlet"])
        for row in json_rows(data / FILES[0])
    )


def figures(documents: Sequence[InputRecord], program: Program) -> Iterator[Figure]:
    """Articles with a claim; evidence whose words stand at its offsets (below 1 is a bug)."""
    outputs = program.annotate(documents, ("claims",))
    read_well = covered = right = evidence = 0
    for document, output in zip(documents, outputs, strict=True):
        quoted = [words for claim in output.claims or () for words in claim.evidence]
        read_well += output.error is None
        covered += bool(output.claims)
        evidence += len(quoted)
        right += sum(words.span.of(document.text) == words.text for words in quoted)
    yield share("articles annotated without an error", read_well, len(documents))
    yield share("articles with a claim", covered, len(documents))
    yield share("evidence at its offsets", right, evidence)
