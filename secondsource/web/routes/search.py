"""Search, and the facets of what it finds."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.ledger import Sort
from secondsource.views import EventLine, SearchContext, every_event, search_context
from secondsource.web.event_parameters import EventFilterParameter
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import (
    PAGE_SIZE,
    LedgerParameter,
    NextParameter,
    SizeParameter,
)
from secondsource.web.tables import EVENTS

router = APIRouter(tags=["search"])


def _search(
    ledger: LedgerParameter,
    wanted: EventFilterParameter,
    after: NextParameter = "",
    size: SizeParameter = PAGE_SIZE,
) -> SearchContext:
    return search_context(ledger, wanted, after=after or None, size=size)


def _rows(ledger: LedgerParameter, wanted: EventFilterParameter) -> Iterable[EventLine]:
    return every_event(ledger, wanted, Sort.ORIGINS)


add_page(
    router,
    Page(
        path="/search",
        template="search.html",
        summary="Search",
        context=_search,
        table=EVENTS,
        rows=_rows,
    ),
)
