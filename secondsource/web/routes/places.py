"""The map: where it happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query

from secondsource.views import MapContext, MapPlace, every_place, map_context
from secondsource.web.event_parameters import EventFilterParameter
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter
from secondsource.web.tables import PLACES

router = APIRouter(tags=["events"])

HereParameter = Annotated[
    str | None,
    Query(max_length=200, description="A place by its key; empty for events without a place."),
]


def _map(
    ledger: LedgerParameter, wanted: EventFilterParameter, here: HereParameter = None
) -> MapContext:
    return map_context(ledger, wanted, here)


def _places(ledger: LedgerParameter, wanted: EventFilterParameter) -> Iterable[MapPlace]:
    return every_place(ledger, wanted)


add_page(
    router,
    Page(path="/map", template="map.html", summary="Map", context=_map, table=PLACES, rows=_places),
)
