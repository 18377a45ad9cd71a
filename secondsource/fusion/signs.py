"""What each claim says of the relation between two actors: which state, how put, since when.

An event implies a tie by the table of `implied`; a claim of a tie says it outright. An event that
is told by the very words of a stated tie implies no other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.claims import Claim, EventType, Modality, Polarity, TieType
from secondsource.fusion.beginnings import Meetings, Since, meetings_of, since_of
from secondsource.fusion.implied import MUTUAL, implied_ties
from secondsource.fusion.intervals import latest
from secondsource.fusion.parties import Pair, pair_of, sides
from secondsource.fusion.provenance import Provenance
from secondsource.fusion.rejections import Bearing, bearings

# What has begun with a deed of its own on a day, such as a truce, and may begin anew.
CONCLUDED = frozenset(
    {TieType.TRUCE, TieType.MERGER, TieType.PLEDGE, TieType.SPLIT, TieType.DEFECTION}
)
_CONCLUDING = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.RETREAT})
_AGREEING = frozenset({EventType.AGREE, EventType.COOPERATE})
_AGREED = (TieType.ALLY, TieType.TRUCE)
_STATED = frozenset({Modality.ACTUAL, Modality.POSSIBLE, Modality.PLANNED, Modality.REQUESTED})
_HAPPENED = frozenset({Modality.ACTUAL, Modality.POSSIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One claim's word on one tie.

    ``claim`` has the stance that it takes on the tie: who rejects a merger denies it. ``onset``
    says that it tells of the deed with which the state began; ``because`` how an event implies the
    tie, and ``loosely`` that it only lets it be inferred. ``joining`` says that it speaks only of a
    state that others tell of: who denies an agreement denies what others say it made.
    """

    claim: Claim
    between: Pair
    state: TieType
    since: Since
    onset: bool = False
    because: str | None = None
    loosely: bool = False
    joining: bool = False


def signs_of(claims: Sequence[Claim], known: Provenance) -> tuple[Sign, ...]:
    """All signs of the claims, those of a report read together, sorted by time and claim."""
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        by_report.setdefault(claim.report_id, []).append(claim)
    found = [
        sign
        for report_id, told in sorted(by_report.items())
        for sign in _signs(told, _published(report_id, known))
    ]
    return tuple(
        sorted(found, key=lambda sign: (sign.since.order, sign.claim.id, sign.state.value))
    )


def _published(report_id: str, known: Provenance) -> date | None:
    stated = known.reports[report_id].published
    return latest(stated.value) if stated else None


def _signs(told: Sequence[Claim], published: date | None) -> Iterator[Sign]:
    """The signs of one report."""
    borne = bearings(told)
    turned = {bearing.claim.id for bearing in borne}
    meetings = meetings_of(told)
    stated = {claim.trigger.span: claim.type for claim in told if isinstance(claim.type, TieType)}
    for bearing in borne:
        yield _borne(bearing, published)
    for claim in told:
        if claim.id not in turned:
            told_by = stated.get(claim.trigger.span)
            for sign in _signs_of_claim(claim, meetings, published):
                if told_by in {None, sign.state}:
                    yield sign


def _borne(bearing: Bearing, published: date | None) -> Sign:
    state = bearing.state
    between = pair_of(bearing.between) if state in MUTUAL else bearing.between
    return Sign(
        claim=bearing.claim,
        between=between,
        state=state,
        since=since_of(bearing.claim, None, published),
        onset=bearing.claim.time is not None,
    )


def _signs_of_claim(claim: Claim, meetings: Meetings, published: date | None) -> Iterator[Sign]:
    for pair in sides(claim):
        met = meetings.of(pair_of(pair)) if claim.type is EventType.AGREE else None
        since = since_of(claim, met, published)
        for sign in _states_of(claim):
            between = pair_of(pair) if sign.state in MUTUAL else pair
            yield replace(sign, between=between, since=since)


def _states_of(claim: Claim) -> Iterator[Sign]:
    """The states that a claim states or implies, as signs yet without parties and time."""
    nobody, never = ("", ""), Since(edtf=None, days=None, own=False)
    if isinstance(claim.type, TieType):
        if claim.modality in _STATED:
            onset = claim.type in CONCLUDED and claim.modality in _HAPPENED
            yield Sign(claim=claim, between=nobody, state=claim.type, since=never, onset=onset)
        return
    if claim.modality not in _HAPPENED:
        return
    if claim.polarity is not Polarity.AFFIRMED:
        for state in _AGREED if claim.type in _AGREEING else ():
            yield Sign(claim=claim, between=nobody, state=state, since=never, joining=True)
        return
    for row in implied_ties(claim):
        yield Sign(
            claim=replace(claim, modality=Modality.POSSIBLE) if row.prepares else claim,
            between=nobody,
            state=row.tie,
            since=never,
            onset=row.event in _CONCLUDING,
            because=row.because,
            loosely=row.loosely,
        )
