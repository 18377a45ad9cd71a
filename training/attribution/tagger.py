"""The tagger: where cues begin and, from each such word, what its three roles are.

The second step reads pairs of a cue and a word, as taggers of semantic roles do, so that a source
shared by two cues, nested contents and contents in several pieces need no rule to link them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.encoder import WIDTH, Encoder
from training.attribution.labels import IGNORED, ROLES, Batch

TAGS = 5
LEAST_ODDS = -2.2
_PAIR = 160
_FARTHEST = 255
_NEAR = 2
_ROLE_WEIGHT = 0.3


class Tagger(nn.Module):
    """Encoder with the head for beginnings of cues and the head for pairs."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.begins = nn.Sequential(nn.Linear(WIDTH, _PAIR), nn.GELU(), nn.Linear(_PAIR, 1))
        self.word = nn.Linear(WIDTH, 2 * _PAIR)
        self.cue = nn.Linear(WIDTH, 2 * _PAIR)
        self.distance = nn.Embedding(2 * _FARTHEST + 1, _PAIR)
        self.norm = nn.LayerNorm(_PAIR)
        self.near = nn.Linear((2 * _NEAR + 1) * _PAIR, _PAIR)
        self.tags = nn.Linear(_PAIR, ROLES * TAGS)
        self.dropout = nn.Dropout(0.1)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What is asked at reading time, for every piece that may well begin a cue.

        Gives (cues, 2) windows and pieces, (cues,) log-odds and (cues, length, roles, tags) scores.
        """
        states = self.encoder(pieces, shapes)
        scores = self.begins(states).squeeze(-1).masked_fill(pieces == 0, -1e4)
        places = torch.nonzero(scores > LEAST_ODDS)
        rows, cues = places[:, 0], places[:, 1]
        tags = self.pairs(states, rows, cues)
        return places, scores[rows, cues], tags.reshape(-1, pieces.shape[1], ROLES, TAGS)

    def pairs(self, states: Tensor, rows: Tensor, cues: Tensor) -> Tensor:
        """Tags of the roles by piece, for the cues that begin at ``cues`` of windows ``rows``:
        (cues, length, roles × tags)."""
        places = torch.arange(states.shape[1], device=states.device)
        apart = (places[None, :] - cues[:, None]).clamp(-_FARTHEST, _FARTHEST) + _FARTHEST
        added, scaled = self.word(states)[rows].chunk(2, dim=-1)
        cue_added, cue_scaled = self.cue(states[rows, cues])[:, None, :].chunk(2, dim=-1)
        mixed = added + cue_added + scaled * cue_scaled + self.distance(apart)
        mixed = self.dropout(functional.gelu(self.norm(mixed)))
        mixed = mixed + functional.gelu(self.near(_neighbours(mixed)))
        found: Tensor = self.tags(mixed)
        return found

    def loss(self, rows: Batch) -> Tensor:
        """Cross-entropy of beginnings and of tags, both summed and taken per cue."""
        states = self.encoder(rows.pieces, rows.shapes)
        scores = self.begins(states).squeeze(-1).float()
        kept = rows.begins != IGNORED
        begins = functional.binary_cross_entropy_with_logits(
            scores[kept], rows.begins[kept], reduction="sum"
        )
        tags = self.pairs(states, rows.rows, rows.cues).float().reshape(-1, TAGS)
        roles = functional.cross_entropy(
            tags, rows.tags.reshape(-1), ignore_index=IGNORED, reduction="sum"
        )
        return (begins + _ROLE_WEIGHT * roles) / max(1, len(rows.cues))


def _neighbours(states: Tensor) -> Tensor:
    """Each piece's states with those of the pieces on either side, joined."""
    length = states.shape[1]
    padded = functional.pad(states, (0, 0, _NEAR, _NEAR))
    return torch.cat([padded[:, by : by + length] for by in range(2 * _NEAR + 1)], dim=-1)
