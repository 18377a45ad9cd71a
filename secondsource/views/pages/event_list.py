"""The list of events, to be narrowed by what they are, where, when, by whom and how sure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from secondsource.ledger import EventFilter, Facets, Ledger, Sort, ValueCount
from secondsource.views.contexts import about
from secondsource.views.pages.listing import Facet, facet_of
from secondsource.views.pages.matters import EventLine, event_line

CREDIBILITY = {
    "1": "confirmed",
    "2": "probable",
    "3": "possible",
    "4": "doubtful",
    "5": "improbable",
    "6": "not judged",
}
"""The Admiralty code's digits of information (STANAG 2511) in a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventListContext:
    """One page of the list of events."""

    rows: tuple[EventLine, ...] = field(metadata=about("The events of this page."))
    total: int = field(metadata=about("How many events fit the filters."))
    words: str = field(metadata=about("Words that a claim about each holds; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the list can be narrowed by."))
    sort: str = field(metadata=about("What the rows are sorted by."))
    next: str | None = field(
        metadata=about("The `_next` of the page after this one; nothing on the last.")
    )


def event_list(
    ledger: Ledger, wanted: EventFilter, *, sort: Sort, after: str | None, size: int
) -> EventListContext:
    """One page of the events that fit.

    Raises:
        UsageError: if ``after`` is no cursor of this order.
    """
    page = ledger.standing_events(wanted, sort=sort, after=after, size=size)
    counts = ledger.event_facets(wanted)
    return EventListContext(
        rows=tuple(map(event_line, page.items)),
        total=counts.total,
        words=wanted.words or "",
        facets=event_facets(counts, wanted),
        sort=sort.value,
        next=page.next,
    )


def every_event(ledger: Ledger, wanted: EventFilter, sort: Sort) -> Iterator[EventLine]:
    """All events that fit, as they are read."""
    return map(event_line, ledger.every_standing_event(wanted, sort=sort))


def event_facets(counts: Facets, wanted: EventFilter) -> tuple[Facet, ...]:
    """The counts as facets named by the query parameters that narrow by them."""
    disputed = () if wanted.disputed is None else ("yes" if wanted.disputed else "no",)
    return (
        facet_of("type", counts.types, wanted.types),
        facet_of("disputed", counts.disputed, disputed),
        facet_of("credibility", named(counts.credibility, CREDIBILITY), wanted.credibility),
        facet_of("modality", counts.modalities, wanted.modalities),
        facet_of("actor", counts.actors, wanted.actors),
        facet_of("place", counts.places, wanted.places),
        facet_of("country", counts.countries, wanted.countries),
        facet_of("outlet", counts.outlets, wanted.outlets),
    )


def named(counts: tuple[ValueCount, ...], words: Mapping[str, str]) -> tuple[ValueCount, ...]:
    """The counts in the order of their values, labelled with a word each."""
    return tuple(
        ValueCount(value=one.value, label=f"{one.value} {words[one.value]}", count=one.count)
        for one in sorted(counts, key=lambda one: one.value)
    )
