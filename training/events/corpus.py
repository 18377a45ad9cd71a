"""The development sets as examples; see each set's README for its fields and its licence."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondsource.text import Span
from training.events.labels import ACLED, PAIRS, Example, acled_columns, pair_columns

FOLDS = 5
_QUADS = {
    0: (None,),
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_WEIGHT = 0.5
_ALIKE = 0.5
_ELSEWHERE = "ATTRIB"  # claims of responsibility: about attacks, yet no event of their own


def read_pairs(data: Path) -> Iterator[Example]:
    """PLV, then what PLOVER's gold records and the CAMEO sentences add to it."""
    known: set[str] = set()
    for row in _rows(data / "plv"):
        if row["source_spans"] and row["target_spans"]:
            known.add(key(row["text"]))
            yield _pair(row, row["source_spans"], row["target_spans"], pair_columns(row["root"]))
    for row in _rows(data / "plover_gsr"):
        for event in row["events"]:
            spans = event["spans"]
            if key(row["text"]) not in known and spans["source"] and spans["target"]:
                right = pair_columns(event["event_plover16"])
                yield _pair(row, spans["source"], spans["target"], right)
    for row in _rows(data / "cameo_quad"):
        spans = row["spans"] or {}
        if key(row["text"]) in known or not row["quad_class"]:
            continue
        if spans.get("source") and spans.get("target"):
            types = _QUADS[row["quad_class"]]
            right = frozenset().union(*(pair_columns(name) for name in types))
            yield _pair(row, spans["source"], spans["target"], right, _QUAD_WEIGHT)


def read_acled(data: Path) -> Iterator[Example]:
    """CASE 2021 task 2; texts about no ACLED event are examples of none."""
    names = json.loads((data / "case2021_task2" / "label_map.json").read_text(encoding="utf-8"))
    for row in _rows(data / "case2021_task2"):
        if row["label"] != _ELSEWHERE:
            name = names.get(row["label"])
            if name is not None:
                name = name.replace("protestors", "protesters")
            yield Example(
                id=row["id"],
                group=key(row["text"]),
                head=ACLED,
                text=row["text"],
                right=acled_columns(name),
            )


def together(examples: Iterable[Example]) -> list[Example]:
    """The examples, with sentences that share more than half of their words in one group."""
    found: list[Example] = []
    words: list[frozenset[str]] = []
    for example in examples:
        mine = frozenset(example.text.lower().split())
        group = example.group
        for other, theirs in zip(found, words, strict=True):
            if len(mine & theirs) > _ALIKE * len(mine | theirs):
                group = other.group
                break
        found.append(replace(example, group=group))
        words.append(mine)
    return found


def fold_of(example: Example, folds: int = FOLDS) -> int:
    """The fold that an example's group falls into, the same in every run."""
    return int(hashlib.sha256(example.group.encode()).hexdigest(), 16) % folds


def key(text: str) -> str:
    """The letters and digits of a text, by which copies of a sentence are known."""
    return "".join(character for character in text.lower() if character.isalnum())


def _pair(
    row: dict[str, Any],
    sources: list[list[int]],
    targets: list[list[int]],
    right: frozenset[int],
    weight: float = 1.0,
) -> Example:
    return Example(
        id=row["id"],
        group=key(row["text"]),
        head=PAIRS,
        text=row["text"],
        right=right,
        source=Span(*sources[0]),
        target=Span(*targets[0]),
        weight=weight,
    )


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
