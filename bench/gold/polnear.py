"""PolNeAR: attributions in political news, scored by role and as linked source and content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.program import Program
from bench.records import AttributionFound, InputRecord
from bench.scorers import spans
from bench.scorers.counts import Counts, total
from bench.scorers.spans import Unit
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("polnear/dev.jsonl.gz",)

Measure = Callable[[list[Unit], list[Unit]], Counts]

_MEASURES: tuple[tuple[str, Measure], ...] = (
    ("exact", spans.exact),
    ("begin", spans.begin),
    ("overlap", spans.touching),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its attributions."""

    document: InputRecord
    attributions: tuple[AttributionFound, ...]


def read(data: Path) -> tuple[Article, ...]:
    """The dev articles, as read by their first annotator."""
    return tuple(
        Article(
            document=InputRecord(
                id=row["doc_id"],
                text=row["text"],
                published=row["date"],
                outlet=row["publisher"],
            ),
            attributions=tuple(map(_attribution, row["attributions"])),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """F1 of source, cue and content by four measures, and of linked source and content."""
    outputs = list(program.annotate((row.document for row in articles), ("attributions",)))
    found = [output.attributions or () for output in outputs]
    for role, pick in (("source", _source), ("cue", _cue), ("content", _content)):
        units = [
            (row.document.text, _units(row.attributions, pick), _units(answers, pick))
            for row, answers in zip(articles, found, strict=True)
        ]
        for name, measure in _MEASURES:
            yield _figure(
                f"{role} {name} F1", total([measure(key, answer) for _, key, answer in units])
            )
        yield _figure(f"{role} jaccard F1", total([spans.jaccard(*row) for row in units]))
    for name, linked in (("exact", linked_exact), ("overlap", linked_overlap)):
        rows = zip(articles, found, strict=True)
        counts = total([linked(row.attributions, answers) for row, answers in rows])
        yield _figure(f"linked source–content {name} F1", counts)


def linked_exact(gold: Sequence[AttributionFound], found: Sequence[AttributionFound]) -> Counts:
    """Attributions whose source and content are both the same, among those with both."""
    keys = {(row.source, row.content) for row in gold if row.source and row.content}
    answers = {(row.source, row.content) for row in found if row.source and row.content}
    return Counts.of(len(keys & answers), len(answers), len(keys))


def linked_overlap(gold: Sequence[AttributionFound], found: Sequence[AttributionFound]) -> Counts:
    """As `linked_exact`, with overlap for equality; one to one, the largest overlap first."""
    keys = [row for row in gold if row.source and row.content]
    answers = [row for row in found if row.source and row.content]
    pairs = sorted(
        (-spans.overlap(key.content, answer.content), i, j)
        for i, key in enumerate(keys)
        for j, answer in enumerate(answers)
        if spans.overlap(key.source, answer.source) and spans.overlap(key.content, answer.content)
    )
    left, right = set(range(len(keys))), set(range(len(answers)))
    hits = 0
    for _, i, j in pairs:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            hits += 1
    return Counts.of(hits, len(answers), len(keys))


def _figure(measure: str, counts: Counts) -> Figure:
    return Figure(measure=measure, value=counts.f1, n=round(counts.gold))


def _units(
    rows: Sequence[AttributionFound], pick: Callable[[AttributionFound], Unit]
) -> list[Unit]:
    return [found for row in rows if (found := pick(row))]


def _source(row: AttributionFound) -> Unit:
    return row.source


def _cue(row: AttributionFound) -> Unit:
    return row.cue


def _content(row: AttributionFound) -> Unit:
    return row.content


def _attribution(row: dict[str, Any]) -> AttributionFound:
    return AttributionFound(
        source=tuple(Span(*ends) for ends in row["source"]),
        cue=tuple(Span(*ends) for ends in row["cue"]),
        content=tuple(Span(*ends) for ends in row["content"]),
    )
