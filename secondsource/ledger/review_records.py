"""What stands in the queue of claims to review, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class QueueReason(Enum):
    """Why a claim is to be reviewed, in the order of the queue."""

    DISPUTED = "disputed"
    WATCHED = "watched"
    UNSURE = "low confidence"
    SINGLE_ORIGIN = "single-origin"
    REST = "not reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Which claims to review: any of the values, and all fields must hold; empty means all.

    ``reports`` are ids, ``types`` PLOVER types or ties. ``actors``, ``places`` (GeoNames numbers)
    and ``pairs`` are watched.
    """

    reasons: tuple[QueueReason, ...] = ()
    reports: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedClaim:
    """A claim in the queue, by the first reason for it."""

    claim: str
    report: str
    reason: QueueReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCount:
    """How many claims stand in the queue for a reason; ``more`` says that they were not all
    counted."""

    reason: QueueReason
    count: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance:
    """What the standing picture says of a claim that is to be reviewed.

    ``event`` is the event that it is about, ``origins`` and ``claims`` how many independent
    origins and claims that has, ``disputing`` how many of these deny it; ``None`` for a claim
    about no event. ``tie_disputed`` says that it is about a tie which a claim denies; ``kinds``
    are the kinds of contradiction that it is part of.
    """

    claim: str
    event: str | None
    origins: int | None
    claims: int | None
    disputing: int | None
    tie_disputed: bool
    kinds: tuple[str, ...]
