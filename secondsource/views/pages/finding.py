"""Search: reports and claims that hold words, and the events that such claims are about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from secondsource.ledger import EventFilter, Ledger, Sort
from secondsource.views.contexts import HitRow, about
from secondsource.views.pages.event_list import event_facets
from secondsource.views.pages.listing import Facet
from secondsource.views.pages.matters import EventLine, event_line
from secondsource.views.search import search_page

HITS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """What a search found."""

    words: str = field(metadata=about("What was searched."))
    reports: tuple[HitRow, ...] = field(metadata=about("Reports that hold all words, best first."))
    claims: tuple[HitRow, ...] = field(
        metadata=about("Claims that hold all words, best first, one for each stretch of words.")
    )
    events: tuple[EventLine, ...] = field(
        metadata=about("Events that such claims are about and that fit the filters.")
    )
    total: int = field(metadata=about("How many such events there are."))
    facets: tuple[Facet, ...] = field(metadata=about("What the events can be narrowed by."))
    next: str | None = field(
        metadata=about("The `_next` of the events after these; nothing on the last page.")
    )


def search_context(
    ledger: Ledger, wanted: EventFilter, *, after: str | None, size: int
) -> SearchContext:
    """Everything that holds ``wanted.words``; without words, the events that fit the filters.

    Reports and claims are listed on the first page only.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    words = wanted.words or ""
    found = search_page(ledger, words if after is None else "", HITS_SHOWN)
    wanted = replace(wanted, words=words or None)
    page = ledger.standing_events(wanted, sort=Sort.ORIGINS, after=after, size=size)
    counts = ledger.event_facets(wanted)
    return SearchContext(
        words=words,
        reports=found.reports,
        claims=_once(found.claims),
        events=tuple(map(event_line, page.items)),
        total=counts.total,
        facets=event_facets(counts, wanted),
        next=page.next,
    )


def _once(rows: tuple[HitRow, ...]) -> tuple[HitRow, ...]:
    """The first of several claims that rest on the same words."""
    first = {(row.report, row.span): row for row in reversed(rows)}
    return tuple(row for row in rows if first[row.report, row.span] is row)
