"""UCDP's type of violence, by who fights whom.

A state on either side makes it state-based, two organised groups non-state, and civilians as the
only target one-sided (UCDP GED codebook). Events without the use of armed force have none.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import ActorKind
from secondsource.claims.coding.codebook import AcledType
from secondsource.claims.own_codes import ViolenceType
from secondsource.claims.records import Claim, EventType, Party

_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
_ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.COALITION})
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.COMMUNITY, ActorKind.PRIVATE_PERSON})
_FORCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


def violence_of(kind: AcledType, claims: Iterable[Claim]) -> ViolenceType | None:
    """The type of violence of the first claim of force whose both sides are known."""
    if kind.event not in _FORCE:
        return None
    for claim in claims:
        if claim.type is EventType.ASSAULT:
            found = violence_between(_kinds(claim.actors), _kinds(claim.recipients))
            if found is not None:
                return found
    return None


def _kinds(parties: Iterable[Party]) -> frozenset[ActorKind]:
    return frozenset(party.kind for party in parties)


def violence_between(
    doers: frozenset[ActorKind], others: frozenset[ActorKind]
) -> ViolenceType | None:
    """The type of violence of force that actors of these kinds use against others of those."""
    armed = _STATE | _ARMED
    if not doers & armed:
        return None
    if others & armed:
        either = (doers | others) & _STATE
        return ViolenceType.STATE_BASED if either else ViolenceType.NON_STATE
    return ViolenceType.ONE_SIDED if others & _UNARMED else None
