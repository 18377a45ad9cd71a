"""Means of states: what the heads read."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from secondsource.annotations.engines.marked import SOURCE, TARGET
from training.attribution.encoder import WIDTH, Encoder

UPPER = 4
SIZES = (3 * UPPER * WIDTH, UPPER * WIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """For each text of a batch the means for pairs and for texts, (texts, `SIZES`)."""

    pair: Tensor
    text: Tensor


def pooled(encoder: Encoder, pieces: Tensor, marks: Tensor) -> Pooled:
    """The means over source, target and whole of the states after each of the upper layers."""
    kept = pieces != 0
    parts = [(marks == role) | (marks == SOURCE | TARGET) for role in (SOURCE, TARGET)]
    places = torch.arange(pieces.shape[1], device=pieces.device)
    states = encoder.words(pieces) + encoder.positions(places) + encoder.shapes(marks)
    states = encoder.dropout(encoder.norm(states))
    pairs, texts = [], []
    for number, layer in enumerate(encoder.layers):
        states = layer(states, kept)
        if number >= len(encoder.layers) - UPPER:
            whole = mean(states, kept)
            pairs += [*(mean(states, part) for part in parts), whole]
            texts.append(whole)
    return Pooled(pair=torch.cat(pairs, dim=-1), text=torch.cat(texts, dim=-1))


def mean(states: Tensor, kept: Tensor) -> Tensor:
    """The mean of the kept states, (texts, width); zero where none is."""
    weights = kept.to(states.dtype)[..., None]
    return (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
