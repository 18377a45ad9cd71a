"""Trains the large tagger of attributions, the teacher; keeps a checkpoint of every epoch.

    python -m training.attribution.train --train FILE --weights FOLDER --out FOLDER

FILE is PolNeAR's train split as JSON lines, ``weights`` the folder with ``model.safetensors`` and
``tokenizer.json`` of all-MiniLM-L6-v2.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import AdamW

from training.attribution.corpus import read_articles
from training.attribution.encoder import load_encoder
from training.attribution.labels import Batch, Example, Lined, batch, cut, examples
from training.attribution.tagger import Tagger

THREADS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run does.

    ``batch_size`` counts windows, ``warm_up`` is a share of the run, ``rate`` one of the rates.
    """

    epochs: int
    rate: float = 1.0
    batch_size: int = 8
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    seed: int = 20261122


def epoch(articles: list[Lined], plan: Plan, number: int) -> Iterator[Batch]:
    """The batches of one epoch: windows of like length together, in random order."""
    chance = random.Random(plan.seed + number)
    rows = list(examples(articles, chance))
    rows.sort(key=lambda row: (len(row.window.pieces) // 16, chance.random()))
    starts = list(range(0, len(rows), plan.batch_size))
    chance.shuffle(starts)
    for start in starts:
        part: list[Example] = rows[start : start + plan.batch_size]
        yield batch(part)


def optimiser(tagger: Tagger, plan: Plan) -> AdamW:
    """AdamW with a rate of its own for the heads; the table of words stays as it is."""
    tagger.encoder.words.weight.requires_grad_(False)
    inside = [row for row in tagger.encoder.parameters() if row.requires_grad]
    known = {id(row) for row in tagger.encoder.parameters()}
    heads = [row for row in tagger.parameters() if id(row) not in known]
    return AdamW(
        [
            {"params": inside, "lr": plan.encoder_rate},
            {"params": heads, "lr": plan.head_rate},
        ],
        weight_decay=0.01,
    )


@dataclass(slots=True)
class Progress:
    """How far a run has come."""

    steps: int
    done: int = 0
    pieces: int = 0
    loss: float = 0.0
    began: float = field(default_factory=time.monotonic)

    @property
    def share(self) -> float:
        """The part of the run that is done, from 0 to 1."""
        return self.done / self.steps

    def note(self, loss: float, pieces: int) -> None:
        """Count a step, and say every so often how it goes."""
        self.loss = loss if not self.done else 0.98 * self.loss + 0.02 * loss
        self.done += 1
        self.pieces += pieces
        if self.done % 25 == 0:
            spent = time.monotonic() - self.began
            print(
                f"step {self.done}/{self.steps} share {self.share:.3f} loss {self.loss:.3f} "
                f"{self.pieces / spent:.0f} pieces/s {spent:.0f} s",
                flush=True,
            )


Loss = Callable[[Batch], Tensor]


def train(tagger: Tagger, loss: Loss, articles: list[Lined], plan: Plan, out: Path) -> None:
    """Train with warm-up and linear decay; write ``epoch-N.pt`` to ``out`` after each epoch."""
    out.mkdir(parents=True, exist_ok=True)
    adam = optimiser(tagger, plan)
    rates = [plan.rate * group["lr"] for group in adam.param_groups]
    steps = plan.epochs * sum(1 for _ in epoch(articles, plan, 0))
    progress = Progress(steps=steps)
    for number in range(plan.epochs):
        tagger.train()
        for rows in epoch(articles, plan, number):
            scale = max(0.0, min(progress.share / plan.warm_up + 0.01, 1 - progress.share))
            for group, rate in zip(adam.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            progress.note(_step(tagger, adam, loss, rows), rows.pieces.numel())
        torch.save(tagger.state_dict(), out / f"epoch-{number}.pt")


def _step(tagger: Tagger, adam: AdamW, loss: Loss, rows: Batch) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = loss(rows)
    adam.zero_grad(set_to_none=True)
    found.backward()
    nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
    adam.step()
    return float(found.detach())


def read_training(file: Path, weights: Path, share: float) -> list[Lined]:
    """The first ``share`` of the articles of ``file``, cut into word pieces."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = read_articles(file)
    return cut(tokenizer, articles[: round(share * len(articles))])


def start(plan: Plan) -> None:
    """Fix the seed and the number of threads, on both of which a run's outcome hangs."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(THREADS)


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0, help="use only the first articles")
    options = parser.parse_args()
    plan = Plan(epochs=options.epochs)
    start(plan)
    articles = read_training(options.train, options.weights, options.share)
    tagger = Tagger(load_encoder(options.weights / "model.safetensors"))
    train(tagger, tagger.loss, articles, plan, options.out)


if __name__ == "__main__":
    main()
