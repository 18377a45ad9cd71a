"""Decisions about which claims are about one event: merging events, and splitting one."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.errors import UsageError
from secondsource.ledger import (
    ClaimAnchor,
    Decision,
    EventMerge,
    EventSplit,
    Ledger,
    event_decision,
)


def merge_events(ledger: Ledger, events: Sequence[str], *, who: str, why: str = "") -> Decision:
    """Log that the claims about ``events`` (ids) are about one event.

    Raises:
        NotInLedger: if there is no such event.
        UsageError: if fewer than two are given.
    """
    ids = tuple(dict.fromkeys(events))
    if len(ids) < 2:
        raise UsageError(", ".join(ids), "there is nothing to merge it with", "give two events")
    told = {claim for one in ids for claim in ledger.standing_event(one).group.claims}
    ruling = EventMerge(events=ids, claims=_anchors(ledger, told))
    return ledger.decide(event_decision(ruling, who=who, why=why))


def split_event(
    ledger: Ledger, event: str, claims: Sequence[str], *, who: str, why: str = ""
) -> Decision:
    """Log that some claims of an event (ids) are about another one.

    Raises:
        NotInLedger: if there is no such event.
        UsageError: if none or all of its claims are given, or one is not of it.
    """
    told, apart = set(ledger.standing_event(event).group.claims), set(claims)
    for strange in sorted(apart - told):
        raise UsageError(strange, f"it is no claim about {event}", "see `secondsource events`")
    if not apart or apart == told:
        raise UsageError(
            event, "an event has some claims and the other one the rest", "give some of its claims"
        )
    ruling = EventSplit(
        event=event, apart=_anchors(ledger, apart), kept=_anchors(ledger, told - apart)
    )
    return ledger.decide(event_decision(ruling, who=who, why=why))


def _anchors(ledger: Ledger, claims: set[str]) -> tuple[ClaimAnchor, ...]:
    found = ledger.claims_by_id(sorted(claims))
    return tuple(ClaimAnchor.of(found[key].claim) for key in sorted(found))
