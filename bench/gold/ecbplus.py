"""ECB+: event coreference across documents, mentions given and topics not (official dev split)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.program import Program
from bench.records import InputRecord, Trigger
from bench.scorers.coreference import Clustering, b_cubed, ceaf_e, clustering, conll, muc, over
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("ecbplus/ecbplus.dev.jsonl.gz",)
DOCUMENTS_PER_TOPIC = 25
"""What a limit on documents means in topics, which are never cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """The documents of one topic and the chains of their validated event mentions."""

    number: int
    documents: tuple[InputRecord, ...]
    chains: Clustering


def read(data: Path) -> tuple[Topic, ...]:
    """The eight topics of the official dev split, in order."""
    topics: dict[int, list[dict[str, Any]]] = {}
    for row in json_rows(data / FILES[0]):
        if row["official_split"] == "dev":
            topics.setdefault(row["topic"], []).append(row)
    return tuple(_topic(number, topics[number]) for number in sorted(topics))


def figures(topics: Sequence[Topic], program: Program) -> Iterator[Figure]:
    """CoNLL F1 and its three parts, singletons included; all documents are given at once, in the
    order of their ids, and the program finds the topics."""
    gold = clustering(chain for topic in topics for chain in topic.chains)
    documents = sorted((row for topic in topics for row in topic.documents), key=_document_id)
    found = over(frozenset().union(*gold), program.cluster(documents).events)
    n = sum(map(len, gold))
    yield Figure(measure="CoNLL F1", value=conll(gold, found), n=n)
    for name, measure in (("MUC", muc), ("B3", b_cubed), ("CEAF-e", ceaf_e)):
        yield Figure(measure=f"{name} F1", value=measure(gold, found).f1, n=n)


def _topic(number: int, rows: Sequence[dict[str, Any]]) -> Topic:
    chains: dict[str, list[str]] = {}
    for row in rows:
        for mention in _events(row):
            chains.setdefault(mention["chain"], []).append(_identity(row, mention))
    return Topic(
        number=number, documents=tuple(map(_document, rows)), chains=clustering(chains.values())
    )


def _document(row: dict[str, Any]) -> InputRecord:
    return InputRecord(
        id=row["doc_id"],
        text=row["text"],
        mentions=tuple(
            Trigger(id=_identity(row, mention), span=Span(mention["start"], mention["end"]))
            for mention in _events(row)
        ),
    )


def _document_id(document: InputRecord) -> str:
    return document.id


def _events(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        mention
        for mention in row["mentions"]
        if mention["kind"] == "event" and mention["validated"]
    ]


def _identity(row: dict[str, Any], mention: dict[str, Any]) -> str:
    return f"{row['doc_id']}#{mention['m_id']}"
