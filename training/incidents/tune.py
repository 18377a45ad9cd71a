"""Sets the thresholds on messages that the model did not learn from.

    python -m training.incidents.tune --keys FILE --hold 10 [--model FILE] [--write]

FILE is the GTT view of the messages that ``training.incidents.train`` read, in the same order. One
threshold after another is moved to where the micro-F1 of the GTT view is greatest. The roles that
this view lacks keep theirs.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tokenizers import Tokenizer

from bench.gold.muc4 import message
from bench.scorers.counts import Counts, total
from bench.scorers.templates import Template, compare, entity
from bench.shared import json_rows
from secondsource.annotations import IncidentRole
from secondsource.annotations.engines.incidents import IncidentReader, onnx_incident_scorer
from secondsource.annotations.engines.shipped import MODELS
from secondsource.claims.incidents.forming import Candidates, Formed, candidates, formed
from secondsource.claims.incidents.thresholds import FILE, Thresholds, load_thresholds
from secondsource.text import Span

ROLES = (
    IncidentRole.PERPETRATOR,
    IncidentRole.ORGANIZATION,
    IncidentRole.TARGET,
    IncidentRole.VICTIM,
    IncidentRole.INSTRUMENT,
)
_STEPS = tuple(step / 20 for step in range(1, 20))
_ROUNDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A message's key with what the model sees in it."""

    key: tuple[Template, ...]
    found: Candidates


def read(keys: Path, hold: int, model: Path) -> list[Read]:
    """Every ``hold``-th message of ``keys``."""
    tokenizer = Tokenizer.from_file(str(MODELS / "attribution.tokenizer.json"))
    reader = IncidentReader(tokenizer, onnx_incident_scorer(model.read_bytes()))
    rows = [message(row) for row in list(json_rows(keys))[::hold]]
    return [
        Read(
            key=row.templates,
            found=candidates(text, reader.read(text, [Span(0, len(text))])),
        )
        for row in rows
        for text in [row.document.text]
    ]


def score(rows: Sequence[Read], thresholds: Thresholds) -> Counts:
    """The counts of the GTT view, unnamed victims left out."""
    return total(
        [compare(row.key, tuple(map(_template, formed(row.found, thresholds)))) for row in rows]
    )


def _template(row: Formed) -> Template:
    return Template(
        types=frozenset([row.type.value]),
        roles=tuple(
            tuple(
                entity(tuple(filler.key for filler in group.fillers))
                for group in row.entities
                if group.role is role
            )
            for role in ROLES
        ),
    )


def tuned(rows: Sequence[Read], thresholds: Thresholds) -> Thresholds:
    """``thresholds`` moved one after another, in rounds, each to its best place."""
    best = score(rows, thresholds).f1
    for _ in range(_ROUNDS):
        for move in _moves():
            for step in _STEPS:
                other = move(thresholds, step)
                found = score(rows, other).f1
                if found > best:
                    best, thresholds = found, other
    return thresholds


def _moves() -> Iterator[Callable[[Thresholds, float], Thresholds]]:
    yield lambda row, step: replace(row, type=step)
    yield lambda row, step: replace(row, kind=step)
    for role in ROLES:
        yield lambda row, step, role=role: _moved(row, role, first=step)
        yield lambda row, step, role=role: _moved(row, role, further=step)
        yield lambda row, step, role=role: _moved(row, role, also=step)


def _moved(row: Thresholds, role: IncidentRole, **steps: float) -> Thresholds:
    """A further entity of a role is never taken more lightly than the first."""
    moved = replace(row.roles[role], **steps)
    moved = replace(moved, further=max(moved.first, moved.further))
    return replace(row, roles=(*row.roles[:role], moved, *row.roles[role + 1 :]))


def written(row: Thresholds) -> str:
    """The thresholds as the package reads them."""
    lines = [
        "# Set by training/incidents/tune.py.\n",
        f"type = {row.type}",
        f"kind = {row.kind}\n",
        "[roles]",
    ]
    lines.extend(
        f"{role.name.lower()} = {{ first = {limits.first}, further = {limits.further}, "
        f"also = {limits.also} }}"
        for role, limits in zip(IncidentRole, row.roles, strict=True)
    )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Tune as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=Path, required=True)
    parser.add_argument("--hold", type=int, required=True)
    parser.add_argument("--model", type=Path, default=MODELS / "incidents.onnx")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = read(options.keys, options.hold, options.model)
    thresholds = tuned(rows, load_thresholds())
    print(f"micro-F1 {score(rows, thresholds).f1:.4f}")
    print(written(thresholds))
    if options.write:
        FILE.write_text(written(thresholds), encoding="utf-8")


if __name__ == "__main__":
    main()
