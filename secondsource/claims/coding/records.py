"""What is asked of a text beside its claims, and the answers."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.claims.coding.codebook import AcledType
from secondsource.claims.own_codes import ViolenceType
from secondsource.claims.records import EventType
from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PairQuery:
    """Asks what the ``source`` mention does to the ``target`` mention."""

    id: str
    source: Span
    target: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCoding:
    """What the source of query ``id`` does to its target; ``None`` where nothing is read.

    ``scores`` are probabilities from 0 to 1, the highest first.
    """

    id: str
    type: EventType | None
    scores: tuple[tuple[EventType, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledCoding:
    """The ACLED type of a text's main event. ``score`` is a probability from 0 to 1."""

    type: AcledType
    score: float
    violence: ViolenceType | None = None
