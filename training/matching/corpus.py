"""Pairs of triggers with what they are compared by, from ECB+ and the reports from Syria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bench.gold import fakes_syria
from bench.shared import json_rows
from secondsource.annotations import Layers
from secondsource.fusion.matching.mention_features import FEATURES
from secondsource.fusion.mentions import compared_topics, proposed
from secondsource.fusion.records import EventMention
from secondsource.pipeline.documents import as_report, parse_documents
from secondsource.pipeline.reading import Plan, read_reports
from secondsource.text import Span
from training.matching.regression import Floats

_ECBPLUS = "ecbplus/ecbplus.dev.jsonl.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A set of documents, as `annotate` takes them, with triggers and the event of each.

    ``part`` keeps what may share an event on one side of a split, by document.
    """

    name: str
    documents: tuple[dict[str, str], ...]
    mentions: tuple[EventMention, ...]
    event: dict[str, str]
    part: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The compared pairs of one topic that the program found.

    ``pairs`` count ``ids``; ``rows`` is (pairs, features); ``alike`` is true of triggers of one
    kind, ``right`` of pairs that are one event.
    """

    name: str
    ids: tuple[str, ...]
    parts: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    rows: Floats
    alike: np.ndarray
    right: np.ndarray


def read_sets(data: Path) -> Iterator[Told]:
    """ECB+ train and dev, each at once, and the Syrian reports."""
    for split in ("train", "dev"):
        yield _ecbplus(data, split)
    yield _syria(data)


def _ecbplus(data: Path, split: str) -> Told:
    rows = [row for row in json_rows(data / _ECBPLUS) if row["official_split"] == split]
    mentions, event = [], {}
    for row in rows:
        for given in row["mentions"]:
            if given["kind"] == "event" and given["validated"]:
                identity = f"{row['doc_id']}#{given['m_id']}"
                span = Span(given["start"], given["end"])
                mentions.append(EventMention(id=identity, report_id=row["doc_id"], span=span))
                event[identity] = given["chain"]
    return Told(
        name=f"ecbplus {split}",
        documents=tuple({"id": row["doc_id"], "text": row["text"]} for row in rows),
        mentions=tuple(mentions),
        event=event,
        part={row["doc_id"]: f"topic {row['topic']}" for row in rows},
    )


def _syria(data: Path) -> Told:
    rows = [row for row in fakes_syria.read(data) if row.document.mentions]
    return Told(
        name="syria",
        documents=tuple(
            {"id": row.document.id, "text": row.document.text, "outlet": row.document.outlet or ""}
            for row in rows
        ),
        mentions=tuple(
            EventMention(id=row.document.id, report_id=row.document.id, span=mention.span)
            for row in rows
            for mention in row.document.mentions[:1]
        ),
        event={row.document.id: row.event for row in rows},
        part={row.document.id: row.event[:7] for row in rows},
    )


def read_layers(told: Told) -> list[Layers]:
    """The documents with their layers, read as the program reads them."""
    documents = parse_documents(told.documents)
    reports = (replace(as_report(row), id=row.id) for row in documents)
    return [reading.layers for reading in read_reports(reports, Plan(claims=False))]


def compared(told: Told, layers: Sequence[Layers]) -> Iterator[Topic]:
    """The topics that the program finds in a set, with their pairs."""
    reports = [row.report for row in layers]
    for topic in compared_topics(reports, told.mentions, layers):
        if not topic:
            continue
        at = {row.mention.id: number for number, row in enumerate(topic)}
        found = list(proposed(topic))
        rows = [[feature.measure(*pair) for feature in FEATURES] for pair in found]
        events = [(told.event[a.mention.id], told.event[b.mention.id]) for a, b in found]
        yield Topic(
            name=told.name,
            ids=tuple(at),
            parts=tuple(told.part[row.mention.report_id] for row in topic),
            pairs=tuple((at[a.mention.id], at[b.mention.id]) for a, b in found),
            rows=np.array(rows, dtype=np.float64).reshape(len(found), len(FEATURES)),
            alike=np.array([a.key == b.key for a, b in found], dtype=np.bool_),
            right=np.array([a == b for a, b in events], dtype=np.bool_),
        )
