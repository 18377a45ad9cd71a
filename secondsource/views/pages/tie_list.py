"""The list of ties: how pairs of actors stood to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from secondsource.ledger import Facets, Ledger, Sort, TieFilter
from secondsource.views.contexts import about
from secondsource.views.pages.event_list import CREDIBILITY, named
from secondsource.views.pages.listing import Facet, facet_of
from secondsource.views.pages.matters import TieLine, tie_line


@dataclass(frozen=True, slots=True, kw_only=True)
class TieListContext:
    """One page of the list of ties."""

    rows: tuple[TieLine, ...] = field(metadata=about("The ties of this page."))
    total: int = field(metadata=about("How many ties fit the filters."))
    words: str = field(metadata=about("Words that a claim about each holds; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the list can be narrowed by."))
    sort: str = field(metadata=about("What the rows are sorted by."))
    next: str | None = field(
        metadata=about("The `_next` of the page after this one; nothing on the last.")
    )


def tie_list(
    ledger: Ledger, wanted: TieFilter, *, sort: Sort, after: str | None, size: int
) -> TieListContext:
    """One page of the ties that fit.

    Raises:
        UsageError: if ``after`` is no cursor of this order.
    """
    page = ledger.standing_ties(wanted, sort=sort, after=after, size=size)
    counts = ledger.tie_facets(wanted)
    return TieListContext(
        rows=tuple(map(tie_line, page.items)),
        total=counts.total,
        words=wanted.words or "",
        facets=facets_of_ties(counts, wanted),
        sort=sort.value,
        next=page.next,
    )


def every_tie(ledger: Ledger, wanted: TieFilter, sort: Sort) -> Iterator[TieLine]:
    """All ties that fit, as they are read."""
    return map(tie_line, ledger.every_standing_tie(wanted, sort=sort))


def facets_of_ties(counts: Facets, wanted: TieFilter) -> tuple[Facet, ...]:
    """The counts as facets named by the query parameters that narrow by them."""
    disputed = () if wanted.disputed is None else ("yes" if wanted.disputed else "no",)
    return (
        facet_of("state", counts.states, wanted.states),
        facet_of("disputed", counts.disputed, disputed),
        facet_of("credibility", named(counts.credibility, CREDIBILITY), wanted.credibility),
        facet_of("actor", counts.actors, wanted.actors),
        facet_of("outlet", counts.outlets, wanted.outlets),
    )
