"""The encoder of all-MiniLM-L6-v2, read from its safetensors file, and smaller ones made from it.

The architecture is BERT's (Devlin et al., 2019). The table of segment types, of which the model
uses one row, is widened to one row for each shape of a word.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, FEED = 384, 12, 1536
VOCABULARY, POSITIONS, SHAPES = 30522, 512, 4
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What teacher and student differ in.

    ``layers`` of the encoder; ``pair`` is the width at which pairs of a cue and a word are read;
    ``bend`` is the function between two matrix products; ``dropout`` is the encoder's, in training.
    """

    layers: int
    pair: int
    bend: Callable[[Tensor], Tensor]
    dropout: float


TEACHER = Size(layers=6, pair=160, bend=functional.gelu, dropout=0.1)
# A rectifier costs nothing at reading time, where GELU takes a tenth.
STUDENT = Size(layers=4, pair=96, bend=torch.relu, dropout=0.05)
SIZES = {"teacher": TEACHER, "student": STUDENT}


class Layer(nn.Module):
    """Self-attention and feed-forward, each with its residual and norm."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.bend = size.bend
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.widen = nn.Linear(WIDTH, FEED)
        self.narrow = nn.Linear(FEED, WIDTH)
        self.fed = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(size.dropout)
        self.attend = attend

    def forward(self, states: Tensor, kept: Tensor) -> Tensor:
        """States to states; ``kept`` is true of pieces that are not padding."""
        mixed = self.attend(self.query(states), self.key(states), self.value(states), kept)
        states = self.attended(states + self.joined(mixed))
        fed = self.narrow(self.bend(self.widen(states)))
        return self.fed(states + self.dropout(fed))


def attend(query: Tensor, key: Tensor, value: Tensor, kept: Tensor) -> Tensor:
    """Attention of several heads, each tensor (windows, length, `WIDTH`)."""
    size = (query.shape[0], query.shape[1], HEADS, WIDTH // HEADS)
    parts = (part.reshape(size).transpose(1, 2) for part in (query, key, value))
    mask = ~kept[:, None, None, :] * -1e4
    mixed = functional.scaled_dot_product_attention(*parts, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(query.shape)


class Encoder(nn.Module):
    """(windows, length) word pieces and shapes to (windows, length, `WIDTH`) states."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.dropout = nn.Dropout(size.dropout)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """The last layer's states; piece 0 is padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(places) + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        kept = pieces != 0
        for layer in self.layers:
            states = layer(states, kept)
        return states


def load_encoder(path: Path) -> Encoder:
    """The pretrained encoder. ``path`` is the model's ``model.safetensors``."""
    encoder = Encoder(TEACHER)
    stored = load_file(path)
    weights = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "positions.weight": stored["embeddings.position_embeddings.weight"],
        "shapes.weight": stored["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1),
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for number in range(TEACHER.layers):
        for ours, theirs in _NAMES.items():
            for kind in ("weight", "bias"):
                name = f"encoder.layer.{number}.{theirs}.{kind}"
                weights[f"layers.{number}.{ours}.{kind}"] = stored[name]
    encoder.load_state_dict(weights)
    return encoder


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "fed": "output.LayerNorm",
}
