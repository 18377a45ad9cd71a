"""Who informs whom."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter

from secondsource.views import OutletRow, SourcesContext, sources_context
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter
from secondsource.web.tables import OUTLETS

router = APIRouter(tags=["sources"])


def _sources(ledger: LedgerParameter) -> SourcesContext:
    return sources_context(ledger)


def _rows(ledger: LedgerParameter) -> Iterable[OutletRow]:
    return sources_context(ledger).outlets


add_page(
    router,
    Page(
        path="/sources",
        template="sources.html",
        summary="Sources",
        context=_sources,
        table=OUTLETS,
        rows=_rows,
    ),
)
