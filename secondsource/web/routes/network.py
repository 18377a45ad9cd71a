"""The network: who stood how to whom on a day, as known by a day."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.views import Edge, NetworkContext, every_edge, network_context
from secondsource.web.event_parameters import DayParameter, TieFilterParameter
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter
from secondsource.web.tables import EDGES

router = APIRouter(tags=["ties"])


def _network(
    ledger: LedgerParameter, wanted: TieFilterParameter, known_by: DayParameter = None
) -> NetworkContext:
    return network_context(ledger, wanted, known_by=known_by)


def _edges(
    ledger: LedgerParameter, wanted: TieFilterParameter, known_by: DayParameter = None
) -> Iterable[Edge]:
    return every_edge(ledger, wanted, known_by=known_by)


add_page(
    router,
    Page(
        path="/network",
        template="network.html",
        summary="Network",
        context=_network,
        table=EDGES,
        rows=_edges,
    ),
)
