"""Two linear heads over the pooled states of a fixed encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.attribution.encoder import Encoder
from training.events.labels import WIDTHS, Example
from training.events.pooling import SIZES, pooled

_LEAST_SPREAD = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How a head is fitted: ``penalty`` on squared weights, over ``steps`` of L-BFGS."""

    penalty: float
    steps: int = 40


class Reading(nn.Module):
    """Encoder and heads as they ship."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.pair = nn.Linear(SIZES[0], WIDTHS[0])
        self.text = nn.Linear(SIZES[1], WIDTHS[1])

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Pieces and marks, (texts, pieces), to the scores of both heads."""
        both = pooled(self.encoder, pieces, marks)
        return self.pair(both.pair), self.text(both.text)


def fitted(
    features: Sequence[Tensor], examples: Sequence[Example], head: int, fit: Fit
) -> nn.Linear:
    """The head that makes the right columns likeliest; features are scaled for the penalty only."""
    rows = torch.stack(list(features))
    centre, spread = rows.mean(0), rows.std(0) + _LEAST_SPREAD
    scaled = (rows - centre) / spread
    right = torch.zeros(len(rows), WIDTHS[head], dtype=torch.bool)
    for number, example in enumerate(examples):
        right[number, list(example.right)] = True
    weights = torch.tensor([example.weight for example in examples])
    linear = nn.Linear(scaled.shape[1], WIDTHS[head])
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    adam = torch.optim.LBFGS(linear.parameters(), max_iter=fit.steps, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        adam.zero_grad()
        logs = torch.log_softmax(linear(scaled), dim=-1)
        chance = torch.logsumexp(logs.masked_fill(~right, -1e4), dim=-1)
        found = -(chance * weights).sum() / weights.sum()
        found = found + fit.penalty * linear.weight.square().sum()
        found.backward()
        return found

    adam.step(loss)
    return _unscaled(linear, centre, spread)


def _unscaled(linear: nn.Linear, centre: Tensor, spread: Tensor) -> nn.Linear:
    with torch.no_grad():
        linear.weight.div_(spread)
        linear.bias.sub_(linear.weight @ centre)
    return linear.requires_grad_(requires_grad=False)
