"""Where the nodes of a network are drawn: the same for the same network, on any day."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_STEPS = 300
_GRAVITY = 0.06
"""Pull to the middle, so that parts that nothing connects stay in sight."""
_NEAREST = 1e-3
_MARGIN = 0.05
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spring:
    """An edge between two nodes, by number; ``strength`` is above 0."""

    one: int
    other: int
    strength: float


@lru_cache(maxsize=64)
def spring_layout(nodes: int, springs: tuple[Spring, ...]) -> tuple[tuple[float, float], ...]:
    """A place for each node, from 0 to 1 on both axes.

    By the forces of Fruchterman and Reingold (1991), from a spiral instead of places at random, so
    that nothing is left to chance; a node with a low number begins near the middle. Stronger
    springs draw nearer.
    """
    if nodes < 2:
        return ((0.5, 0.5),) * nodes
    pulls = np.zeros((nodes, nodes))
    for spring in springs:
        pulls[spring.one, spring.other] = pulls[spring.other, spring.one] = spring.strength
    settled = _settled(_spiral(nodes), pulls)
    low, high = settled.min(axis=0), settled.max(axis=0)
    shares = (settled - low) / np.maximum(high - low, 1e-9)
    placed = _MARGIN + shares * (1 - 2 * _MARGIN)
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in placed)


def _spiral(nodes: int) -> Points:
    numbers = np.arange(nodes)
    radius, angle = np.sqrt((numbers + 0.5) / nodes), numbers * _GOLDEN_ANGLE
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _settled(points: Points, pulls: Points) -> Points:
    ideal = 1.6 / math.sqrt(len(points))
    pulls = pulls / ideal
    for step in range(_STEPS):
        across, down = (axis[:, None] - axis for axis in points.T)
        square = np.maximum(across * across + down * down, _NEAREST**2)
        force = ideal**2 / square - pulls * np.sqrt(square)
        np.fill_diagonal(force, 0.0)
        pushed = [np.einsum("ij,ij->i", apart, force) for apart in (across, down)]
        move = np.stack(pushed, axis=1) - _GRAVITY * points / ideal
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        heat = 0.15 * (1 - step / _STEPS) + 0.002
        points = points + move / length * np.minimum(length, heat)
    return points
