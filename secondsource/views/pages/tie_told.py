"""What reports tell of the relation of two actors: all of them, or those published by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.fusion import Contradiction, TieState, held_on, provenance, tie_states
from secondsource.ledger import FoundClaim, Ledger, StandingTie, TieFilter
from secondsource.views.contexts import TieRow
from secondsource.views.hindsight import lineage_then
from secondsource.views.picture import names_in
from secondsource.views.ties import row_of

STATES_SHOWN = 200
QUOTED = 12
"""Claims of a state whose words are shown; a state that more are about says how many there are."""
DISPUTING_QUOTED = 4
"""So many of these are kept for claims that dispute it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """States with some of their words, the claims that were read for these, and which states
    held on the day asked about."""

    rows: tuple[TieRow, ...]
    found: Mapping[str, FoundClaim]
    held: frozenset[str] | None


def told_now(
    ledger: Ledger,
    standing: Sequence[StandingTie],
    disputes: Iterable[Contradiction],
    day: date | None,
) -> Told:
    """The states as they stand, with the claims of ``disputes`` among those found."""
    sides = {side for one in disputes for side in (one.first, one.second)}
    found = ledger.claims_by_id(sides.union(*(quoted_of(tie.state) for tie in standing)))
    rows = tuple(
        _row(tie.state, dict(zip(tie.state.between, tie.names, strict=True)), found)
        for tie in standing
    )
    if day is None or not standing:
        return Told(rows=rows, found=found, held=None)
    wanted = TieFilter(between=standing[0].state.between, as_of=day)
    held = ledger.standing_ties(wanted, size=STATES_SHOWN).items
    return Told(rows=rows, found=found, held=frozenset(tie.state.id for tie in held))


def told_then(ledger: Ledger, between: tuple[str, str], day: date | None, known_by: str) -> Told:
    """The states as the reports published by ``known_by`` (EDTF) tell them.

    What each report says of the two is kept with the picture; only whom it had copied, as far as
    that was known then, may have to be traced anew.
    """
    lineage = lineage_then(ledger, ledger.browse.kin_of_pair(between), known_by)
    reports = ledger.headings(one.report_id for one in lineage)
    told = [
        sign for sign in ledger.browse.signs_of_pair(between) if sign.claim.report_id in reports
    ]
    states = tie_states(told, provenance(reports.values(), lineage))[:STATES_SHOWN]
    found = ledger.claims_by_id(claim for state in states for claim in quoted_of(state))
    names = names_in(sign.claim for sign in told)
    held = frozenset(one.id for one in states if held_on(one, day)) if day else None
    return Told(rows=tuple(_row(one, names, found) for one in states), found=found, held=held)


def quoted_of(state: TieState) -> tuple[str, ...]:
    """The claims of a state whose words are shown."""
    disputing = state.disputing[:DISPUTING_QUOTED]
    decided = {*state.supporting, *state.disputing}
    others = (*state.supporting, *(one for one in state.claims if one not in decided))
    return (*others[: QUOTED - len(disputing)], *disputing)


def _row(state: TieState, names: Mapping[str, str], found: Mapping[str, FoundClaim]) -> TieRow:
    quoted = {key: found[key] for key in quoted_of(state)}
    return row_of(state, names, quoted)
