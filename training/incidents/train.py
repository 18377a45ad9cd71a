"""Trains the reader of incidents; keeps a checkpoint of every epoch.

    python -m training.incidents.train --train FILE --weights FOLDER --out FOLDER [--hold 10]

FILE holds MUC-4's full records, one JSON object a line; ``weights`` is the folder with
``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2. ``hold`` leaves out every tenth
message, on which ``training.incidents.tune`` then sets the thresholds.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.optim import AdamW

from training.attribution.encoder import load_encoder
from training.events.fitting import load_tokenizer
from training.incidents.corpus import Message, read_messages
from training.incidents.labels import Batch, Example, batch, examples
from training.incidents.model import Model
from training.incidents.renaming import Groups, load_groups, renamed


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train.

    ``rate`` is the share of the rates below that a run reaches after ``warm_up``, a share of the
    run, and leaves for 0 over ``epochs``, of which only the first ``stop`` are run.
    ``irrelevant`` is the share of messages without an incident that an epoch takes, ``renaming``
    that of messages in which it gives organisations other names.
    """

    epochs: int
    stop: int
    rate: float = 1.0
    batch_size: int = 4
    encoder_rate: float = 1.2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    irrelevant: float = 0.5
    renaming: float = 0.2
    seed: int = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What examples are made from."""

    tokenizer: Tokenizer
    groups: Groups
    messages: tuple[Message, ...]


def kept(messages: Sequence[Message], hold: int) -> tuple[Message, ...]:
    """The messages to train on: all where ``hold`` is 0, else all but every ``hold``-th."""
    return tuple(row for number, row in enumerate(messages) if not hold or number % hold)


def held(messages: Sequence[Message], hold: int) -> tuple[Message, ...]:
    """The messages that `kept` leaves out."""
    return tuple(messages[::hold]) if hold else ()


def epoch(source: Source, plan: Plan, number: int) -> list[Batch]:
    """The batches of one epoch: windows of like length together, in random order."""
    chance = random.Random(plan.seed + number)
    rows = list(_examples(source, plan, chance))
    rows.sort(key=lambda row: len(row.passage.pieces) + 24 * chance.random())
    starts = list(range(0, len(rows), plan.batch_size))
    chance.shuffle(starts)
    return [batch(rows[start : start + plan.batch_size]) for start in starts]


def _examples(source: Source, plan: Plan, chance: random.Random) -> Iterator[Example]:
    for message in source.messages:
        if not message.templates and chance.random() >= plan.irrelevant:
            continue
        anew = chance.random() < plan.renaming
        told = renamed(message, source.groups, chance) if anew else message
        yield from examples(source.tokenizer, told)


def train(model: Model, source: Source, plan: Plan, out: Path) -> None:
    """Train with warm-up and linear decay; write ``epoch-N.pt`` to ``out`` after each epoch."""
    out.mkdir(parents=True, exist_ok=True)
    adam = _optimiser(model, plan)
    rates = [plan.rate * group["lr"] for group in adam.param_groups]
    began, mean = time.monotonic(), 0.0
    for number in range(plan.stop):
        model.train()
        batches = epoch(source, plan, number)
        for step, rows in enumerate(batches):
            share = (number + step / len(batches)) / plan.epochs
            scale = min(share / plan.warm_up + 0.01, (1 - share) / (1 - plan.warm_up))
            for group, rate in zip(adam.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            loss = _step(model, adam, rows)
            mean = 0.98 * mean + 0.02 * loss if mean else loss
            if step % 25 == 0:
                spent = time.monotonic() - began
                print(f"share {share:.3f} loss {mean:.3f} {spent:.0f} s", flush=True)
        torch.save(model.state_dict(), out / f"epoch-{number}.pt")


def _optimiser(model: Model, plan: Plan) -> AdamW:
    """AdamW with a rate of its own for the heads; the table of words stays as it is."""
    model.encoder.words.requires_grad_(requires_grad=False)
    inside = [row for row in model.encoder.parameters() if row.requires_grad]
    known = {id(row) for row in model.encoder.parameters()}
    heads = [row for row in model.parameters() if id(row) not in known]
    groups = [{"params": inside, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    return AdamW(groups, weight_decay=0.01, fused=True)


def _step(model: Model, adam: AdamW, rows: Batch) -> float:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        loss = model.loss(rows)
    adam.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    adam.step()
    return float(loss.detach())


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hold", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--stop", type=int, help="end after so many of the epochs")
    parser.add_argument("--begin", type=Path, help="a checkpoint to go on with")
    parser.add_argument("--rate", type=float, default=1.0, help="the highest rate, as a share")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    stop = options.stop or options.epochs
    plan = Plan(epochs=options.epochs, stop=stop, rate=options.rate)
    torch.set_num_threads(options.threads)
    torch.manual_seed(plan.seed)
    source = Source(
        tokenizer=load_tokenizer(options.weights),
        groups=load_groups(),
        messages=kept(read_messages(options.train), options.hold),
    )
    model = Model(load_encoder(options.weights / "model.safetensors"))
    if options.begin:
        model.load_state_dict(torch.load(options.begin, weights_only=True))
    train(model, source, plan, options.out)


if __name__ == "__main__":
    main()
