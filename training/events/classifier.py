"""The encoder with the heads under which it is trained, one for pairs and one for texts."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from secondsource.annotations.engines.marked import SOURCE, TARGET
from training.attribution.encoder import WIDTH, Encoder
from training.events.labels import WIDTHS
from training.events.pooling import mean

_HIDDEN = 256


class Head(nn.Module):
    """One hidden layer from pooled states to the scores of types."""

    def __init__(self, inputs: int, outputs: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(inputs, _HIDDEN)
        self.scores = nn.Linear(_HIDDEN, outputs)

    def forward(self, pooled: Tensor) -> Tensor:
        """(texts, inputs) to (texts, outputs)."""
        hidden = torch.tanh(self.hidden(self.dropout(pooled)))
        found: Tensor = self.scores(self.dropout(hidden))
        return found


class Classifier(nn.Module):
    """Pieces and marks, (texts, pieces), to the scores of both heads, (texts, types) each.

    The marks enter the encoder through its table of shapes. A pair is read from the means of its
    source, of its target and of the whole; a text from the mean of the whole.
    """

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.pair = Head(3 * WIDTH, WIDTHS[0], dropout)
        self.text = Head(WIDTH, WIDTHS[1], dropout)

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """The scores of pairs and of texts."""
        states = self.encoder(pieces, marks)
        whole = mean(states, pieces != 0)
        source = mean(states, (marks == SOURCE) | (marks == SOURCE | TARGET))
        target = mean(states, (marks == TARGET) | (marks == SOURCE | TARGET))
        return self.pair(torch.cat([source, target, whole], dim=-1)), self.text(whole)


def loss(scores: tuple[Tensor, Tensor], right: Tensor, head: Tensor, weight: Tensor) -> Tensor:
    """How unlikely the right columns are together, as a mean over texts.

    ``right`` is true of the columns of a text's own head that answer it, (texts, widest head).
    """
    total = scores[0].new_zeros((), dtype=torch.float32)
    for number, found in enumerate(scores):
        rows = head == number
        if bool(rows.any()):
            logs = torch.log_softmax(found[rows].float(), dim=-1)
            kept = right[rows, : logs.shape[1]]
            chance = torch.logsumexp(logs.masked_fill(~kept, -1e4), dim=-1)
            total = total - (chance * weight[rows]).sum()
    return total / len(right)
