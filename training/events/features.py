"""The states that the heads read, for all examples, once and for all.

    python -m training.events.features --data FOLDER --weights FOLDER --encoder FILE --out FILE

The encoder has seen made sentences only, so that one file serves every fold.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from secondsource.annotations.engines.events import padded
from training.attribution.encoder import Encoder, load_encoder
from training.events.classifier import Classifier
from training.events.examples import made_beside, read_examples
from training.events.fitting import Row, load_tokenizer, rows_of
from training.events.labels import PAIRS, Example
from training.events.pooling import pooled


def features_of(encoder: Encoder, rows: Sequence[Row], size: int = 32) -> list[Tensor]:
    """The features of each row for its own head."""
    encoder.eval()
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].read.pieces))
    found: dict[int, Tensor] = {}
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), size):
            numbers = order[start : start + size]
            pieces, marks = padded([rows[number].read for number in numbers])
            both = pooled(encoder, torch.from_numpy(pieces), torch.from_numpy(marks))
            for place, number in enumerate(numbers):
                head = both.pair if rows[number].example.head == PAIRS else both.text
                found[number] = head[place].float()
    return [found[number] for number in range(len(rows))]


def read_features(data: Path, features: Path) -> list[tuple[Example, Tensor]]:
    """Every example with its features, as `main` wrote them."""
    stored: list[Tensor] = torch.load(features, weights_only=True)
    examples = [*read_examples(data), *made_beside()]
    return [(row, found.float()) for row, found in zip(examples, stored, strict=True)]


def main() -> None:
    """Write them as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = Classifier(load_encoder(options.weights / "model.safetensors"))
    model.load_state_dict(torch.load(options.encoder, weights_only=True))
    examples = [*read_examples(options.data), *made_beside()]
    rows = rows_of(load_tokenizer(options.weights), examples)
    torch.save([row.half() for row in features_of(model.encoder, rows)], options.out)


if __name__ == "__main__":
    main()
