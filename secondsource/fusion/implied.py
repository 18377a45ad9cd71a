"""Which ties an event implies, and which ties cannot hold together: two tables with reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.claims import Claim, EventType, TieType

_STOP_FIGHTING = re.compile(
    r"cease-?\s?fire|\btruces?\b|\b(?:stop|halt|end|cease|suspend)\w*\s+(?:\w+\s+){0,2}?"
    r"(?:fighting|infighting|attacks?|attacking|hostilities|clashes|battles?|feud(?:ing)?)",
    re.IGNORECASE,
)
_ACT_TOGETHER = re.compile(
    r"\balliance|\bjoin(?:ing|ed)? forces|\b(?:team|teaming|teamed)\s+up\b|\bcoalition with\b"
    r"|\b(?:work|fight|act|attack|operate)\w*\s+(?:\w+\s+){0,2}?together\b"
    r"|\b(?:open|fight|launch|mount)\w*\s+(?:\w+\s+){0,3}together\b"
    r"|\btogether\s+(?:to\s+)?(?:open|fight|attack|oppose|confront|launch|mount|take\s+on)"
    r"|\bjoint(?:ly)?\s+(?:\w+\s+)?(?:operation|attack|offensive|front|force)",
    re.IGNORECASE,
)
_PLAN_TOGETHER = re.compile(
    r"\b(?:war|battle|joint|operations?)\W+plan(?:s|ning)?\b|\bplanning\s+(?:meeting|session|talks)"
    r"|\bco-?\s?ordinat\w+\s+(?:\w+\s+){0,2}?(?:attacks?|operations?|offensives?|fight)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication:
    """An event of this type implies this tie between its parties.

    Where ``mode`` is given the event must have it; where ``words`` is, that pattern must occur in
    the sentences that the claim rests on. ``loosely`` says that the event does not make the tie but
    lets it be inferred, ``prepares`` that it makes it no more than possible.
    """

    event: EventType
    tie: TieType
    because: str
    mode: str | None = None
    words: re.Pattern[str] | None = None
    loosely: bool = False
    prepares: bool = False


IMPLICATIONS: tuple[Implication, ...] = (
    Implication(
        event=EventType.ASSAULT,
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
        words=_STOP_FIGHTING,
        tie=TieType.TRUCE,
        because="an agreement to stop fighting is a truce from then on",
    ),
    Implication(
        event=EventType.AGREE,
        words=_ACT_TOGETHER,
        tie=TieType.ALLY,
        because="an agreement to act together is an alliance from then on",
    ),
    Implication(
        event=EventType.CONCEDE,
        words=_STOP_FIGHTING,
        tie=TieType.TRUCE,
        because="a declared ceasefire is a truce from then on",
    ),
    Implication(
        event=EventType.THREATEN,
        tie=TieType.HOSTILE,
        because="who threatens another is hostile to it",
    ),
    Implication(
        event=EventType.COERCE,
        tie=TieType.HOSTILE,
        because="who coerces another is hostile to it",
    ),
    Implication(
        event=EventType.AID,
        tie=TieType.SUPPORT,
        because="who gives another material aid supports it",
    ),
    Implication(
        event=EventType.SUPPORT,
        tie=TieType.SUPPORT,
        because="who backs another in public supports it",
    ),
    Implication(
        event=EventType.COOPERATE,
        tie=TieType.ALLY,
        because="who acts together with another is its ally in that",
        loosely=True,
    ),
    Implication(
        event=EventType.CONSULT,
        words=_PLAN_TOGETHER,
        tie=TieType.ALLY,
        because="who plans together with another prepares an alliance",
        loosely=True,
        prepares=True,
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


def implied_ties(claim: Claim) -> tuple[Implication, ...]:
    """The rows of the table that a claim of an event fits, at most one a tie."""
    fitting = {row.tie: row for row in reversed(IMPLICATIONS) if _fits(row, claim)}
    return tuple(fitting[tie] for tie in sorted(fitting, key=lambda tie: tie.value))


def _fits(row: Implication, claim: Claim) -> bool:
    if claim.type is not row.event or row.mode not in {None, claim.mode}:
        return False
    words = row.words
    return words is None or any(words.search(evidence.text) for evidence in claim.evidence)
