"""Entity chains inside a document: MEANTIME (Apple) and ECB+ (official dev topics).

ECB+ marks the head word of a phrase, and only those who take part in an annotated event of the
sentences whose coreference was checked; MEANTIME marks whole phrases. Pronouns and definite
descriptions are told by their words. Relative pronouns and appositions are not asked for: no
mention of the actors layer stands on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure
from bench.program import Program
from bench.records import InputRecord
from bench.scorers.anaphora import ChainMention, Judged, counts, judge
from bench.shared import json_rows
from secondsource.text import Span

MEANTIME_FILES = ("meantime/meantime.dev.jsonl.gz",)
ECBPLUS_FILES = ("ecbplus/ecbplus.dev.jsonl.gz",)

_PRONOUNS = frozenset(
    "he she him her his hers himself herself they them their theirs themselves it its itself "
    "i me my we us our".split()
)
_POINTING = r"(?:the|this|these|those|both)"
_BEFORE = re.compile(rf"\b{_POINTING}(?: [a-z]+| -){{0,3}} $", re.IGNORECASE)
_DEFINITE = re.compile(rf"{_POINTING} ", re.IGNORECASE)
_AFTER_HEAD = re.compile(r",| (?:of|in|at|from|for|to|on|by|with|who|which|that|whose)\b")
_PEOPLE = frozenset({"PER", "ORG"})
_HUMAN = frozenset({"HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GENERIC", "HUMAN_PART_GPE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chained:
    """One document with its mentions in text order."""

    document: InputRecord
    mentions: tuple[ChainMention, ...]


def read_meantime(data: Path) -> tuple[Chained, ...]:
    """The articles of the developer half."""
    return tuple(
        Chained(
            document=InputRecord(id=row["doc_id"], text=row["text"], published=row["dct"]),
            mentions=_ordered(_of_meantime(entity) for entity in row["entities"]),
        )
        for row in json_rows(data / MEANTIME_FILES[0])
    )


def read_ecbplus(split: str) -> Callable[[Path], tuple[Chained, ...]]:
    """The documents of one of the official splits, ``"dev"`` or ``"train"``."""

    def read(data: Path) -> tuple[Chained, ...]:
        return tuple(
            Chained(
                document=InputRecord(id=row["doc_id"], text=row["text"]),
                mentions=_ordered(
                    _of_ecbplus(row["text"], mention)
                    for mention in row["mentions"]
                    if mention["kind"] in {"human", "nonhuman"} and mention["validated"]
                ),
            )
            for row in json_rows(data / ECBPLUS_FILES[0])
            if row["official_split"] == split
        )

    return read


def figures(documents: Sequence[Chained], program: Program) -> Iterator[Figure]:
    """Precision, recall and F1 of the links of anaphors; the first two by kind of anaphor."""
    outputs = program.annotate((row.document for row in documents), ("actors", "attributions"))
    judged = [
        row
        for chained, output in zip(documents, outputs, strict=True)
        for row in judge(chained.mentions, output.actors or ())
    ]
    yield from _figures("anaphor", judged, None)
    yield from _figures("pronoun", judged, "pronoun")
    yield from _figures("description", judged, "description")
    together = counts(judged)
    yield Figure(measure="anaphor link F1", value=together.f1, n=round(together.gold))


def _figures(name: str, judged: Sequence[Judged], anaphor: str | None) -> Iterator[Figure]:
    found = counts(judged, anaphor)
    for measure, value, n in (
        ("precision", found.precision, round(found.predicted)),
        ("recall", found.recall, round(found.gold)),
    ):
        yield Figure(measure=f"{name} link {measure}", value=value if n else None, n=n)


def _ordered(mentions: Iterator[ChainMention]) -> tuple[ChainMention, ...]:
    return tuple(sorted(mentions, key=lambda row: row.span))


def _of_meantime(row: dict[str, Any]) -> ChainMention:
    words = row["text"]
    definite = row["syntactic"] in {"NOM", None} and bool(_DEFINITE.match(words))
    head = _AFTER_HEAD.split(words)[0].split()[-1:]
    return ChainMention(
        span=Span(row["start"], row["end"]),
        chain=row["chain"],
        anaphor=_anaphor(words, definite and head[0].islower()),
        human=row["ent_type"] in _PEOPLE,
    )


def _of_ecbplus(text: str, row: dict[str, Any]) -> ChainMention:
    words, start = row["text"], row["start"]
    definite = bool(_DEFINITE.match(words) or _BEFORE.search(text[max(0, start - 60) : start]))
    return ChainMention(
        span=Span(start, row["end"]),
        chain=row["chain"],
        anaphor=_anaphor(words, definite and words.split()[-1].islower()),
        human=row["tag"] in _HUMAN,
    )


def _anaphor(words: str, definite: bool) -> str | None:
    if words.lower() in _PRONOUNS and words != "US":
        return "pronoun"
    return "description" if definite else None
