"""CAMEO quad classes of sentences, and the spans of source and target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, not_offered
from bench.program import Program
from bench.records import InputRecord, OutputRecord, PairQuery
from bench.scorers import spans
from bench.scorers.claimed import QUAD, between, events, top_type
from bench.scorers.classes import accuracy, macro_f1
from bench.scorers.counts import Counts
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("cameo_quad/dev.jsonl.gz",)

_NEUTRAL = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. ``quad`` and the spans are ``None`` where the set does not give them."""

    document: InputRecord
    quad: str | None
    sources: tuple[Span, ...] | None
    targets: tuple[Span, ...] | None


def read(data: Path) -> tuple[Sentence, ...]:
    """The sentences of the developer half."""
    return tuple(map(_sentence, json_rows(data / FILES[0])))


def figures(sentences: Sequence[Sentence], program: Program) -> Iterator[Figure]:
    """Macro-F1 over the five classes, and overlap F1 of the parties of all event claims."""
    documents = [row.document for row in sentences]
    outputs = list(program.annotate(documents, ("claims",)))
    rows = list(zip(sentences, outputs, strict=True))
    yield from _quads("claims", sentences, [_by_claims(*row) for row in rows])
    if program.offers("pairs"):
        asked = [row for row in sentences if row.document.pairs]
        answers = program.annotate((row.document for row in asked), ("pairs",))
        yield from _quads("pairs", asked, [_by_pair(output) for output in answers])
    else:
        yield not_offered("quad macro-F1 (pairs)", "pairs")
    for role in ("source", "target"):
        counts = sum((_parties(role, *row) for row in rows), Counts())
        yield Figure(measure=f"{role} overlap F1", value=counts.f1, n=round(counts.gold))


def _quads(layer: str, sentences: Sequence[Sentence], found: Sequence[str]) -> Iterator[Figure]:
    judged = [(row.quad, a) for row, a in zip(sentences, found, strict=True) if row.quad]
    gold, answers = [key for key, _ in judged], [answer for _, answer in judged]
    n = len(judged)
    yield Figure(measure=f"quad macro-F1 ({layer})", value=macro_f1(gold, answers), n=n)
    yield Figure(measure=f"quad accuracy ({layer})", value=accuracy(gold, answers), n=n)


def _by_claims(row: Sentence, output: OutputRecord) -> str:
    """The class of the claim between the marked parties, else of the surest event claim."""
    claims = output.claims or ()
    for pair in row.document.pairs:
        matching = between(claims, pair.source, pair.target)
        if matching:
            return QUAD[matching[0].type or ""]
    return QUAD.get(top_type(claims) or "", _NEUTRAL)


def _by_pair(output: OutputRecord) -> str:
    answer = output.pairs[0][1] if output.pairs else None
    return QUAD[answer] if answer else _NEUTRAL


def _parties(role: str, row: Sentence, output: OutputRecord) -> Counts:
    gold = row.sources if role == "source" else row.targets
    if gold is None:
        return Counts()
    found = [
        party.span
        for claim in events(output.claims or ())
        for party in (claim.actors if role == "source" else claim.recipients)
    ]
    return spans.touching(map(spans.unit, gold), map(spans.unit, found))


def _sentence(row: dict[str, Any]) -> Sentence:
    marked = row["spans"]
    both = [Span(*ends) for ends in marked["reciprocal"]] if marked else []
    sources = [Span(*ends) for ends in marked["source"]] if marked else []
    targets = [Span(*ends) for ends in marked["target"]] if marked else []
    pairs = (
        (PairQuery(id="p", source=sources[0], target=targets[0]),) if sources and targets else ()
    )
    quad = row["quad_class"]
    return Sentence(
        document=InputRecord(id=row["id"], text=row["text"], pairs=pairs),
        quad=None if quad is None else str(quad),
        sources=(*sources, *both) if marked else None,
        targets=(*targets, *both) if marked else None,
    )
