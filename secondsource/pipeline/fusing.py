"""The standing picture brought up to date: what fusion makes of the facts, stored in the ledger.

It is current up to the facts that `secondsource.ledger.PictureState` names. Whoever asks for it
refreshes it first, which costs one look at that state where nothing has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from secondsource.claims import Claim
from secondsource.fusion import (
    TieState,
    event_contradictions,
    group_events,
    provenance,
    trace_lineage,
    trace_ties,
)
from secondsource.ledger import Ledger, NamedTie, PictureChange, PictureState

FUSION = "fusion/2"
"""The version of fusion; a picture drawn by another one is drawn anew."""

_TRIES = 5


def refresh(ledger: Ledger) -> bool:
    """Bring the standing picture up to date; returns whether it had to be.

    Where others add facts at the same time the picture may be behind again when this returns, as
    any answer may be.
    """
    for _ in range(_TRIES):
        before = ledger.picture_state()
        after = PictureState(fusion=FUSION, up_to=ledger.up_to())
        if before == after:
            return False
        if ledger.change_picture(_everything(ledger), before=before, after=after):
            return True
    return False


def _everything(ledger: Ledger) -> PictureChange:
    """The whole picture, drawn anew."""
    reports = tuple(ledger.reports())
    claims = tuple(found.claim for found in ledger.claims())
    lineage = trace_lineage(reports, claims)
    events = group_events(claims, reports, lineage)
    by_id = {claim.id: claim for claim in claims}
    known = provenance(reports, lineage)
    contradictions = (
        event_contradictions(event, [by_id[claim] for claim in event.claims], known)
        for event in events
    )
    ties = trace_ties(claims, reports, lineage)
    return PictureChange(
        lineage=lineage,
        events=events,
        ties=tuple(_named(tie, by_id) for tie in ties),
        contradictions=tuple(one for found in contradictions for one in found),
        everything=True,
    )


def _named(tie: TieState, claims: Mapping[str, Claim]) -> NamedTie:
    """A tie with the names that its own claims give the two actors most often."""
    names = Counter(
        (party.id, party.name)
        for claim in (claims[key] for key in tie.claims)
        for party in (*claim.actors, *claim.recipients)
    )
    ordered = sorted(names, key=lambda name: (names[name], name[1]))
    shown = {actor: name for actor, name in ordered if actor is not None}
    return NamedTie(state=tie, names=(shown[tie.between[0]], shown[tie.between[1]]))
