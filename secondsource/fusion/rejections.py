"""Offers and who rejects them: "a merger was declared by the leader of A, but rejected by B".

One sentence tells of a tie that one side declares and of its rejection. The rejection is then a
denial of that very tie, at its time, and tells with whom it was to be. A leader declares for those
whom the same report says that he leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.claims import Claim, EventType, Modality, Party, Polarity, TieType
from secondsource.text import Span

_OFFERED = frozenset({TieType.MERGER, TieType.ALLY, TieType.TRUCE, TieType.PLEDGE})
_SPEAKS_FOR = frozenset({TieType.LEADER, TieType.SPOKESPERSON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What a claim says of a tie that another claim of its sentence names. ``claim`` has the
    stance and the time that it takes on that tie."""

    claim: Claim
    between: tuple[str, str]
    state: TieType


def bearings(told: Sequence[Claim]) -> tuple[Bearing, ...]:
    """The offers of one report that are rejected in the same sentence, and their rejections."""
    bodies = _bodies_spoken_for(told)
    return tuple(
        bearing
        for offer in told
        if _is_offer(offer)
        for bearing in _bearings(offer, _rejections(offer, told), bodies)
    )


def _is_offer(claim: Claim) -> bool:
    affirmed = claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ACTUAL
    return claim.type in _OFFERED and affirmed


def _rejections(offer: Claim, told: Iterable[Claim]) -> list[Claim]:
    """The rejections that follow an offer in its sentence, in the order of the text."""
    here = _sentence(offer)
    found = [claim for claim in told if _rejects(claim) and _sentence(claim) == here]
    later = [claim for claim in found if claim.trigger.start > offer.trigger.start]
    return sorted(later, key=lambda claim: (claim.trigger.start, claim.id))


def _rejects(claim: Claim) -> bool:
    denied = claim.type in _OFFERED and claim.polarity is Polarity.DENIED
    refused = claim.type is EventType.REJECT and claim.polarity is Polarity.AFFIRMED
    return (denied or refused) and claim.modality is Modality.ACTUAL


def _sentence(claim: Claim) -> Span | None:
    """The words of its evidence in which its trigger stands."""
    rows = (words.span for words in claim.evidence)
    return next((span for span in rows if span.contains(claim.trigger.span)), None)


def _bearings(
    offer: Claim, rejections: Sequence[Claim], bodies: Mapping[str, str]
) -> Iterator[Bearing]:
    between = _between(offer, rejections, bodies)
    state = offer.type
    if between is None or not isinstance(state, TieType):
        return
    yield Bearing(claim=offer, between=between, state=state)
    for claim in rejections:
        if _ids((*claim.actors, *claim.recipients), bodies) & set(between):
            denied = replace(claim, polarity=Polarity.DENIED, time=offer.time)
            yield Bearing(claim=denied, between=between, state=state)


def _between(
    offer: Claim, rejections: Sequence[Claim], bodies: Mapping[str, str]
) -> tuple[str, str] | None:
    """Who offers and to whom: the recipient, else the first other party of a rejection."""
    offering = sorted(_ids(offer.actors, bodies))
    offered = sorted(_ids(offer.recipients, bodies) - set(offering))
    for claim in rejections:
        if offered or len(offering) > 1:
            break
        offered = [
            *sorted(_ids(claim.actors, bodies) - set(offering)),
            *sorted(_ids(claim.recipients, bodies) - set(offering)),
        ]
    both = (offering + offered)[:2]
    return (both[0], both[1]) if rejections and len(both) == 2 else None


def _ids(parties: Iterable[Party], bodies: Mapping[str, str]) -> set[str]:
    return {bodies.get(party.id, party.id) for party in parties if party.id is not None}


def _bodies_spoken_for(told: Iterable[Claim]) -> dict[str, str]:
    """By the id of a leader or spokesperson, the body that a report says he speaks for."""
    return {
        actor.id: recipient.id
        for claim in told
        if claim.type in _SPEAKS_FOR and claim.polarity is Polarity.AFFIRMED
        for actor in claim.actors
        for recipient in claim.recipients[:1]
        if actor.id is not None and recipient.id is not None
    }
