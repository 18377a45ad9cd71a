"""Pairs of claims about the relation of two actors that cannot both hold.

One denies a state that another affirms, or two affirm opposite states of the same day. What held
first and what held later contradict nothing, however opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from secondsource.claims import Claim, Modality
from secondsource.fusion.implied import OPPOSITES
from secondsource.fusion.intervals import Interval, bounds
from secondsource.fusion.positions import Difference, Point, contradictions_between, sentence
from secondsource.fusion.provenance import Provenance
from secondsource.fusion.records import Contradiction, ContradictionKind, TieState
from secondsource.fusion.tellings import Telling, tellings, withdraws


def tie_contradictions(
    states: Sequence[TieState], claims: Iterable[Claim], known: Provenance
) -> tuple[Contradiction, ...]:
    """The contradictions between the claims about one pair of actors, state by state.

    ``states`` are all states of the pair as `trace_ties` gives them, ``claims`` at least their
    claims, and ``known`` holds at least the reports of these and their lineage.
    """
    concerned = {key for state in states for key in state.claims}
    told = tellings((claim for claim in claims if claim.id in concerned), known)
    denied = (one for state in states for one in _denials(state, told))
    opposed = (
        one
        for first, second in combinations(states, 2)
        if second.state in OPPOSITES.get(first.state, frozenset())
        or first.state in OPPOSITES.get(second.state, frozenset())
        for one in _opposite_states(first, second, told)
    )
    return (*denied, *opposed)


def _denials(state: TieState, told: Sequence[Telling]) -> Iterator[Contradiction]:
    points: list[Point[bool]] = [
        Point(
            telling=row,
            key=row.claim.id in state.supporting,
            value=row.claim.id in state.supporting,
            words=row.claim.trigger.span,
            shown="says that it is so" if row.claim.id in state.supporting else "denies it",
        )
        for row in told
        if row.claim.id in state.disputing or _affirms(row, state)
    ]
    yield from contradictions_between(state.id, _POLARITY, points)


def _affirms(row: Telling, state: TieState) -> bool:
    return row.claim.id in state.supporting and row.claim.modality is not Modality.POSSIBLE


def _opposite_states(
    first: TieState, second: TieState, told: Sequence[Telling]
) -> Iterator[Contradiction]:
    points: list[Point[tuple[TieState, date]]] = [
        Point(
            telling=row,
            key=state.id,
            value=(state, day),
            words=row.claim.trigger.span,
            shown=f"{state.state.value} on {day.isoformat()}",
        )
        for row in told
        for state in (first, second)
        if row.claim.id in state.supporting and not row.claim.hedges
        for day in _certain_day(row.claim)
    ]
    yield from contradictions_between(first.id, _STATE, points)


def _certain_day(claim: Claim) -> list[date]:
    """The one day that a claim of something actual names outright."""
    time = claim.time
    days = bounds(time.edtf) if time and not time.framed else None
    if claim.modality is not Modality.ACTUAL or not isinstance(days, Interval) or days.days != 1:
        return []
    return [days.start] if days.start else []


_POLARITY: Difference[bool] = Difference(
    kind=ContradictionKind.POLARITY,
    opposed=lambda first, second: first.value is not second.value,
    reason=lambda first, second: sentence(first, second, "{0} {1}, {2} {3}"),
    replaces=withdraws,
)
_STATE: Difference[tuple[TieState, date]] = Difference(
    kind=ContradictionKind.STATE,
    opposed=lambda first, second: first.value[1] == second.value[1],
    reason=lambda first, second: sentence(first, second, "{0} has them {1}, {2} has them {3}"),
)
