"""The list of reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends

from secondsource.ledger import ReportFacet, ReportFilter, ReportOrder, ReportSort
from secondsource.views import ReportListContext, ReportRow, every_report, report_list
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import (
    PAGE_SIZE,
    FacetParameter,
    LedgerParameter,
    NextParameter,
    SizeParameter,
    SortDownParameter,
    SortParameter,
    ValuesParameter,
    WordsParameter,
    choices,
    sorting,
)
from secondsource.web.tables import REPORTS

router = APIRouter(tags=["reports"])


async def _filter(
    q: WordsParameter = "",
    outlet: ValuesParameter = [],  # noqa: B006 - FastAPI copies it
    language: ValuesParameter = [],  # noqa: B006
    year: ValuesParameter = [],  # noqa: B006
) -> ReportFilter:
    facets = {
        ReportFacet.OUTLET: tuple(outlet),
        ReportFacet.LANGUAGE: tuple(language),
        ReportFacet.YEAR: tuple(year),
    }
    return ReportFilter(facets=facets, words=q)


async def _order(
    size: SizeParameter = PAGE_SIZE,
    after: NextParameter = "",
    sort: SortParameter = "",
    sort_desc: SortDownParameter = "",
) -> ReportOrder:
    by, descending = sorting(sort, sort_desc, ReportSort.PUBLISHED)
    return ReportOrder(sort=by, descending=descending, size=size, after=after or None)


Filter = Annotated[ReportFilter, Depends(_filter)]
Order = Annotated[ReportOrder, Depends(_order)]


def _context(
    ledger: LedgerParameter,
    wanted: Filter,
    order: Order,
    facet: FacetParameter = [],  # noqa: B006
) -> ReportListContext:
    return report_list(ledger, wanted, order, choices(ReportFacet, facet, "_facet"))


def _rows(ledger: LedgerParameter, wanted: Filter, order: Order) -> Iterable[ReportRow]:
    return every_report(ledger, wanted, order)


add_page(
    router,
    Page(
        path="/reports",
        template="reports.html",
        summary="Reports",
        context=_context,
        table=REPORTS,
        rows=_rows,
    ),
)
