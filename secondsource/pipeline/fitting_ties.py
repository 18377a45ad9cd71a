"""Fitting what reports say of ties into the standing picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from secondsource.claims import Claim
from secondsource.fusion import (
    Sign,
    TieState,
    provenance,
    tie_contradictions,
    tie_signs,
    tie_states,
)
from secondsource.ledger import Drawing, NamedTie, PictureChange
from secondsource.pipeline.fitting_facts import Facts
from secondsource.pipeline.fitting_lineage import Moved


def fit_ties(facts: Facts, drawing: Drawing, moved: Moved) -> None:
    """Read the ties anew of which the reports that moved tell or told."""
    read = moved.changed | moved.retraced | moved.undated
    signs = _signs(facts, drawing, read - (moved.changed - moved.present))
    for pair in sorted(drawing.replace_signs(read, signs)):
        drawing.write(_redrawn(facts, drawing, pair))


def _signs(facts: Facts, drawing: Drawing, read: frozenset[str]) -> tuple[Sign, ...]:
    headings = facts.headings(read)
    undated = {key for key, one in headings.items() if one.published is None}
    lineage = drawing.lineage_of(read | drawing.kin(undated))
    reports = facts.headings(read | lineage.keys())
    return tie_signs(facts.claims(read), tuple(reports.values()), tuple(lineage.values()))


def _redrawn(facts: Facts, drawing: Drawing, pair: tuple[str, str]) -> PictureChange:
    signs = drawing.signs_of(pair)
    told = {sign.claim.report_id for sign in signs}
    lineage = drawing.lineage_of(told)
    known = provenance(facts.headings(told | lineage.keys()).values(), lineage.values())
    states = tie_states(signs, known)
    claims = {sign.claim.id: sign.claim for sign in signs}
    return PictureChange(
        ties=tuple(_named(states, claims.values())),
        contradictions=tie_contradictions(states, claims.values(), known),
        gone_ties=tuple(sorted(drawing.ties_of(pair))),
    )


def _named(states: Sequence[TieState], claims: Iterable[Claim]) -> Iterator[NamedTie]:
    """The states of one pair in their order, with the names that what is said of it gives the two
    most often; the id of one whom nothing names."""
    parties = (party for claim in claims for party in (*claim.actors, *claim.recipients))
    told = Counter((party.id, party.name) for party in parties if party.id is not None)
    names = {actor: name for (actor, name), _ in sorted(told.items(), key=lambda row: row[::-1])}
    for position, state in enumerate(states):
        one, other = (names.get(actor, actor) for actor in state.between)
        yield NamedTie(state=state, names=(one, other), position=position)
