"""Decisions about which claims are about one event: that events are one, or that one is two.

Each names its claims by what outlives another reading of their reports: the id, and the words that
carry the type. They are logged as any other decision; ``after`` is the ruling as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import TypeAdapter

from secondsource.claims import Claim, ClaimKind
from secondsource.fusion import EventOrder, EventOrders
from secondsource.ledger.records import Decision, NewDecision
from secondsource.text import Span

MERGE_EVENTS = "merge events"
SPLIT_EVENT = "split event"
EVENT_DECISIONS = (MERGE_EVENTS, SPLIT_EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnchor:
    """A claim about an event, as a decision names it: its id, report, type, and trigger."""

    claim: str
    report: str
    type: str
    start: int
    end: int

    @classmethod
    def of(cls, claim: Claim) -> ClaimAnchor:
        """The anchor of a claim."""
        return cls(
            claim=claim.id,
            report=claim.report_id,
            type=claim.type.value if claim.type else "",
            start=claim.trigger.start,
            end=claim.trigger.end,
        )

    def find(self, claims: Iterable[Claim]) -> str | None:
        """The id of the claim meant among those of the report: the one of that id, else the
        nearest of that type whose trigger overlaps; ``None`` where there is none."""
        told = [claim for claim in claims if claim.kind is ClaimKind.EVENT]
        if any(claim.id == self.claim for claim in told):
            return self.claim
        words = Span(self.start, self.end)
        like = [
            claim
            for claim in told
            if claim.trigger.span.overlaps(words) and claim.type and claim.type.value == self.type
        ]
        nearest = min(
            like, key=lambda claim: (abs(claim.trigger.start - self.start), claim.id), default=None
        )
        return nearest.id if nearest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMerge:
    """The claims about ``events`` are about one event."""

    events: tuple[str, ...]
    claims: tuple[ClaimAnchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSplit:
    """The claims ``apart`` of an event are about another one than those ``kept``."""

    event: str
    apart: tuple[ClaimAnchor, ...]
    kept: tuple[ClaimAnchor, ...]


EventRuling: TypeAlias = EventMerge | EventSplit

_MERGE = TypeAdapter(EventMerge)
_SPLIT = TypeAdapter(EventSplit)


def event_decision(ruling: EventRuling, *, who: str, why: str) -> NewDecision:
    """The decision to log for ``ruling``; its subject is the first event."""
    match ruling:
        case EventMerge():
            what, subject, after = MERGE_EVENTS, ruling.events[0], _MERGE.dump_json(ruling)
        case EventSplit():
            what, subject, after = SPLIT_EVENT, ruling.event, _SPLIT.dump_json(ruling)
    return NewDecision(who=who, what=what, subject=subject, why=why, after=after.decode())


def event_ruling_of(decision: Decision) -> EventRuling | None:
    """What a decision says of events; ``None`` where it is about something else."""
    decided = decision.decided
    if decided.what not in EVENT_DECISIONS or decided.after is None:
        return None
    adapter = _MERGE if decided.what == MERGE_EVENTS else _SPLIT
    ruling: EventRuling = adapter.validate_json(decided.after)
    return ruling


def anchors_of(ruling: EventRuling) -> tuple[ClaimAnchor, ...]:
    """The claims that a decision names."""
    match ruling:
        case EventMerge():
            return ruling.claims
        case EventSplit():
            return (*ruling.apart, *ruling.kept)


Find: TypeAlias = Callable[[ClaimAnchor], str | None]
"""The id by now of the claim that an anchor means; ``None`` where it is gone."""


def event_orders(rulings: Iterable[EventRuling], find: Find) -> EventOrders:
    """What decisions, oldest first, say of the claims that there are."""
    return EventOrders(orders=tuple(_order(ruling, find) for ruling in rulings))


def _order(ruling: EventRuling, find: Find) -> EventOrder:
    match ruling:
        case EventMerge():
            return EventOrder(together=_found(ruling.claims, find))
        case EventSplit():
            return EventOrder(together=_found(ruling.apart, find), apart=_found(ruling.kept, find))


def _found(anchors: Iterable[ClaimAnchor], find: Find) -> frozenset[str]:
    return frozenset(key for key in map(find, anchors) if key is not None)


def event_rulings_among(decisions: Iterable[Decision]) -> tuple[EventRuling, ...]:
    """What the decisions among these that stand say of events, in their order."""
    standing = (one for one in decisions if one.withdrawn_at is None)
    return tuple(ruling for one in standing if (ruling := event_ruling_of(one)) is not None)
