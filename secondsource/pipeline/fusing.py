"""The standing picture brought up to date: what fusion makes of the facts, stored in the ledger.

It is current up to the facts that `secondsource.ledger.PictureState` names. Whoever asks for it
refreshes it first, which costs one look at that state where nothing has changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

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
        ties=tuple(_named(ties, by_id)),
        contradictions=tuple(one for found in contradictions for one in found),
        everything=True,
    )


def _named(states: Iterable[TieState], claims: Mapping[str, Claim]) -> Iterator[NamedTie]:
    """The states of ties in their order, with the names that the claims about the two actors give
    them; the id of one whom none of these names."""
    for _, pair in groupby(states, key=lambda state: sorted(state.between)):
        listed = list(pair)
        names = _names(claims[key] for key in {key for state in listed for key in state.claims})
        for position, state in enumerate(listed):
            one, other = (names.get(actor, actor) for actor in state.between)
            yield NamedTie(state=state, names=(one, other), position=position)


def _names(claims: Iterable[Claim]) -> dict[str, str]:
    """The name that claims give each actor most often, by id."""
    parties = (party for claim in claims for party in (*claim.actors, *claim.recipients))
    told = Counter((party.id, party.name) for party in parties if party.id is not None)
    ordered = sorted(told.items(), key=lambda row: (row[1], row[0]))
    return {actor: name for (actor, name), _ in ordered if actor is not None}
