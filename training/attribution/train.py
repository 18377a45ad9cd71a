"""Trains the tagger of attributions and keeps a checkpoint of every epoch.

    python -m training.attribution.train --train FILE --weights FOLDER --out FOLDER

FILE is PolNeAR's train split as JSON lines, ``weights`` the folder with ``model.safetensors`` and
``tokenizer.json`` of all-MiniLM-L6-v2.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.optim import AdamW

from training.attribution.corpus import read_articles
from training.attribution.encoder import load_encoder
from training.attribution.labels import Batch, Example, Lined, batch, cut, examples
from training.attribution.tagger import Tagger


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run does.

    ``batch_size`` counts windows, ``warm_up`` is a share of the run. Where ``minutes`` are spent
    before all epochs are done, the rate has fallen to zero and the run ends there.
    """

    epochs: int
    minutes: float
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
    """How far a run has come: by steps or by time, whichever is further."""

    steps: int
    seconds: float
    done: int = 0
    pieces: int = 0
    loss: float = 0.0
    began: float = field(default_factory=time.monotonic)

    @property
    def share(self) -> float:
        """The part of the run that is done, from 0 to 1."""
        return max(self.done / self.steps, (time.monotonic() - self.began) / self.seconds)

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


def train(tagger: Tagger, articles: list[Lined], plan: Plan, out: Path) -> None:
    """Train with warm-up and linear decay; write ``epoch-N.pt`` to ``out`` after each epoch."""
    adam = optimiser(tagger, plan)
    rates = [group["lr"] for group in adam.param_groups]
    steps = plan.epochs * sum(1 for _ in epoch(articles, plan, 0))
    progress = Progress(steps=steps, seconds=plan.minutes * 60)
    for number in range(plan.epochs):
        tagger.train()
        for rows in epoch(articles, plan, number):
            if progress.share >= 1:
                break
            scale = min(progress.share / plan.warm_up + 0.01, 1 - progress.share)
            for group, rate in zip(adam.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            progress.note(_step(tagger, adam, rows), rows.pieces.numel())
        torch.save(tagger.state_dict(), out / f"epoch-{number}.pt")


def _step(tagger: Tagger, adam: AdamW, rows: Batch) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = tagger.loss(rows)
    adam.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
    adam.step()
    return float(loss.detach())


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--articles", type=int, default=None, help="use only the first N")
    options = parser.parse_args()
    plan = Plan(epochs=options.epochs, minutes=options.minutes)
    torch.manual_seed(plan.seed)
    torch.set_num_threads(2)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(options.weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    articles = cut(tokenizer, read_articles(options.train)[: options.articles])
    tagger = Tagger(load_encoder(options.weights / "model.safetensors"))
    train(tagger, articles, plan, options.out)


if __name__ == "__main__":
    main()
