"""MEANTIME (the Apple corpus): time expressions; certainty and polarity of events.

Time expressions and stance are annotated in the title, the date line and the next four sentences
only (one a line), so what is found after them is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.gold.timeml import time_figures, timexes
from bench.program import Program
from bench.records import ClaimFound, InputRecord, OutputRecord
from bench.scorers.claimed import anchored
from bench.scorers.classes import macro_f1
from bench.scorers.times import Timex
from bench.shared import json_rows
from bench.stances import head_of, parses
from secondsource.claims import stance_at
from secondsource.text import Span

FILES = ("meantime/meantime.dev.jsonl.gz",)

_ANNOTATED_LINES = 6
_CERTAINTY = {"CERTAIN": "certain", "POSSIBLE": "open", "PROBABLE": "open"}
_POLARITY = {"POS": "affirmed", "NEG": "denied"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event mention; what the corpus leaves underspecified is ``None``."""

    span: Span
    certainty: str | None
    polarity: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article with its time expressions and events, annotated within ``annotated``."""

    document: InputRecord
    annotated: Span
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]


def read(data: Path) -> tuple[Article, ...]:
    """The articles of the developer half."""
    return tuple(
        Article(
            document=InputRecord(
                id=row["doc_id"], text=row["text"], published=row["dct"], outlet=row["outlet"]
            ),
            annotated=Span(0, len("\n".join(row["text"].split("\n")[:_ANNOTATED_LINES]))),
            timexes=timexes(row["timexes"]),
            events=tuple(map(_event, row["events"])),
        )
        for row in json_rows(data / FILES[0])
    )


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """TempEval's three, then events found as claims and the stance of those found."""
    outputs = list(program.annotate((row.document for row in articles), ("times", "claims")))
    judged = [_within(*row) for row in zip(articles, outputs, strict=True)]
    yield from time_figures([row.timexes for row in articles], judged)
    yield from _events(articles, outputs)
    yield from _stances(articles)


def _stances(articles: Sequence[Article]) -> Iterator[Figure]:
    """Certainty and polarity at every event with both, claim or not, read from the parse alone."""
    judged = [
        (event, stance_at(parse, head))
        for row, parse in zip(articles, parses(row.document.text for row in articles), strict=True)
        for event in row.events
        if event.certainty and event.polarity and (head := head_of(parse, event.span))
    ]
    gold = [event.certainty or "" for event, _ in judged]
    found = [_certainty(put.modality.value, bool(put.hedges)) for _, put in judged]
    yield _macro("certainty macro-F1 of all events", gold, found)
    gold = [event.polarity or "" for event, _ in judged]
    yield _macro("polarity macro-F1 of all events", gold, [p.polarity.value for _, p in judged])


def _macro(measure: str, gold: Sequence[str], found: Sequence[str]) -> Figure:
    return Figure(measure=measure, value=macro_f1(gold, found) if gold else None, n=len(gold))


def _events(articles: Sequence[Article], outputs: Sequence[OutputRecord]) -> Iterator[Figure]:
    events = [
        (event, output.claims or ())
        for row, output in zip(articles, outputs, strict=True)
        for event in row.events
        if event.certainty and event.polarity
    ]
    found = [(event, claims[0]) for event, rows in events if (claims := anchored(rows, event.span))]
    yield share("events found as claims", len(found), len(events))
    for name, gold, answers in (
        (
            "certainty",
            [event.certainty or "" for event, _ in found],
            [_surety(c) for _, c in found],
        ),
        ("polarity", [event.polarity or "" for event, _ in found], [c.polarity for _, c in found]),
    ):
        value = macro_f1(gold, answers) if found else None
        yield Figure(measure=f"{name} macro-F1 of those found", value=value, n=len(found))


def _within(article: Article, output: OutputRecord) -> OutputRecord:
    times = (time for time in output.times or () if article.annotated.contains(time.span))
    return replace(output, times=tuple(times))


def _surety(claim: ClaimFound) -> str:
    return _certainty(claim.modality, bool(claim.hedges))


def _certainty(modality: str, hedged: bool) -> str:
    """The set's certainty is what the source is sure of, so that a hedge counts and a plan does
    not. That something depends on a condition is another attribute of its guidelines."""
    return "open" if hedged or modality == "possible" else "certain"


def _event(row: dict[str, Any]) -> Event:
    return Event(
        span=Span(row["start"], row["end"]),
        certainty=_CERTAINTY.get(row.get("certainty", "")),
        polarity=_POLARITY.get(row.get("polarity", "")),
    )
