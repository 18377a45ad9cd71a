"""The two seed reports with a key of claims made by hand: offsets and ids, no words of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figure, share
from bench.gold.seed_keys import keyed
from bench.program import Program
from bench.records import InputRecord
from bench.scorers.claims import FIELDS, ClaimKey, Judgement, PartyKey, judge
from secondsource.text import Span

FILES = (
    "../seeds/000_89271dbee89fee1d.txt",
    "../seeds/004_8d29a4b6b5c77013.txt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """One seed report with its key."""

    document: InputRecord
    keys: tuple[ClaimKey, ...]


def read(data: Path) -> tuple[Seed, ...]:
    """The seed reports beside the shared ``data`` folder."""
    return tuple(
        Seed(document=document, keys=tuple(_key(row, document.text) for row in rows))
        for document, rows in keyed("seeds.jsonl", data)
    )


def figures(seeds: Sequence[Seed], program: Program) -> Iterator[Figure]:
    """The headline, its two factors, each field, and the claims made for each key claim."""
    outputs = list(program.annotate((seed.document for seed in seeds), ("claims",)))
    rows = [
        row
        for seed, output in zip(seeds, outputs, strict=True)
        for row in judge(seed.document.text, seed.keys, output.claims or ())
    ]
    found = [row for row in rows if row.found is not None]
    fields = [pair for row in found for pair in row.fields]
    right = sum(ok for _, ok in fields)
    yield Figure(
        measure="found × right fields",
        value=len(found) / len(rows) * right / max(1, len(fields)),
        n=len(rows),
    )
    yield share("claims found", len(found), len(rows))
    yield from (_field(name, found) for name in FIELDS)
    made = sum(len(output.claims or ()) for output in outputs)
    yield Figure(measure="key claims per claim made", value=len(rows) / max(1, made), n=made)


def _field(name: str, found: Sequence[Judgement]) -> Figure:
    judged = [ok for row in found for field, ok in row.fields if field == name]
    return share(f"{name} right", sum(judged), len(judged))


def _key(row: dict[str, Any], text: str) -> ClaimKey:
    return ClaimKey(
        id=row["id"],
        anchor=Span(*row["anchor"]),
        types=tuple(row["types"]),
        actors=tuple(map(_party, row["actors"])),
        recipients=tuple(map(_party, row["recipients"])),
        symmetric=row["symmetric"],
        sources=tuple(Span(*ends).of(text) for ends in row["source"]),
        modality=tuple(row["modality"]),
        polarity=tuple(row["polarity"]),
        place=tuple(row["place"] or ()),
        time=tuple(str(value) for value in row["time"] or () if value is not None),
        quantity=tuple(map(_quantity, row["quantity"] or ())),
    )


def _quantity(value: object) -> str:
    written = str(value)
    return written if written == "*" else f"={written}="


def _party(row: dict[str, Any]) -> PartyKey:
    return PartyKey(ids=tuple(row["ids"]), words=tuple(Span(*ends) for ends in row["words"]))
