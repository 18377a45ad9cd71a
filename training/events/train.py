"""Fits the heads on all examples and writes the reader that ships.

python -m training.events.train --data FOLDER --weights FOLDER --encoder FILE \\
        --features FILE --out FILE
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.attribution.encoder import load_encoder
from training.events.classifier import Classifier
from training.events.features import read_features
from training.events.folds import FITS
from training.events.heads import Reading, fitted
from training.events.labels import ACLED, PAIRS


def main() -> None:
    """Fit as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--features", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = Classifier(load_encoder(options.weights / "model.safetensors"))
    model.load_state_dict(torch.load(options.encoder, weights_only=True))
    known = read_features(options.data, options.features)
    heads = {}
    for head, fit in FITS.items():
        mine = [row for row in known if row[0].head == head]
        heads[head] = fitted([row[1] for row in mine], [row[0] for row in mine], head, fit)
    reading = Reading(model.encoder)
    reading.pair, reading.text = heads[PAIRS], heads[ACLED]
    torch.save(reading.state_dict(), options.out)


if __name__ == "__main__":
    main()
