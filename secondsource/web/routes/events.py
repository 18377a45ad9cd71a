"""Events: the list, and one of them."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.ledger import Sort
from secondsource.views import (
    EventContext,
    EventLine,
    EventListContext,
    event_context,
    event_list,
    every_event,
)
from secondsource.web.event_parameters import EventFilterParameter, MatterSort
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import (
    PAGE_SIZE,
    LedgerParameter,
    NextParameter,
    SizeParameter,
)
from secondsource.web.tables import EVENTS

router = APIRouter(tags=["events"])


def _list(
    ledger: LedgerParameter,
    wanted: EventFilterParameter,
    sort: MatterSort = Sort.ORIGINS,
    after: NextParameter = "",
    size: SizeParameter = PAGE_SIZE,
) -> EventListContext:
    return event_list(ledger, wanted, sort=sort, after=after or None, size=size)


def _rows(
    ledger: LedgerParameter, wanted: EventFilterParameter, sort: MatterSort = Sort.ORIGINS
) -> Iterable[EventLine]:
    return every_event(ledger, wanted, sort)


def _event(ledger: LedgerParameter, event: str) -> EventContext:
    return event_context(ledger, event)


add_page(
    router,
    Page(
        path="/events",
        template="events.html",
        summary="Events",
        context=_list,
        table=EVENTS,
        rows=_rows,
    ),
)
add_page(
    router,
    Page(path="/events/{event}", template="event.html", summary="An event", context=_event),
)
