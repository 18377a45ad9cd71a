"""Between whom a claim is: pairs of those whose relations are kept."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import ActorKind
from secondsource.claims import Claim, Party

Pair = tuple[str, str]


def pair_of(between: Pair) -> Pair:
    """The two actors in one order for both directions."""
    return (min(between), max(between))


def sides(claim: Claim) -> list[Pair]:
    """Each actor with each recipient; where there are no recipients, the actors with each other."""
    actors, recipients = _bodies(claim.actors), _bodies(claim.recipients)
    if claim.recipients:
        return [(a, b) for a in actors for b in recipients if a != b]
    return [(a, b) for at, a in enumerate(actors) for b in actors[at + 1 :]]


def _bodies(parties: Iterable[Party]) -> list[str]:
    """The ids of those whose relations are kept: groups, offices and public figures."""
    return sorted(
        {party.id for party in parties if party.id and party.kind is not ActorKind.PRIVATE_PERSON}
    )
