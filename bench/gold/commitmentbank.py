"""CommitmentBank: is the embedded clause presented as true, as false, or left open?

Few of its clauses are claims at all, since their verbs are those of daily life. So the reading of
stance is scored as well by itself, on every clause: how the clause stands by what embeds it. The
set's own name of the embedding verb is used to find the clause, and for nothing else.

The set asks what the writer holds; a claim is put as its source puts it, and says who that is. So
what somebody else is said not to believe, which is that source's denial, is open here.
"""

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
from bench.stances import commitment_of, is_another_s, parses
from secondsource.annotations import Parse, Token
from secondsource.claims import stance_around
from secondsource.text import Span

FILES = ("commitmentbank/dev.jsonl.gz",)

_COMPLEMENTS = ("ccomp", "xcomp", "advcl", "acl", "dep", "relcl", "conj", "dobj")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item. ``target`` is the sentence that embeds ``clause``."""

    document: InputRecord
    target: Span
    clause: str
    answer: str
    verb: str = ""


def read(data: Path) -> tuple[Item, ...]:
    """The items of the developer half."""
    return tuple(map(_item, json_rows(data / FILES[0])))


def figures(items: Sequence[Item], program: Program) -> Iterator[Figure]:
    """Clauses found as claims and macro-F1 over the three classes, of claims and of all clauses."""
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
    answers = [
        _put(*row) for row in zip(items, parses(row.document.text for row in items), strict=True)
    ]
    yield Figure(measure="embedded stance macro-F1", value=macro_f1(gold, answers), n=len(gold))


def _put(item: Item, parse: Parse) -> str | None:
    head = clause_head(parse, item)
    if head is None:
        return None
    put = stance_around(parse, head)
    answer = commitment_of(put)
    believed = parse.head(head) in put.hedges
    return "open" if answer == "false" and believed and is_another_s(parse, head) else answer


def clause_head(parse: Parse, item: Item) -> Token | None:
    """The head of the embedded clause: of the complements of the verb, the one most like it."""
    words = set(_WORD.findall(item.clause.lower()))
    complements = [
        below
        for token in parse.within(item.target)
        if token.lemma == item.verb
        for below in parse.children(token, *_COMPLEMENTS)
    ]
    return max(complements, key=lambda token: _likeness(parse, token, words), default=None)


def _likeness(parse: Parse, head: Token, words: set[str]) -> float:
    below = {token.text.lower() for token in parse.subtree(head) if _WORD.match(token.text)}
    return len(below & words) / max(1, len(below | words))


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
        verb=row["verb"],
    )
