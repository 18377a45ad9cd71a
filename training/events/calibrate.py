"""Fits how far classifier and rules are trusted, on held-out scores, and says how well each reads.

    python -m training.events.calibrate --data FOLDER --scores FILE [--write]

FILE comes from ``folds.py``. The figures of "both" are honest: the two weights of each fifth of the
groups are fitted on the other four. ``--write`` fits them on all and puts them into the package.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.scorers.classes import accuracy, by_class, macro_f1, weighted_f1
from secondsource.claims import EventType
from secondsource.claims.coding.columns import ACLED_COLUMNS, NOTHING, PAIR_COLUMNS
from secondsource.claims.coding.pairs import best_type
from secondsource.claims.coding.weights import Weights
from training.events.corpus import fold_of, read_acled, read_pairs, together
from training.events.labels import ACLED, PAIRS, Example
from training.events.rules import votes_of

_TEMPERATURES = (0.7, 0.85, 1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.3, 2.6, 3.0, 3.5)
_RULES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
_FIFTHS = 5
_BINS = 10
_TARGET = Path("secondsource/claims/vocabulary/coding.toml")
_ROOTS = [kind.value if kind else "" for kind in PAIR_COLUMNS]
_YIELD = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An example with the scores of a classifier that never saw it, and the rules' votes."""

    example: Example
    scores: NDArray[np.float32]
    votes: NDArray[np.float32]

    def answered(self, weights: Weights) -> tuple[str, float]:
        """The answer and its probability."""
        chances = weights.chances(self.scores, self.votes)
        if self.example.head:
            best = int(np.argmax(chances))
            return ACLED_COLUMNS[best], chances[best]
        kind = best_type(dict(zip(PAIR_COLUMNS, chances, strict=True)))
        if kind in (EventType.CONCEDE, EventType.RETREAT):
            back = sum(chances[PAIR_COLUMNS.index(EventType(name))] for name in _YIELD)
            return "YIELD", back
        return (kind.value if kind else ""), chances[PAIR_COLUMNS.index(kind)]

    def by_rules(self) -> str | None:
        """The answer of the rules alone."""
        if not self.votes.any():
            return None
        best = int(np.argmax(self.votes))
        return ACLED_COLUMNS[best] if self.example.head else _root(_ROOTS[best])

    @property
    def gold(self) -> str:
        """The right answer."""
        first = min(self.example.right)
        return ACLED_COLUMNS[first] if self.example.head else _root(_ROOTS[first])

    def surprise(self, weights: Weights) -> float:
        """How unlikely the right columns are, in nats."""
        chances = weights.chances(self.scores, self.votes)
        return -float(np.log(1e-9 + sum(chances[column] for column in self.example.right)))


def fitted(rows: Sequence[Held], votes: Sequence[float] = _RULES) -> Weights:
    """The weights, with one of ``votes`` for the rules, that make the right answers likeliest."""
    grid = [Weights(temperature=t, rules=r) for t in _TEMPERATURES for r in votes]
    return min(grid, key=lambda weights: sum(row.surprise(weights) for row in rows))


def calibration_error(answers: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error of (probability, right), over ten bins of equal width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for chance, right in answers:
        bins[min(int(chance * _BINS), _BINS - 1)].append((chance, right))
    gaps = (abs(sum(c for c, _ in row) - sum(r for _, r in row)) for row in bins)
    return sum(gaps) / len(answers)


def crossed(rows: Sequence[Held], votes: Sequence[float] = _RULES) -> list[tuple[str, float]]:
    """The answer to each row with weights fitted on the groups of the other fifths."""
    weights = [
        fitted([row for row in rows if _fifth(row) != number], votes) for number in range(_FIFTHS)
    ]
    return [row.answered(weights[_fifth(row)]) for row in rows]


def _fifth(row: Held) -> int:
    return fold_of(row.example, 7 * _FIFTHS) % _FIFTHS


def _root(name: str) -> str:
    return "YIELD" if name in _YIELD else name


def _say(name: str, gold: list[str], found: Sequence[str | None]) -> None:
    print(
        f"{name:18} macro-F1 {macro_f1(gold, found):.3f} weighted F1 {weighted_f1(gold, found):.3f}"
        f" accuracy {accuracy(gold, found):.3f}"
    )


def report(name: str, rows: Sequence[Held]) -> None:
    """Print the figures of rules, classifier and both."""
    gold = [row.gold for row in rows]
    print(f"{name}: {len(rows)} examples")
    _say("rules alone", gold, [row.by_rules() for row in rows])
    for label, votes in (("model alone", (0.0,)), ("both", _RULES)):
        answers = crossed(rows, votes)
        _say(label, gold, [answer for answer, _ in answers])
        sure = [(chance, found == key) for (found, chance), key in zip(answers, gold, strict=True)]
        print(f"{label:18} expected calibration error {calibration_error(sure):.3f}")


def by_type(rows: Sequence[Held]) -> None:
    """Print F1 by type, of rules alone and of both."""
    gold = [row.gold for row in rows]
    rules = by_class(gold, [row.by_rules() for row in rows])
    both = by_class(gold, [answer for answer, _ in crossed(rows)])
    for label, counts in both.items():
        print(f"  {label:40} {round(counts.gold):4} {rules[label].f1:.2f} {counts.f1:.2f}")


def read_held(data: Path, scores: Path) -> list[Held]:
    """The held-out examples that the measures ask about: PLV, and the texts with an ACLED type."""
    found = {}
    for line in scores.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["id"]] = np.array(row["scores"], dtype=np.float32)
    none = frozenset({ACLED_COLUMNS.index(NOTHING)})
    examples = [row for row in read_pairs(data) if row.id.startswith("PLV")]
    examples += [row for row in read_acled(data) if row.right != none]
    examples = together(row for row in examples if row.id in found)
    return [
        Held(example=example, scores=found[example.id], votes=votes)
        for example, votes in zip(examples, votes_of(examples), strict=True)
    ]


def write(weights: dict[str, Weights]) -> None:
    """Put the weights into the package."""
    rows = ["# Fitted by training/events/calibrate.py."]
    for layer, row in weights.items():
        rows += ["", f"[{layer}]", f"temperature = {row.temperature}", f"rules = {row.rules}"]
    _TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Calibrate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scores", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    held = read_held(options.data, options.scores)
    weights = {}
    for head, layer in ((PAIRS, "pairs"), (ACLED, "acled")):
        rows = [row for row in held if row.example.head == head]
        if rows:
            report(layer, rows)
            by_type(rows)
            weights[layer] = fitted(rows)
            print(layer, weights[layer])
    if options.write:
        write(weights)


if __name__ == "__main__":
    main()
