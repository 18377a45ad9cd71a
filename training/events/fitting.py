"""Training of encoder and heads together."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import AdamW

from secondsource.annotations.engines.events import padded
from secondsource.annotations.engines.marked import Marked, marked, plain
from training.events.classifier import Classifier, loss
from training.events.labels import WIDTHS, Example

SEED = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train. ``warm_up`` is a share of the run."""

    epochs: int
    batch_size: int = 16
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    seed: int = SEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An example as the classifier reads it."""

    read: Marked
    example: Example


def load_tokenizer(weights: Path) -> Tokenizer:
    """The tokenizer of the pretrained encoder, which cuts and pads nothing."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def rows_of(tokenizer: Tokenizer, examples: Sequence[Example]) -> list[Row]:
    """The examples in word pieces."""
    return [Row(read=_read(tokenizer, example), example=example) for example in examples]


def _read(tokenizer: Tokenizer, example: Example) -> Marked:
    if example.source is None or example.target is None:
        return plain(tokenizer, example.text)
    return marked(tokenizer, example.text, example.source, example.target)


def train(model: Classifier, rows: Sequence[Row], plan: Plan, said: str = "") -> None:
    """Train with warm-up and linear decay."""
    torch.manual_seed(plan.seed)
    adam = _optimiser(model, plan)
    rates = [group["lr"] for group in adam.param_groups]
    steps = plan.epochs * -(-len(rows) // plan.batch_size)
    done, mean, began = 0, 0.0, time.monotonic()
    model.train()
    for number in range(plan.epochs):
        for batch in _epoch(rows, plan, number):
            share = done / steps
            scale = min(share / plan.warm_up + 0.01, (1 - share) / (1 - plan.warm_up))
            for group, rate in zip(adam.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            found = _step(model, adam, batch)
            mean = found if not done else 0.97 * mean + 0.03 * found
            done += 1
        spent = time.monotonic() - began
        print(f"{said} epoch {number + 1}/{plan.epochs} loss {mean:.3f} {spent:.0f} s", flush=True)


def _optimiser(model: Classifier, plan: Plan) -> AdamW:
    encoder = model.encoder
    encoder.words.requires_grad_(requires_grad=False)
    inside = [row for row in encoder.parameters() if row.requires_grad]
    heads = [*model.pair.parameters(), *model.text.parameters()]
    groups = [{"params": inside, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    return AdamW(groups, weight_decay=0.01, fused=True)


def _epoch(rows: Sequence[Row], plan: Plan, number: int) -> Iterator[list[Row]]:
    """Batches of like length, in random order."""
    chance = random.Random(plan.seed + number)
    order = sorted(rows, key=lambda row: len(row.read.pieces) + 12 * chance.random())
    starts = list(range(0, len(order), plan.batch_size))
    chance.shuffle(starts)
    for start in starts:
        yield order[start : start + plan.batch_size]


def _step(model: Classifier, adam: AdamW, batch: Sequence[Row]) -> float:
    pieces, marks, right, head, weight = _tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = model(pieces, marks)
    found = loss(scores, right, head, weight)
    adam.zero_grad(set_to_none=True)
    found.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step()
    return float(found.detach())


def _tensors(batch: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    pieces, marks = padded([row.read for row in batch])
    right = torch.zeros(len(batch), max(WIDTHS), dtype=torch.bool)
    for number, row in enumerate(batch):
        right[number, list(row.example.right)] = True
    head = torch.tensor([row.example.head for row in batch])
    weight = torch.tensor([row.example.weight for row in batch])
    return torch.from_numpy(pieces), torch.from_numpy(marks), right, head, weight
