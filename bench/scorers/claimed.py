"""Picking what a set asks about out of claims."""

from __future__ import annotations

from collections.abc import Iterable

from bench.records import ActorFound, ClaimFound
from secondsource.text import Span

ROOT = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""PLOVER types that the PLV set joins."""

_QUAD_MEMBERS = {
    "1": ("AGREE", "CONSULT", "SUPPORT"),
    "2": ("COOPERATE", "AID", "CONCEDE", "RETREAT"),
    "3": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "4": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD = {event: quad for quad, members in _QUAD_MEMBERS.items() for event in members}
"""PLOVER type to quad class as the sets number them: 1 and 2 verbal and material cooperation, 3
and 4 verbal and material conflict. CONCEDE counts as material because PLV joins it to RETREAT."""

_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def events(claims: Iterable[ClaimFound]) -> list[ClaimFound]:
    """The event claims, the surest first, otherwise in their order."""
    found = [claim for claim in claims if claim.kind == "event" and claim.type]
    return sorted(found, key=lambda claim: -claim.confidence)


def top_type(claims: Iterable[ClaimFound]) -> str | None:
    """The type of the surest event claim."""
    return next((claim.type for claim in events(claims)), None)


def between(claims: Iterable[ClaimFound], source: Span, target: Span) -> list[ClaimFound]:
    """The event claims whose actor touches ``source`` and whose recipient touches ``target``.

    What is done together has no direction: there both need only be parties.
    """
    return [claim for claim in events(claims) if _joins(claim, source, target)]


def _joins(claim: ClaimFound, source: Span, target: Span) -> bool:
    if claim.type in _TOGETHER:
        parties = (*claim.actors, *claim.recipients)
        return touches(parties, source) and touches(parties, target)
    return touches(claim.actors, source) and touches(claim.recipients, target)


def touches(parties: Iterable[ActorFound], span: Span) -> bool:
    """Whether one of ``parties`` overlaps ``span``."""
    return any(party.span.overlaps(span) for party in parties)


def anchored(claims: Iterable[ClaimFound], span: Span) -> list[ClaimFound]:
    """The claims whose trigger (or evidence, where there is none) overlaps ``span``."""
    return [claim for claim in claims if any(part.overlaps(span) for part in claim.anchor)]


def commitment(claim: ClaimFound) -> str:
    """``true``, ``false`` or ``open``: what the author holds of the claim."""
    if claim.modality != "actual" or claim.polarity == "unconfirmed":
        return "open"
    return "false" if claim.polarity == "denied" else "true"
