"""The first stage: what the lexicon and the codebooks say, on made sentences only.

    python -m training.events.pretrain --weights FOLDER --out FILE

No development set is read, so that one checkpoint serves every fold of a cross-validation.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.attribution.encoder import load_encoder
from training.events.classifier import Classifier
from training.events.fitting import SEED, Plan, load_tokenizer, rows_of, train
from training.events.templates import made_pairs
from training.events.texts import made_texts


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--each", type=int, default=6, help="sentences a phrase")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(options.weights)
    made = [*made_pairs(options.each, SEED), *made_texts(options.each, SEED)]
    torch.manual_seed(SEED)
    model = Classifier(load_encoder(options.weights / "model.safetensors"))
    train(model, rows_of(tokenizer, made), Plan(epochs=1, batch_size=24), "made sentences")
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
