"""CommitmentBank: is the embedded clause presented as true, as false, or left open?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.program import Program
from bench.records import ClaimFound, InputRecord, OutputRecord
from bench.scorers.claimed import anchored, commitment
from bench.scorers.classes import macro_f1
from bench.shared import json_rows
from secondsource.text import Span

FILES = ("commitmentbank/dev.jsonl.gz",)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. ``target`` is the sentence that embeds ``clause``."""

    document: InputRecord
    target: Span
    clause: str
    answer: str


def read(data: Path) -> tuple[Item, ...]:
    """The items of the developer half."""
    return tuple(map(_item, json_rows(data / FILES[0])))


def figures(items: Sequence[Item], program: Program) -> Iterator[Figure]:
    """Clauses found as claims, and macro-F1 over the three classes."""
    outputs = program.annotate((row.document for row in items), ("claims",))
    found = [embedded(*row) for row in zip(items, outputs, strict=True)]
    answers = [commitment(claim) if claim else None for claim in found]
    gold = [row.answer for row in items]
    judged = [(key, answer) for key, answer in zip(gold, answers, strict=True) if answer]
    yield share("clauses found as claims", len(judged), len(items))
    yield Figure(measure="commitment macro-F1", value=macro_f1(gold, answers), n=len(gold))
    value = macro_f1([key for key, _ in judged], [answer for _, answer in judged])
    yield Figure(
        measure="commitment macro-F1 of those found",
        value=value if judged else None,
        n=len(judged),
    )


def embedded(item: Item, output: OutputRecord) -> ClaimFound | None:
    """The surest claim in the target sentence whose trigger stands in the embedded clause."""
    words = set(_WORD.findall(item.clause.lower()))
    claims = [
        claim
        for claim in anchored(output.claims or (), item.target)
        if claim.trigger and words.issuperset(_WORD.findall(claim.trigger.text.lower()))
    ]
    return max(claims, key=lambda claim: claim.confidence, default=None)


def answer_class(mean: float) -> str:
    """``true`` from 1, ``false`` up to -1, else ``open`` (the set's three classes)."""
    if mean >= 1:
        return "true"
    return "false" if mean <= -1 else "open"


def _item(row: dict[str, Any]) -> Item:
    text = f"{row['context']} {row['target']}"
    return Item(
        document=InputRecord(id=row["id"], text=text),
        target=Span(len(text) - len(row["target"]), len(text)),
        clause=row["prompt"],
        answer=answer_class(row["mean"]),
    )
