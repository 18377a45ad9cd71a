"""PLV: what a given source does to a given target, under PLOVER."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, not_offered
from bench.program import Program
from bench.records import InputRecord, PairQuery
from bench.scorers.claimed import QUAD, ROOT, between
from bench.scorers.classes import accuracy, macro_f1
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("plv/dev.jsonl.gz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with one pair, the class of 15 and the class of 4."""

    document: InputRecord
    root: str
    quad: str


def read(data: Path) -> tuple[Sentence, ...]:
    """The records whose source and target are both marked (all but 23)."""
    return tuple(
        _sentence(row)
        for row in json_rows(data / FILES[0])
        if row["source_spans"] and row["target_spans"]
    )


def figures(sentences: Sequence[Sentence], program: Program) -> Iterator[Figure]:
    """Macro-F1 over both sets of classes, by the pairs layer and by claims."""
    documents = [row.document for row in sentences]
    if program.offers("pairs"):
        outputs = program.annotate(documents, ("pairs",))
        yield from _scored("pairs", sentences, [_asked(output.pairs) for output in outputs])
    else:
        yield not_offered("root macro-F1 (pairs)", "pairs")
    found = []
    for row, output in zip(sentences, program.annotate(documents, ("claims",)), strict=True):
        [pair] = row.document.pairs
        claims = between(output.claims or (), pair.source, pair.target)
        found.append(claims[0].type if claims else None)
    yield from _scored("claims", sentences, found)


def _scored(
    layer: str, sentences: Sequence[Sentence], types: Sequence[str | None]
) -> Iterator[Figure]:
    n = len(sentences)
    roots = [ROOT.get(answer, answer) if answer else None for answer in types]
    gold = [row.root for row in sentences]
    yield Figure(measure=f"root macro-F1 ({layer})", value=macro_f1(gold, roots), n=n)
    yield Figure(measure=f"root accuracy ({layer})", value=accuracy(gold, roots), n=n)
    quads = [QUAD[answer] if answer else None for answer in types]
    quad = macro_f1([row.quad for row in sentences], quads)
    yield Figure(measure=f"quad macro-F1 ({layer})", value=quad, n=n)


def _asked(pairs: tuple[tuple[str, str | None], ...] | None) -> str | None:
    return pairs[0][1] if pairs else None


def _sentence(row: dict[str, Any]) -> Sentence:
    pair = PairQuery(
        id="p", source=Span(*row["source_spans"][0]), target=Span(*row["target_spans"][0])
    )
    return Sentence(
        document=InputRecord(id=row["id"], text=row["text"], pairs=(pair,)),
        root=row["root"],
        quad=str(row["quad"]),
    )
