"""How the ties of a network are drawn as lines between its actors."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from secondsource.claims import TieType
from secondsource.views import Edge, NetworkContext, Node

_ASPECT = 0.62
"""Height over width, about which lines beside each other are set apart; not exact on a phone."""
_APART = 5.0
_LARGEST = 15.0
STYLES = {
    TieType.HOSTILE: "against",
    TieType.SPLIT: "against",
    TieType.DEFECTION: "against",
    TieType.TRUCE: "truce",
    TieType.ALLY: "with",
    TieType.PLEDGE: "with",
    TieType.MERGER: "with",
    TieType.SUPPORT: "with",
    TieType.AFFILIATE: "under",
    TieType.CONTROL: "under",
    TieType.MEMBER: "under",
    TieType.LEADER: "under",
    TieType.SPOKESPERSON: "under",
}
"""Four ways to draw thirteen states; the words stand beside each line's name and in the table."""
_WIDTHS = {1: 3.5, 2: 2.75, 3: 2.0, 4: 1.25, 5: 1.0, 6: 1.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie from ``x1``, ``y1`` to ``x2``, ``y2`` in per cent, moved by ``dx``, ``dy`` pixels."""

    edge: Edge
    x1: float
    y1: float
    x2: float
    y2: float
    dx: float
    dy: float
    width: float
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """An actor at ``x``, ``y`` in per cent; ``radius`` in pixels."""

    node: Node
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkChart:
    """The drawing; ``dots`` in the order in which their names are to be shown."""

    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]


def network_chart(context: NetworkContext) -> NetworkChart:
    """The drawing of a network."""
    places = {node.id: node for node in context.nodes}
    several = Counter(_pair(edge) for edge in context.edges)
    drawn: Counter[frozenset[str | None]] = Counter()
    lines: list[Line] = []
    for edge in context.edges:
        pair = _pair(edge)
        one, other = (places[str(end.id)] for end in edge.tie.between)
        lines.append(_line(edge, one, other, drawn[pair] - (several[pair] - 1) / 2))
        drawn[pair] += 1
    ordered = sorted(context.nodes, key=lambda node: (-node.ties, node.name))
    return NetworkChart(lines=tuple(lines), dots=tuple(map(_dot, ordered)))


def _pair(edge: Edge) -> frozenset[str | None]:
    return frozenset(end.id for end in edge.tie.between)


def _line(edge: Edge, one: Node, other: Node, place: float) -> Line:
    """``place`` counts from the middle of the lines between the two."""
    first, second = sorted((one, other), key=lambda node: node.id)
    across, down = second.x - first.x, (second.y - first.y) * _ASPECT
    length = math.hypot(across, down) or 1.0
    return Line(
        edge=edge,
        x1=round(one.x * 100, 2),
        y1=round(one.y * 100, 2),
        x2=round(other.x * 100, 2),
        y2=round(other.y * 100, 2),
        dx=round(-down / length * _APART * place, 1),
        dy=round(across / length * _APART * place, 1),
        width=_WIDTHS[edge.tie.credibility],
        style=STYLES[TieType(edge.tie.state)],
    )


def _dot(node: Node) -> Dot:
    radius = min(_LARGEST, 4 + 2 * math.sqrt(node.ties)) if node.ties else 2.5
    return Dot(
        node=node, x=round(node.x * 100, 2), y=round(node.y * 100, 2), radius=round(radius, 1)
    )
