"""Cross-validation: each example scored by heads that never saw its group.

    python -m training.events.folds --data FOLDER --features FILE --out FILE

FILE becomes JSON lines of ``id`` and ``scores``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from training.events.corpus import FOLDS, fold_of
from training.events.features import read_features
from training.events.heads import Fit, fitted
from training.events.labels import ACLED, PAIRS

FITS = {PAIRS: Fit(penalty=1e-3), ACLED: Fit(penalty=1e-3)}


def main() -> None:
    """Cross-validate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--features", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    known = read_features(options.data, options.features)
    with options.out.open("w", encoding="utf-8") as out:
        for head, fit in FITS.items():
            mine = [row for row in known if row[0].head == head]
            for fold in range(FOLDS):
                inside = [row for row in mine if not row[0].id or fold_of(row[0]) != fold]
                linear = fitted([row[1] for row in inside], [row[0] for row in inside], head, fit)
                for example, features in mine:
                    if example.id and fold_of(example) == fold:
                        scores = [round(float(score), 4) for score in linear(features)]
                        out.write(json.dumps({"id": example.id, "scores": scores}) + "\n")


if __name__ == "__main__":
    main()
