"""Sets that the contract's records cannot answer: listed with the reason, never with a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.program import Program
from bench.shared import json_rows

FNC1_FILES = ("fnc1/stances.dev.jsonl.gz",)
FNC1_STANCE_FILES = ("fnc1_stance/dev.jsonl.gz",)


def read_fnc1(data: Path) -> tuple[str, ...]:
    """The ids of the training pairs."""
    return tuple(row["pair_id"] for row in json_rows(data / FNC1_FILES[0]))


def read_fnc1_stance(data: Path) -> tuple[str, ...]:
    """The ids of the test-set pairs."""
    return tuple(row["id"] for row in json_rows(data / FNC1_STANCE_FILES[0]))


def stance(pairs: Sequence[str], _: Program) -> Iterator[Figure]:
    """The line that says why stance is not scored."""
    yield Figure(
        measure="stance macro-F1",
        value=None,
        n=len(pairs),
        note="not scored: no command says how a text stands to another text's headline",
    )
