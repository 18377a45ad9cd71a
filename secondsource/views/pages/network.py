"""Who stood how to whom: the ties that held on a day, as far as they were reported by a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from secondsource.fusion import MUTUAL
from secondsource.ledger import Ledger, Sort, StandingTie, TieFilter
from secondsource.views.contexts import about
from secondsource.views.pages.layout import Spring, spring_layout
from secondsource.views.pages.listing import Facet
from secondsource.views.pages.matters import TieLine, tie_line
from secondsource.views.pages.tie_list import facets_of_ties

TIES_READ = 800
"""Ties that are looked at, those of most origins first."""
NODES_SHOWN = 150
"""Actors drawn; the others would cover them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor of the network."""

    id: str = field(metadata=about("The actor's id."))
    name: str = field(metadata=about("Its name."))
    x: float = field(metadata=about("Where it is drawn, from 0 at the left to 1."))
    y: float = field(metadata=about("Where it is drawn, from 0 at the top to 1."))
    ties: int = field(metadata=about("How many of the ties shown it has."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie of the network."""

    tie: TieLine = field(
        metadata=about("The tie; its end is left out where it was not reported by then.")
    )
    directed: bool = field(metadata=about("Whether it runs from the first actor to the second."))


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkContext:
    """The network of actors on a day, as known by a day."""

    as_of: date | None = field(metadata=about("The day on which ties are asked to hold."))
    known_by: date | None = field(
        metadata=about("The day by which a report about a tie had to be published.")
    )
    nodes: tuple[Node, ...] = field(
        metadata=about("The actors of most ties, over all time, so that they keep their places.")
    )
    edges: tuple[Edge, ...] = field(metadata=about("The ties between them, most origins first."))
    total: int = field(metadata=about("How many ties fit the filters, over all time."))
    unread: int = field(metadata=about("How many of these, of fewest origins, are not looked at."))
    left_out: int = field(metadata=about("How many actors of the ties looked at are not drawn."))
    first_day: date | None = field(metadata=about("The first day that any tie speaks of."))
    last_day: date | None = field(metadata=about("The last day of a tie or of a report."))
    words: str = field(metadata=about("Words that a claim about each holds; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the network can be narrowed by."))


def network_context(
    ledger: Ledger, wanted: TieFilter, *, known_by: date | None = None
) -> NetworkContext:
    """The network of the ties that fit; ``wanted.as_of`` is the day on which they held.

    A tie is known by the day of its first report, and its end by that of the first report of the
    state that ended it. Verdicts are those of all reports.
    """
    ever = replace(wanted, as_of=None)
    ties = ledger.standing_ties(ever, sort=Sort.ORIGINS, size=TIES_READ).items
    counts = ledger.tie_facets(ever)
    strongest = _strongest(ties)
    shown = frozenset(strongest[:NODES_SHOWN])
    drawn = [tie for tie in ties if shown.issuperset(tie.state.between)]
    edges = tuple(edges_of(drawn, wanted.as_of, known_by))
    days = [day for tie in drawn for day in _days(tie)]
    return NetworkContext(
        as_of=wanted.as_of,
        known_by=known_by,
        nodes=_nodes(strongest[:NODES_SHOWN], ties, edges),
        edges=edges,
        total=counts.total,
        unread=counts.total - len(ties),
        left_out=max(0, len(strongest) - NODES_SHOWN),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        words=wanted.words or "",
        facets=facets_of_ties(counts, wanted),
    )


def every_edge(
    ledger: Ledger, wanted: TieFilter, *, known_by: date | None = None
) -> Iterator[Edge]:
    """The ties that fit, known by then, those of all actors."""
    ties = ledger.every_standing_tie(replace(wanted, as_of=None), sort=Sort.TIME)
    for _, pair in groupby(ties, key=lambda tie: sorted(tie.state.between)):
        yield from edges_of(tuple(pair), wanted.as_of, known_by)


def edges_of(
    ties: Sequence[StandingTie], as_of: date | None, known_by: date | None
) -> Iterator[Edge]:
    """The ties that were known by a day and, as was known then, held on another."""
    known = [tie for tie in ties if known_by is None or _told_by(tie, known_by)]
    begun: dict[tuple[str, ...], set[str | None]] = {}
    for tie in known:
        begun.setdefault(tuple(sorted(tie.state.between)), set()).add(tie.state.start)
    for tie in known:
        seen = tie
        if known_by and tie.state.end not in begun[tuple(sorted(tie.state.between))]:
            seen = replace(tie, state=replace(tie.state, end=None), end_day=None)
        if as_of is None or _held(seen, as_of):
            yield Edge(tie=tie_line(seen), directed=tie.state.state not in MUTUAL)


def _told_by(tie: StandingTie, day: date) -> bool:
    return tie.first_published is not None and tie.first_published <= day


def _held(tie: StandingTie, day: date) -> bool:
    """As `secondsource.ledger.TieFilter` has it."""
    begun = tie.start_day is not None and tie.start_day <= day
    return bool(tie.state.supporting) and begun and (tie.end_day is None or day <= tie.end_day)


def _strongest(ties: Iterable[StandingTie]) -> list[str]:
    """The actors, those first whose ties rest on most origins."""
    weight: Counter[str] = Counter()
    for tie in ties:
        for actor in tie.state.between:
            weight[actor] += max(1, tie.state.origins)
    return sorted(weight, key=lambda actor: (-weight[actor], actor))


def _nodes(
    actors: Sequence[str], ties: Iterable[StandingTie], edges: Iterable[Edge]
) -> tuple[Node, ...]:
    names: dict[str, str] = {}
    strength: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        names |= dict(zip(tie.state.between, tie.names, strict=True))
        one, other = sorted(tie.state.between)
        strength[one, other] += max(1, tie.state.origins)
    places = spring_layout(len(actors), _springs(actors, strength))
    degree = Counter(end.id for edge in edges for end in edge.tie.between)
    return tuple(
        Node(id=actor, name=names.get(actor, actor), x=x, y=y, ties=degree[actor])
        for actor, (x, y) in zip(actors, places, strict=True)
    )


def _springs(actors: Sequence[str], strength: Mapping[tuple[str, str], int]) -> tuple[Spring, ...]:
    number = {actor: position for position, actor in enumerate(actors)}
    return tuple(
        Spring(one=number[one], other=number[other], strength=round(weight**0.5, 3))
        for (one, other), weight in sorted(strength.items())
        if one in number and other in number
    )


def _days(tie: StandingTie) -> Iterator[date]:
    days = (tie.start_day, tie.end_day, tie.first_published, tie.last_published)
    return (day for day in days if day is not None)
