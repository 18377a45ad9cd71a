"""The list of reports: newest first, to be narrowed by outlet, language, year and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from secondsource.ledger import Ledger, ReportFacet, ReportFilter, ReportOrder
from secondsource.views.contexts import ReportRow, about
from secondsource.views.pages.listing import Facet, facet_of
from secondsource.views.reports import report_row

ROWS_READ_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportListContext:
    """One page of the list of reports."""

    rows: tuple[ReportRow, ...] = field(metadata=about("The reports of this page."))
    total: int = field(metadata=about("How many reports fit the filters."))
    words: str = field(metadata=about("Words that all reports hold; empty for any."))
    facets: tuple[Facet, ...] = field(metadata=about("What the list can be narrowed by."))
    sort: str = field(metadata=about("What the rows are sorted by."))
    descending: bool = field(metadata=about("Whether the last comes first."))
    next: str | None = field(
        metadata=about("The `_next` of the page after this one; nothing on the last.")
    )


def report_list(
    ledger: Ledger,
    wanted: ReportFilter,
    order: ReportOrder,
    facets: tuple[ReportFacet, ...] = tuple(ReportFacet),
) -> ReportListContext:
    """One page of the reports that fit."""
    found = ledger.browse.reports(wanted, order, facets)
    return ReportListContext(
        rows=tuple(map(report_row, found.page.items)),
        total=found.total,
        words=wanted.words,
        facets=tuple(
            facet_of(facet.value, counts, wanted.facets.get(facet, ()))
            for facet, counts in found.facets.items()
        ),
        sort=order.sort.value,
        descending=order.descending,
        next=found.page.next,
    )


def every_report(ledger: Ledger, wanted: ReportFilter, order: ReportOrder) -> Iterator[ReportRow]:
    """All reports that fit, in their order, as they are read."""
    order = replace(order, size=ROWS_READ_AT_ONCE, after=None)
    while True:
        page = ledger.browse.reports(wanted, order).page
        yield from map(report_row, page.items)
        if page.next is None:
            return
        order = replace(order, after=page.next)
