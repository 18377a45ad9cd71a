"""From words that may fill roles to incidents: which types there are, and what belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.annotations import IncidentRole, IncidentScores, IncidentType
from secondsource.claims.incidents.entities import Group, grouped
from secondsource.claims.incidents.fillers import Filler, fillers
from secondsource.claims.incidents.thresholds import Thresholds

TYPES = tuple(IncidentType)
_BIAS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Formed:
    """An incident before its circumstances: each entity as the fillers that are its mentions."""

    type: IncidentType
    score: float
    entities: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """What thresholds are put to: the chance of each type, (types,), and the entities."""

    types: tuple[float, ...]
    groups: tuple[Group, ...]


def candidates(text: str, windows: Sequence[IncidentScores]) -> Candidates:
    """All that might be in an incident."""
    odds = [window.types for window in windows] or [np.full(len(TYPES), -np.inf)]
    chances = 1 / (1 + np.exp(-np.max(odds, axis=0)))
    return Candidates(
        types=tuple(map(float, chances)),
        groups=tuple(grouped(text, fillers(text, windows, _BIAS))),
    )


def formed(found: Candidates, thresholds: Thresholds) -> tuple[Formed, ...]:
    """The incidents, the likeliest type first."""
    rows = [row for row, chance in enumerate(found.types) if chance >= thresholds.type]
    rows.sort(key=lambda row: -found.types[row])
    return tuple(
        Formed(
            type=TYPES[row],
            score=found.types[row],
            entities=tuple(_chosen(_of_type(found.groups, row, rows, thresholds), thresholds)),
        )
        for row in rows
    )


def _of_type(
    groups: Sequence[Group], kind: int, kinds: Sequence[int], thresholds: Thresholds
) -> Iterator[Group]:
    """The entities likelier in an incident of this type than of the others told of, or likely."""
    for group in groups:
        chances = group.best.kinds
        best = max(kinds, key=lambda row: chances[row])
        if kind == best or chances[kind] >= thresholds.kind:
            yield group


def _chosen(groups: Iterator[Group], thresholds: Thresholds) -> Iterator[Group]:
    """The likeliest entity of each role if likely enough, and others if likelier."""
    taken: set[IncidentRole] = set()
    for group in groups:
        limits = thresholds.roles[group.role]
        least = limits.further if group.role in taken else limits.first
        if group.best.score >= least:
            taken.add(group.role)
            yield Group(role=group.role, fillers=tuple(_mentions(group, limits.also)))


def _mentions(group: Group, least: float) -> Iterator[Filler]:
    yield group.best
    yield from (row for row in group.fillers[1:] if row.score >= least)
