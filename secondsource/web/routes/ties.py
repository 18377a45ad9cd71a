"""Ties: the list, and how two actors stood to each other over time."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.ledger import Sort
from secondsource.views import (
    TieContext,
    TieLine,
    TieListContext,
    every_tie,
    tie_context,
    tie_list,
)
from secondsource.web.event_parameters import EdtfParameter, MatterSort, TieFilterParameter
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import (
    PAGE_SIZE,
    LedgerParameter,
    NextParameter,
    SizeParameter,
)
from secondsource.web.tables import TIES

router = APIRouter(tags=["ties"])


def _list(
    ledger: LedgerParameter,
    wanted: TieFilterParameter,
    sort: MatterSort = Sort.ORIGINS,
    after: NextParameter = "",
    size: SizeParameter = PAGE_SIZE,
) -> TieListContext:
    return tie_list(ledger, wanted, sort=sort, after=after or None, size=size)


def _rows(
    ledger: LedgerParameter, wanted: TieFilterParameter, sort: MatterSort = Sort.ORIGINS
) -> Iterable[TieLine]:
    return every_tie(ledger, wanted, sort)


def _tie(
    ledger: LedgerParameter,
    one: str,
    other: str,
    as_of: EdtfParameter = "",
    known_by: EdtfParameter = "",
) -> TieContext:
    return tie_context(ledger, one, other, as_of=as_of or None, known_by=known_by or None)


add_page(
    router,
    Page(path="/ties", template="ties.html", summary="Ties", context=_list, table=TIES, rows=_rows),
)
add_page(
    router,
    Page(path="/ties/{one}/{other:path}", template="tie.html", summary="A tie", context=_tie),
)
