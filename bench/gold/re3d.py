"""re3d: entities and relations in texts on Syria and Iraq.

Entries below a confidence of 0.5 are doubtful: finding one is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.program import Program
from bench.records import ClaimFound, InputRecord, OutputRecord
from bench.scorers import spans
from bench.scorers.claimed import touches
from bench.scorers.counts import Counts
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("re3d/dev.jsonl.gz",)

_SURE = 0.5
_GROUPS = {
    "actors": ("Organisation", "Person"),
    "places": ("Location",),
    "times": ("Temporal",),
    "quantities": ("Quantity", "Money"),
}
_RELATIONS = {
    "ASSAULT": "FightingAgainst",
    "hostile": "FightingAgainst",
    "ally": "AlliesOf",
    "COOPERATE": "AlliesOf",
    "AID": "AlliesOf",
    "member": "BelongsTo",
    "affiliate": "BelongsTo",
    "spokesperson": "BelongsTo",
    "leader": "InChargeOf",
    "control": "InChargeOf",
    "CONSULT": "CommWith",
    "REQUEST": "CommWith",
    "AGREE": "CommWith",
    "SUPPORT": "Likes",
    "support": "Likes",
    "ACCUSE": "Dislikes",
    "REJECT": "Dislikes",
    "THREATEN": "Dislikes",
}
_SYMMETRIC = frozenset({"FightingAgainst", "AlliesOf", "CommWith"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A typed relation between two spans. ``sure`` is false for doubtful ones."""

    type: str
    source: Span
    target: Span
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text. ``entities`` are (type, span, sure)."""

    document: InputRecord
    entities: tuple[tuple[str, Span, bool], ...]
    relations: tuple[Relation, ...]


def read(data: Path) -> tuple[Article, ...]:
    """The documents of the developer half."""
    return tuple(map(_article, json_rows(data / FILES[0])))


def figures(articles: Sequence[Article], program: Program) -> Iterator[Figure]:
    """Overlap and exact F1 by layer, then relations by the claims that state them."""
    layers = (*_GROUPS, "claims")
    outputs = list(program.annotate((row.document for row in articles), layers))
    for layer, types in _GROUPS.items():
        for name, measure in (("overlap", spans.touching), ("exact", spans.exact)):
            counts = Counts()
            for article, output in zip(articles, outputs, strict=True):
                counts += measure(*_judged(article, _found(output, layer), types))
            label = f"{layer} ({', '.join(types)}) {name} F1"
            yield Figure(measure=label, value=counts.f1, n=round(counts.gold))
    relations = Counts()
    for article, output in zip(articles, outputs, strict=True):
        relations += compare_relations(article.relations, output.claims or ())
    yield Figure(measure="relations F1", value=relations.f1, n=round(relations.gold))


def compare_relations(gold: Sequence[Relation], claims: Sequence[ClaimFound]) -> Counts:
    """Relations of the kinds that claims express, matched by type and overlapping parties.

    Claims with the same reading count once; those that only match a doubtful entry are left out.
    """
    keys = [row for row in gold if row.sure and row.type in _RELATIONS.values()]
    doubtful = [row for row in gold if not row.sure]
    stated = {_reading(claim): claim for claim in claims if _reading(claim)[0]}.values()
    left = list(keys)
    hits = answers = 0
    for claim in stated:
        hit = next((row for row in left if _states(claim, row)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
        elif any(_states(claim, row) for row in doubtful):
            continue
        answers += 1
    return Counts.of(hits, answers, len(keys))


def _reading(claim: ClaimFound) -> tuple[str | None, tuple[Span, ...], tuple[Span, ...]]:
    relation = _RELATIONS.get(claim.type or "") if claim.actors and claim.recipients else None
    sides = tuple(p.span for p in claim.actors), tuple(p.span for p in claim.recipients)
    return relation, *sides


def _states(claim: ClaimFound, row: Relation) -> bool:
    if _RELATIONS.get(claim.type or "") != row.type:
        return False
    straight = touches(claim.actors, row.source) and touches(claim.recipients, row.target)
    turned = touches(claim.actors, row.target) and touches(claim.recipients, row.source)
    return straight or (turned and row.type in _SYMMETRIC)


def _judged(
    article: Article, found: list[Span], types: tuple[str, ...]
) -> tuple[list[spans.Unit], list[spans.Unit]]:
    entries = [row for row in article.entities if row[0] in types]
    gold = {span for _, span, sure in entries if sure}
    doubtful = [span for _, span, sure in entries if not sure]
    kept = [
        span
        for span in found
        if any(span.overlaps(key) for key in gold)
        or not any(span.overlaps(other) for other in doubtful)
    ]
    return [spans.unit(span) for span in gold], [spans.unit(span) for span in kept]


def _found(output: OutputRecord, layer: str) -> list[Span]:
    if layer == "places":
        return [place.span for place in output.places or () if not place.adjectival]
    entries = {"actors": output.actors, "times": output.times, "quantities": output.quantities}
    return [entry.span for entry in entries[layer] or ()]


def _article(row: dict[str, Any]) -> Article:
    return Article(
        document=InputRecord(id=row["doc_id"], text=row["text"], outlet=row["source"]),
        entities=tuple(
            (entry["type"], Span(entry["start"], entry["end"]), entry["confidence"] >= _SURE)
            for entry in row["entities"]
        ),
        relations=tuple(
            Relation(
                type=entry["type"],
                source=Span(*entry["source"]),
                target=Span(*entry["target"]),
                sure=entry["confidence"] >= _SURE,
            )
            for entry in row["relations"]
        ),
    )
