"""An incident: one violent happening that a report tells of, with who and what were in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from secondsource.annotations import IncidentRole, IncidentType
from secondsource.claims.records import Place, Time
from secondsource.text import Evidence


class Stage(Enum):
    """How far an incident came (MUC-4's stages of execution)."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, body or thing in a role of an incident. ``mentions`` are words for it that
    differ, each where it stands first, in text order; ``score`` is the model's, from 0 to 1."""

    role: IncidentRole
    mentions: tuple[Evidence, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening with its entities. ``score`` is the model's probability of the type.

    ``claims`` are the indexes of the report's claims that tell of it.
    """

    type: IncidentType
    entities: tuple[Entity, ...]
    score: float
    stage: Stage = Stage.ACCOMPLISHED
    place: Place | None = None
    time: Time | None = None
    claims: tuple[int, ...] = ()

    def of(self, role: IncidentRole) -> tuple[Entity, ...]:
        """The entities in one role."""
        return tuple(row for row in self.entities if row.role is role)
