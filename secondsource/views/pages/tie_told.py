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
QUOTED_IN_ALL = 120
"""Where there are many states fewer are shown of each, one at least."""
_DISPUTING = 3
"""One of so many is kept for claims that dispute the state."""


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
    quoted = _quoted([tie.state for tie in standing])
    found = ledger.claims_by_id(sides.union(*quoted.values()))
    rows = tuple(
        row_of(tie.state, _names(tie), {key: found[key] for key in quoted[tie.state.id]})
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
    kin = ledger.browse.kin_of_pair(between)
    lineage = lineage_then(ledger, kin, known_by)
    known = {one.report_id for one in lineage}
    reports = {one.lineage.report_id: one.heading for one in kin if one.lineage.report_id in known}
    told = [
        sign for sign in ledger.browse.signs_of_pair(between) if sign.claim.report_id in reports
    ]
    states = tie_states(told, provenance(reports.values(), lineage))[:STATES_SHOWN]
    quoted = _quoted(states)
    found = ledger.claims_by_id(claim for listed in quoted.values() for claim in listed)
    names = names_in(sign.claim for sign in told)
    rows = (row_of(one, names, {key: found[key] for key in quoted[one.id]}) for one in states)
    held = frozenset(one.id for one in states if held_on(one, day)) if day else None
    return Told(rows=tuple(rows), found=found, held=held)


def _names(tie: StandingTie) -> dict[str, str]:
    return dict(zip(tie.state.between, tie.names, strict=True))


def _quoted(states: Sequence[TieState]) -> dict[str, tuple[str, ...]]:
    """By state, the claims whose words are shown."""
    most = max(1, min(QUOTED, QUOTED_IN_ALL // max(1, len(states))))
    return {state.id: quoted_of(state, most) for state in states}


def quoted_of(state: TieState, most: int) -> tuple[str, ...]:
    """``most`` claims of a state, some that dispute it among them."""
    decided = {*state.supporting, *state.disputing}
    others = (*state.supporting, *(one for one in state.claims if one not in decided))
    disputing = state.disputing[: max(most // _DISPUTING, most - len(others))]
    return (*others[: most - len(disputing)], *disputing)
