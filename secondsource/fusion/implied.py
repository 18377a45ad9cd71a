"""Which ties an event implies, and which ties cannot hold together: two tables with reasons."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.claims import EventType, TieType


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """An event of this type, and mode if one is given, implies this tie between its parties."""

    event: EventType
    mode: str | None
    tie: TieType
    because: str


IMPLICATIONS: tuple[Implication, ...] = (
    Implication(
        event=EventType.ASSAULT,
        mode=None,
        tie=TieType.HOSTILE,
        because="who attacks another is hostile to it",
    ),
    Implication(
        event=EventType.RETREAT,
        mode="ceasefire",
        tie=TieType.TRUCE,
        because="a ceasefire that is carried out is a truce",
    ),
    Implication(
        event=EventType.AGREE,
        mode="ceasefire",
        tie=TieType.TRUCE,
        because="an agreement to stop fighting is a truce from then on",
    ),
    Implication(
        event=EventType.CONCEDE,
        mode="ceasefire",
        tie=TieType.TRUCE,
        because="a declared ceasefire is a truce from then on",
    ),
    Implication(
        event=EventType.THREATEN,
        mode=None,
        tie=TieType.HOSTILE,
        because="who threatens another is hostile to it",
    ),
    Implication(
        event=EventType.COERCE,
        mode=None,
        tie=TieType.HOSTILE,
        because="who coerces another is hostile to it",
    ),
    Implication(
        event=EventType.AID,
        mode=None,
        tie=TieType.SUPPORT,
        because="who gives another material aid supports it",
    ),
    Implication(
        event=EventType.SUPPORT,
        mode=None,
        tie=TieType.SUPPORT,
        because="who backs another in public supports it",
    ),
    Implication(
        event=EventType.COOPERATE,
        mode=None,
        tie=TieType.ALLY,
        because="who acts together with another is its ally in that",
    ),
)

# Ties that say the same read from either side.
MUTUAL: frozenset[TieType] = frozenset(
    {TieType.ALLY, TieType.TRUCE, TieType.HOSTILE, TieType.MERGER, TieType.SPLIT}
)

# A state in a row ends when one of its opposites begins.
OPPOSITES: dict[TieType, frozenset[TieType]] = {
    TieType.HOSTILE: frozenset({TieType.TRUCE, TieType.ALLY, TieType.MERGER}),
    TieType.TRUCE: frozenset({TieType.HOSTILE}),
    TieType.ALLY: frozenset({TieType.HOSTILE, TieType.SPLIT}),
    TieType.MERGER: frozenset({TieType.HOSTILE, TieType.SPLIT}),
    TieType.SPLIT: frozenset({TieType.MERGER, TieType.ALLY}),
    TieType.AFFILIATE: frozenset({TieType.SPLIT}),
    TieType.PLEDGE: frozenset({TieType.SPLIT}),
    TieType.MEMBER: frozenset({TieType.SPLIT, TieType.DEFECTION}),
    TieType.SUPPORT: frozenset({TieType.HOSTILE}),
}


def implied_tie(event: EventType, mode: str | None) -> Implication | None:
    """The row of the table for an event, the one for its mode before the one for any mode."""
    fitting = [row for row in IMPLICATIONS if row.event is event and row.mode in {mode, None}]
    return max(fitting, key=lambda row: row.mode is not None, default=None)
