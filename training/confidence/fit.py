"""Fits the weights of a claim's confidence, and says how well it is calibrated.

    python -m training.confidence.fit --data FOLDER [--write]

The figures are cross-validated: each claim is rated by weights that never saw its text.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from secondsource.claims.confidence import ALWAYS, chance, marks_of
from training.confidence.judged import Judged, read_judged
from training.events.calibrate import calibration_error

_TARGET = Path("secondsource/claims/vocabulary/confidence.toml")
_PENALTY = 1.0
_STEPS = 50
_FOLDS = 5


def fitted(rows: Sequence[Judged]) -> dict[str, float]:
    """The weights by mark, by Newton's method; rare marks are held near zero by a penalty."""
    marks = sorted({mark for row in rows for mark in marks_of(row.claim)})
    place = {mark: number for number, mark in enumerate(marks)}
    given = np.zeros((len(rows), len(marks)))
    for number, row in enumerate(rows):
        given[number, [place[mark] for mark in marks_of(row.claim)]] = 1.0
    right = np.array([row.right for row in rows], dtype=float)
    penalty = np.full(len(marks), _PENALTY)
    penalty[place[ALWAYS]] = 1e-3
    weights = np.zeros(len(marks))
    for _ in range(_STEPS):
        found = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (found - right) + penalty * weights
        bend = (given * (found * (1 - found))[:, None]).T @ given + np.diag(penalty)
        weights = weights - np.linalg.solve(bend, slope)
    return {mark: round(float(weights[number]), 3) for mark, number in place.items()}


def crossed(rows: Sequence[Judged]) -> list[float]:
    """The chance of each claim by weights fitted on the texts of the other folds.

    The seed reports are two texts; a claim of one is rated without the other claims of that one.
    """
    folds = [_fold(row) for row in rows]
    weights = {
        fold: fitted([row for row, other in zip(rows, folds, strict=True) if other != fold])
        for fold in set(folds)
    }
    return [
        chance(marks_of(row.claim), weights[fold]) for row, fold in zip(rows, folds, strict=True)
    ]


def _fold(row: Judged) -> str:
    if row.name == "seeds":
        return row.group
    return str(int(hashlib.sha256(row.group.encode()).hexdigest(), 16) % _FOLDS)


def report(label: str, rows: Sequence[Judged], chances: Sequence[float]) -> None:
    """Print the error and, by tenths, how many are right."""
    pairs = list(zip(chances, (row.right for row in rows), strict=True))
    mean = sum(given for given, _ in pairs) / len(pairs)
    share = sum(right for _, right in pairs) / len(pairs)
    print(
        f"{label:8} {len(pairs):5} claims, {share:.3f} right, mean confidence {mean:.3f}, "
        f"expected calibration error {calibration_error(pairs):.3f}"
    )


def by_tenths(rows: Sequence[Judged], chances: Sequence[float]) -> None:
    """Print for each tenth of confidence how many claims there are and how many are right."""
    counts: Counter[int] = Counter(min(int(given * 10), 9) for given in chances)
    right = Counter(
        min(int(given * 10), 9) for row, given in zip(rows, chances, strict=True) if row.right
    )
    for tenth in sorted(counts):
        share = right[tenth] / counts[tenth]
        print(f"  {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f} {counts[tenth]:5} {share:.2f} right")


def write(weights: Mapping[str, float]) -> None:
    """Put the weights into the package."""
    rows = ["# Fitted by training/confidence/fit.py.", "", "[weights]"]
    rows += [f'"{mark}" = {weight}' for mark, weight in sorted(weights.items())]
    _TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Fit as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = read_judged(options.data)
    chances = crossed(rows)
    for name in sorted({row.name for row in rows}):
        mine = [number for number, row in enumerate(rows) if row.name == name]
        report(f"{name} now", [rows[n] for n in mine], [rows[n].claim.confidence for n in mine])
        report(f"{name} fit", [rows[n] for n in mine], [chances[n] for n in mine])
    report("all now", rows, [row.claim.confidence for row in rows])
    report("all fit", rows, chances)
    by_tenths(rows, chances)
    if options.write:
        write(fitted(rows))


if __name__ == "__main__":
    main()
