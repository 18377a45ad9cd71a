"""Pairs of claims about the relation of two actors that cannot both hold.

One denies a state that another affirms, or two affirm opposite states of the same day. What held
first and what held later contradict nothing, however opposite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    rows = tellings((claim for claim in claims if claim.id in concerned), known)
    told = {row.claim.id: row for row in rows}
    denied = (one for state in states for one in _denials(state, told))
    opposed = (
        one
        for first, second in combinations(states, 2)
        if second.state in OPPOSITES.get(first.state, frozenset())
        or first.state in OPPOSITES.get(second.state, frozenset())
        for one in _opposite_states(first, second, told)
    )
    return (*denied, *opposed)


def _denials(state: TieState, told: Mapping[str, Telling]) -> Iterator[Contradiction]:
    affirming = frozenset(state.supporting)
    disputing = frozenset(state.disputing)
    points: list[Point[bool]] = [
        Point(
            telling=row,
            key=key in affirming,
            value=key in affirming,
            words=row.claim.trigger.span,
            shown="says that it is so" if key in affirming else "denies it",
        )
        for key, row in _of(state.claims, told)
        if key in disputing or (key in affirming and row.claim.modality is not Modality.POSSIBLE)
    ]
    yield from contradictions_between(state.id, _POLARITY, points)


def _of(claims: Iterable[str], told: Mapping[str, Telling]) -> list[tuple[str, Telling]]:
    """The tellings of these claims, in the order in which they were reported."""
    found = [(key, told[key]) for key in frozenset(claims) if key in told]
    return sorted(found, key=lambda row: (row[1].published or "~", row[0]))


def _opposite_states(
    first: TieState, second: TieState, told: Mapping[str, Telling]
) -> Iterator[Contradiction]:
    points: list[Point[tuple[TieState, date]]] = [
        Point(
            telling=row,
            key=state.id,
            value=(state, day),
            words=row.claim.trigger.span,
            shown=f"{state.state.value} on {day.isoformat()}",
        )
        for state in (first, second)
        for _, row in _of(state.supporting, told)
        if not row.claim.hedges
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
