"""The lanes of a line of time: pairs of actors with their states, or types of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from secondsource.ledger import (
    EventFilter,
    EventMark,
    Ledger,
    Party,
    Sort,
    StandingTie,
    TieFilter,
    TimeTally,
)
from secondsource.views.contexts import about
from secondsource.views.pages.matters import Named, TieLine
from secondsource.views.pages.network import edges_of
from secondsource.views.pages.time_bins import Bin, Step, bins_of, bins_without, unit_of

MARKS_SHOWN = 300
"""Events drawn one by one; of more they are counted by time."""
LANES_SHOWN = 12
TIES_READ = 80
OTHERS = "others"
Pair = tuple[str, str]
Ties = Mapping[Pair, Sequence[TieLine]]


class LanesBy(Enum):
    """What a lane is of."""

    PAIR = "pair"
    TYPE = "type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event on the line of time."""

    id: str = field(metadata=about("The event's id."))
    type: str = field(metadata=about("Its PLOVER type."))
    modality: str = field(metadata=about("Whether it happened, is planned, possible, …"))
    actor: Named | None = field(metadata=about("The first of those who acted."))
    recipient: Named | None = field(metadata=about("The first of those to whom it was done."))
    place: str | None = field(metadata=about("Where, by name."))
    time: str | None = field(metadata=about("When, in EDTF."))
    near: bool = field(metadata=about("Whether the time is only the day of the report."))
    first_day: date | None = field(metadata=about("The first day that may be meant."))
    last_day: date | None = field(metadata=about("The last day that may be meant."))
    first_published: date | None = field(metadata=about("When it was first reported."))
    origins: int = field(metadata=about("From how many independent origins."))
    disputed: bool = field(metadata=about("Whether a claim denies it."))
    credibility: int = field(metadata=about("The Admiralty code's digit of information."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The events of two actors or of one type, and the states of the two."""

    label: str = field(metadata=about("The type, the names of the two, or “others”."))
    between: tuple[Named, ...] = field(metadata=about("The two actors; none in other lanes."))
    type: str | None = field(metadata=about("The PLOVER type that all its events have."))
    marks: tuple[Mark, ...] = field(metadata=about("Its events where they are drawn one by one."))
    bins: tuple[Bin, ...] = field(metadata=about("Its events where they are counted by time."))
    ties: tuple[TieLine, ...] = field(metadata=about("The states of the two, oldest first."))


def lanes_of(
    ledger: Ledger,
    wanted: EventFilter,
    by: LanesBy,
    step: Step | None,
    states: Sequence[StandingTie],
) -> tuple[Lane, ...]:
    """The lanes of the events that fit, counted by ``step`` or, without one, each by itself.

    ``states`` are those of the pairs, whatever was known by then.
    """
    dated = replace(wanted, dated=True)
    if by is LanesBy.TYPE:
        return _types(ledger, dated) if step is None else _types_counted(ledger, dated, step)
    ties = _by_pair(states, wanted.reported_by)
    return _pairs(ledger, dated, ties) if step is None else _counted(ledger, dated, ties, step)


def mark_of(one: EventMark) -> Mark:
    """An event of the ledger as a mark."""
    return Mark(
        id=one.id,
        type=one.type,
        modality=one.modality,
        actor=_named(one.actor),
        recipient=_named(one.recipient),
        place=one.place,
        time=one.time,
        near=one.near,
        first_day=one.first_day,
        last_day=one.last_day,
        first_published=one.first_published,
        origins=one.origins,
        disputed=one.disputed,
        credibility=one.credibility,
    )


def _named(party: Party | None) -> Named | None:
    return None if party is None else Named(id=party.id, name=party.name)


def _types(ledger: Ledger, wanted: EventFilter) -> tuple[Lane, ...]:
    marks = [mark_of(one) for one in ledger.charts.marks(wanted, MARKS_SHOWN)]
    sizes = Counter(mark.type for mark in marks)
    return tuple(
        _lane(kind, type=kind, marks=[mark for mark in marks if mark.type == kind])
        for kind in sorted(sizes, key=lambda kind: (-sizes[kind], kind))
    )


def _types_counted(ledger: Ledger, wanted: EventFilter, step: Step) -> tuple[Lane, ...]:
    bins = _binned(ledger.charts.tally_types(wanted, unit_of(step)), step)
    return tuple(
        _lane(kind, type=kind, bins=found)
        for (kind,), found in sorted(bins.items(), key=lambda row: (-_size(row[1]), row[0]))
    )


def _pairs(ledger: Ledger, wanted: EventFilter, ties: Ties) -> tuple[Lane, ...]:
    marks = [mark_of(one) for one in ledger.charts.marks(wanted, MARKS_SHOWN)]
    by_pair: dict[Pair | None, list[Mark]] = {}
    for mark in marks:
        by_pair.setdefault(_pair(mark), []).append(mark)
    sizes = {pair: len(told) for pair, told in by_pair.items() if pair is not None}
    shown = _largest(sizes, ties)
    names = _names(marks) | _tie_names(ties)
    lanes = [_pair_lane(pair, names, ties, marks=by_pair.get(pair, [])) for pair in shown]
    rest = [mark for mark in marks if _pair(mark) not in shown]
    return (*lanes, _lane(OTHERS, marks=rest)) if rest else tuple(lanes)


def _counted(ledger: Ledger, wanted: EventFilter, ties: Ties, step: Step) -> tuple[Lane, ...]:
    pairs, unit = ledger.charts.pairs(wanted, LANES_SHOWN), unit_of(step)
    names = {key: name for one in pairs for key, name in zip(one.between, one.names, strict=True)}
    shown = _largest({one.between: one.events for one in pairs}, ties)
    told = ledger.charts.tally_pairs(wanted, unit, shown) if shown else ()
    bins, names = _binned(told, step), names | _tie_names(ties)
    lanes = [_pair_lane(pair, names, ties, bins=bins.get(pair, ())) for pair in shown]
    every = bins_of(ledger.charts.tally_types(wanted, unit), step)
    rest = bins_without(every, bins_of(told, step))
    return (*lanes, _lane(OTHERS, bins=rest)) if rest else tuple(lanes)


def states_of(ledger: Ledger, wanted: EventFilter) -> tuple[StandingTie, ...]:
    """Dated states of relations that fit what ties have in common with events, those of most
    origins first. A filter that only events know leaves none."""
    if wanted.types or wanted.modalities or wanted.countries or wanted.places:
        return ()
    asked = TieFilter(
        actors=wanted.actors,
        since=wanted.since,
        until=wanted.until,
        outlets=wanted.outlets,
        credibility=wanted.credibility,
        disputed=wanted.disputed,
        least_origins=wanted.least_origins,
        words=wanted.words,
    )
    found = ledger.standing_ties(asked, sort=Sort.ORIGINS, size=TIES_READ).items
    return tuple(tie for tie in found if tie.start_day or tie.end_day)


def _by_pair(states: Sequence[StandingTie], known_by: date | None) -> Ties:
    """The states known by then, oldest first."""
    by_pair: dict[Pair, list[TieLine]] = {}
    for edge in edges_of(states, None, known_by):
        one, other = sorted(str(end.id) for end in edge.tie.between)
        by_pair.setdefault((one, other), []).append(edge.tie)
    return {pair: sorted(told, key=_began) for pair, told in by_pair.items()}


def _began(tie: TieLine) -> tuple[date, str]:
    return tie.start_day or date.min, tie.id


def _pair(mark: Mark) -> Pair | None:
    """The ids of both sides in order, where both are known and not the same."""
    ids = {one.id for one in (mark.actor, mark.recipient) if one is not None and one.id}
    if len(ids) != 2:
        return None
    one, other = sorted(ids)
    return one, other


def _largest(sizes: Mapping[Pair, int], ties: Ties) -> tuple[Pair, ...]:
    """The pairs with most events and states."""
    weight = {pair: sizes.get(pair, 0) + len(ties.get(pair, ())) for pair in {*sizes, *ties}}
    return tuple(sorted(weight, key=lambda pair: (-weight[pair], pair))[:LANES_SHOWN])


def _names(marks: Iterable[Mark]) -> dict[str, str]:
    sides = (side for mark in marks for side in (mark.actor, mark.recipient))
    return {side.id: side.name for side in sides if side is not None and side.id}


def _tie_names(ties: Ties) -> dict[str, str]:
    ends = (end for told in ties.values() for tie in told for end in tie.between)
    return {end.id: end.name for end in ends if end.id}


def _pair_lane(
    pair: Pair,
    names: Mapping[str, str],
    ties: Ties,
    *,
    marks: Sequence[Mark] = (),
    bins: Sequence[Bin] = (),
) -> Lane:
    between = tuple(Named(id=actor, name=names.get(actor, actor)) for actor in pair)
    return Lane(
        label=" – ".join(one.name for one in between),
        between=between,
        type=None,
        marks=tuple(marks),
        bins=tuple(bins),
        ties=tuple(ties.get(pair, ())),
    )


def _lane(
    label: str,
    *,
    type: str | None = None,  # noqa: A002 - the lane's field
    marks: Sequence[Mark] = (),
    bins: Sequence[Bin] = (),
) -> Lane:
    return Lane(label=label, between=(), type=type, marks=tuple(marks), bins=tuple(bins), ties=())


def _binned(tallies: Iterable[TimeTally], step: Step) -> dict[tuple[str, ...], tuple[Bin, ...]]:
    found: dict[tuple[str, ...], list[TimeTally]] = {}
    for tally in tallies:
        found.setdefault(tally.lane, []).append(tally)
    return {lane: bins_of(told, step) for lane, told in found.items()}


def _size(bins: Iterable[Bin]) -> int:
    return sum(one.events for one in bins)
