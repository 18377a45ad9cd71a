"""The timeline: when it happened, and what was known by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query

from secondsource.views import LanesBy, Mark, TimelineContext, every_mark, timeline_context
from secondsource.web.event_parameters import DayParameter, EventFilterParameter
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter
from secondsource.web.tables import MARKS

router = APIRouter(tags=["events"])

ByParameter = Annotated[LanesBy, Query(description="A lane for each pair of actors or type.")]


def _timeline(
    ledger: LedgerParameter,
    wanted: EventFilterParameter,
    known_by: DayParameter = None,
    by: ByParameter = LanesBy.PAIR,
) -> TimelineContext:
    return timeline_context(ledger, replace(wanted, reported_by=known_by), by=by)


def _marks(
    ledger: LedgerParameter, wanted: EventFilterParameter, known_by: DayParameter = None
) -> Iterable[Mark]:
    return every_mark(ledger, replace(wanted, reported_by=known_by))


add_page(
    router,
    Page(
        path="/timeline",
        template="timeline.html",
        summary="Timeline",
        context=_timeline,
        table=MARKS,
        rows=_marks,
    ),
)
