"""The tagger: where cues begin and, from each such word, what its three roles are.

The second step reads pairs of a cue and a word, as taggers of semantic roles do, so that a source
shared by two cues, nested contents and contents in several pieces need no rule to link them.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.encoder import WIDTH, Encoder, Size
from training.attribution.labels import IGNORED, ROLES, Batch

TAGS = 5
# Just below the log-odds of the reader's threshold: what is less likely is not scored further.
LEAST_ODDS = -1.4
_FARTHEST = 255
_NEAR = 2
ROLE_WEIGHT = 0.3


class Tagger(nn.Module):
    """Encoder with the head for beginnings of cues and the head for pairs."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        pair = encoder.size.pair
        self.encoder = encoder
        self.bend = encoder.size.bend
        self.cue_hidden = nn.Linear(WIDTH, pair)
        self.cue_odds = nn.Linear(pair, 1)
        self.word = nn.Linear(WIDTH, 2 * pair)
        self.cue = nn.Linear(WIDTH, 2 * pair)
        self.distance = nn.Embedding(2 * _FARTHEST + 1, pair)
        self.norm = nn.LayerNorm(pair)
        self.near = nn.Linear(pair, (2 * _NEAR + 1) * pair)
        self.tags = nn.Linear(pair, ROLES * TAGS)
        self.dropout = nn.Dropout(0.1)
        nn.init.normal_(self.distance.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What is asked at reading time of one window, for pieces that may well begin a cue.

        Gives (cues,) pieces, (cues,) log-odds and (cues, length, roles, tags) scores.
        """
        states = self.encoder(pieces[None], shapes[None])
        odds = self.begins(states)[0]
        cues = torch.nonzero(odds > LEAST_ODDS)[:, 0]
        tags = self._told(self.word(states), states[0][cues], cues)
        return cues, odds[cues], tags.reshape(-1, pieces.shape[0], ROLES, TAGS)

    def begins(self, states: Tensor) -> Tensor:
        """The log-odds that a cue begins at each piece: (windows, length)."""
        odds: Tensor = self.cue_odds(self.bend(self.cue_hidden(states))).squeeze(-1)
        return odds

    def pairs(self, states: Tensor, rows: Tensor, cues: Tensor) -> Tensor:
        """Tags of the roles by piece, for the cues that begin at ``cues`` of windows ``rows``:
        (cues, length, roles × tags)."""
        return self._told(self.word(states)[rows], states[rows, cues], cues)

    def _told(self, words: Tensor, begun: Tensor, cues: Tensor) -> Tensor:
        """``words`` are (cues or 1, length, …), ``begun`` the states at the pieces ``cues``."""
        places = torch.arange(words.shape[1], device=words.device)
        apart = (places[None, :] - cues[:, None]).clamp(-_FARTHEST, _FARTHEST) + _FARTHEST
        added, scaled = words.chunk(2, dim=-1)
        cue_added, cue_scaled = self.cue(begun)[:, None, :].chunk(2, dim=-1)
        mixed = added + scaled * cue_scaled + (self.distance(apart) + cue_added)
        mixed = self.dropout(self.bend(self.norm(mixed)))
        mixed = mixed + self.bend(self._around(mixed))
        found: Tensor = self.tags(mixed)
        return found

    def _around(self, mixed: Tensor) -> Tensor:
        """A sum over each piece and those on either side, each place with weights of its own."""
        length = mixed.shape[1]
        padded = functional.pad(mixed, (0, 0, _NEAR, _NEAR))
        first, *others = self.near(padded).chunk(2 * _NEAR + 1, dim=-1)
        total: Tensor = first[:, :length]
        for by, part in enumerate(others, start=1):
            total = total + part[:, by : by + length]
        return total

    def loss(self, rows: Batch) -> Tensor:
        """Cross-entropy of beginnings and of tags, both summed and taken per cue."""
        states = self.encoder(rows.pieces, rows.shapes)
        kept = rows.begins != IGNORED
        begins = functional.binary_cross_entropy_with_logits(
            self.begins(states).float()[kept], rows.begins[kept], reduction="sum"
        )
        tags = self.pairs(states, rows.rows, rows.cues).float().reshape(-1, TAGS)
        roles = functional.cross_entropy(
            tags, rows.tags.reshape(-1), ignore_index=IGNORED, reduction="sum"
        )
        return (begins + ROLE_WEIGHT * roles) / max(1, len(rows.cues))


def read_tagger(checkpoint: Path, size: Size) -> Tagger:
    """A tagger as it was at the end of an epoch."""
    tagger = Tagger(Encoder(size))
    tagger.load_state_dict(torch.load(checkpoint, weights_only=True))
    return tagger
