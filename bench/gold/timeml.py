"""TempEval-3 training half (TimeBank, AQUAINT): time expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.program import Program
from bench.records import InputRecord, OutputRecord
from bench.scorers.times import TimeCounts, Timex, compare
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("timeml/tempeval3.dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its time expressions; the creation time is its publication."""

    document: InputRecord
    timexes: tuple[Timex, ...]


def read(data: Path) -> tuple[Article, ...]:
    """The articles of TimeBank and AQUAINT."""
    return tuple(
        Article(
            document=InputRecord(id=row["doc_id"], text=row["text"], published=row["dct"]["value"]),
            timexes=timexes(row["timexes"]),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """Relaxed, strict and value F1."""
    outputs = program.annotate((row.document for row in articles), ("times",))
    yield from time_figures([row.timexes for row in articles], list(outputs))


def timexes(rows: Sequence[dict[str, Any]]) -> tuple[Timex, ...]:
    """The time expressions of a record."""
    return tuple(Timex(Span(row["start"], row["end"]), row["value"]) for row in rows)


def time_figures(
    gold: Sequence[tuple[Timex, ...]], outputs: Sequence[OutputRecord]
) -> Iterator[Figure]:
    """Task A's three figures over documents."""
    counts = TimeCounts()
    for keys, output in zip(gold, outputs, strict=True):
        found = (Timex(time.span, time.value) for time in output.times or ())
        counts += compare(keys, found)
    n = round(counts.strict.gold)
    yield Figure(measure="timex relaxed F1", value=counts.relaxed.f1, n=n)
    yield Figure(measure="timex strict F1", value=counts.strict.f1, n=n)
    yield Figure(measure="timex value F1", value=counts.value.f1, n=n)
