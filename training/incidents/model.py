"""The model: roles of words, types of incidents, and types of the incidents that fillers are in.

In training a fourth head tells which fillers share an incident. That asks more of the states; what
it tells is too unsure to part incidents by, so it is not exported.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from secondsource.annotations.engines.incidents import IncidentRole, IncidentType
from training.attribution.encoder import WIDTH, Encoder
from training.incidents.labels import IGNORED, Batch

TAGS = 5
LINK = 48
_TYPES_WEIGHT = 1.0
_KINDS_WEIGHT = 0.5
_LINKS_WEIGHT = 0.5
_TAGS_WEIGHT = 0.1


class Model(nn.Module):
    """The encoder with four heads."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.15)
        self.tags = nn.Linear(WIDTH, len(IncidentRole) * TAGS)
        self.heed = nn.Linear(WIDTH, len(IncidentType))
        self.types = nn.Linear(WIDTH, len(IncidentType))
        self.kinds = nn.Linear(WIDTH, len(IncidentType))
        self.links = nn.Linear(WIDTH, LINK)
        self.apart = nn.Parameter(torch.zeros(1))

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What is asked at reading time of one window: tags, types and kinds."""
        states = self._states(pieces[None])
        types = self._types(states, torch.ones_like(pieces[None], dtype=torch.bool))
        tags = self.tags(states)[0].reshape(-1, len(IncidentRole), TAGS)
        return tags, types[0], self.kinds(states)[0]

    def loss(self, rows: Batch) -> Tensor:
        """The weighted sum of the heads' cross-entropies, each per window."""
        states = self._states(rows.pieces)
        count = len(rows.pieces)
        tags = functional.cross_entropy(
            self.tags(states).float().reshape(-1, TAGS),
            rows.tags.reshape(-1),
            ignore_index=IGNORED,
            reduction="sum",
        )
        types = functional.binary_cross_entropy_with_logits(
            self._types(states, rows.pieces != 0).float(), rows.types, reduction="sum"
        )
        begun = states[rows.windows, rows.starts]
        kinds = functional.binary_cross_entropy_with_logits(
            self.kinds(begun).float(), rows.kinds, reduction="sum"
        )
        total = _TAGS_WEIGHT * tags + _TYPES_WEIGHT * types + _KINDS_WEIGHT * kinds / 8
        return total / count + _LINKS_WEIGHT * self._told_apart(begun, rows.together)

    def _states(self, pieces: Tensor) -> Tensor:
        states: Tensor = self.dropout(self.encoder(pieces, torch.zeros_like(pieces)))
        return states

    def _types(self, states: Tensor, kept: Tensor) -> Tensor:
        """Each type heeds pieces of its own: (windows, types)."""
        heeded = self.heed(states).float().masked_fill(~kept[..., None], -1e4)
        found: Tensor = (heeded.softmax(dim=1) * self.types(states).float()).sum(dim=1)
        return found

    def _told_apart(self, begun: Tensor, together: Tensor) -> Tensor:
        compared = together >= 0
        if not compared.any():
            return begun.sum() * 0.0
        vectors = self.links(begun).float() / LINK**0.25
        odds = vectors @ vectors.T + self.apart
        return functional.binary_cross_entropy_with_logits(odds[compared], together[compared])
