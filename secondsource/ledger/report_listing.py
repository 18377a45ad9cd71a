"""Reports in pages: filtered, sorted and counted by facet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from secondsource.ledger.keyset import Keyset
from secondsource.ledger.picture import present_reports
from secondsource.ledger.records import ReportSummary
from secondsource.ledger.report_reader import SUMMARY, summary_of
from secondsource.ledger.schema import report
from secondsource.ledger.standing_records import Page, ValueCount
from secondsource.ledger.words import matches, phrases

FACET_VALUES = 30
"""How many values of a facet are counted."""


class ReportSort(Enum):
    """What reports can be sorted by."""

    PUBLISHED = "published"
    SEEN = "seen"
    OUTLET = "outlet"
    TITLE = "title"


class ReportFacet(Enum):
    """What reports can be filtered and counted by."""

    OUTLET = "outlet"
    LANGUAGE = "language"
    YEAR = "year"


_YEAR = func.substr(report.c.published, 1, 4)
_SORTED: Mapping[ReportSort, ColumnElement[Any]] = {
    ReportSort.PUBLISHED: report.c.published,
    ReportSort.SEEN: report.c.seq,
    ReportSort.OUTLET: report.c.outlet,
    ReportSort.TITLE: report.c.title,
}
_COUNTED: Mapping[ReportFacet, ColumnElement[Any]] = {
    ReportFacet.OUTLET: report.c.outlet,
    ReportFacet.LANGUAGE: report.c.language,
    ReportFacet.YEAR: _YEAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports to list. Facets that are given must all hold, of the values of one any.

    ``words`` must all stand in the title or the text, as in a search. A facet's value ``""``
    stands for reports that have none.
    """

    facets: Mapping[ReportFacet, tuple[str, ...]]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """How the list is cut: by what, how many rows, and after which."""

    sort: ReportSort = ReportSort.PUBLISHED
    descending: bool = True
    size: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportListing:
    """One page of reports.

    ``total`` counts all reports that fit, and each of ``facets`` the most frequent values among
    those that fit but for it.
    """

    page: Page[ReportSummary]
    total: int
    facets: Mapping[ReportFacet, tuple[ValueCount, ...]]


def browse_reports(
    connection: Connection,
    wanted: ReportFilter,
    order: ReportOrder,
    facets: Sequence[ReportFacet] = (),
) -> ReportListing:
    """One page of the reports that fit, with their number and what they can be narrowed by."""
    return ReportListing(
        page=_page(connection, wanted, order),
        total=_total(connection, wanted),
        facets={facet: _count(connection, wanted, facet) for facet in facets},
    )


def _page(connection: Connection, wanted: ReportFilter, order: ReportOrder) -> Page[ReportSummary]:
    column = _SORTED[order.sort]
    by = Keyset(
        name=f"r-{order.sort.value}-{order.descending:d}",
        column=column,
        seq=report.c.seq,
        descending=order.descending,
    )
    query = select(*SUMMARY, column.label("sorted_by")).where(*_conditions(connection, wanted))
    if order.after is not None:
        query = query.where(by.after(order.after))
    rows = connection.execute(query.order_by(*by.clauses()).limit(order.size + 1)).all()
    last = rows[order.size - 1] if len(rows) > order.size else None
    return Page(
        items=tuple(map(summary_of, rows[: order.size])),
        next=by.cursor(last.sorted_by, last.seq) if last else None,
    )


def _total(connection: Connection, wanted: ReportFilter) -> int:
    query = select(func.count()).select_from(report).where(*_conditions(connection, wanted))
    return int(connection.execute(query).scalar_one())


def _count(
    connection: Connection, wanted: ReportFilter, facet: ReportFacet
) -> tuple[ValueCount, ...]:
    others = {key: values for key, values in wanted.facets.items() if key is not facet}
    conditions = _conditions(connection, ReportFilter(facets=others, words=wanted.words))
    value, rows = _COUNTED[facet].label("value"), func.count().label("rows")
    query = select(value, rows).select_from(report).where(*conditions)
    counted = query.group_by(value).order_by(rows.desc(), value).limit(FACET_VALUES)
    return tuple(
        ValueCount(value=one.value or "", label=one.value or "not known", count=one.rows)
        for one in connection.execute(counted)
    )


def _conditions(connection: Connection, wanted: ReportFilter) -> list[ColumnElement[bool]]:
    conditions = [present_reports()]
    for facet, values in wanted.facets.items():
        if values:
            conditions.append(_has_one(_COUNTED[facet], values))
    query = phrases(wanted.words)
    if query:
        found = matches(connection, "report_words", query)
        conditions.append(report.c.seq.in_(select(found.c.seq)))
    return conditions


def _has_one(column: ColumnElement[Any], values: tuple[str, ...]) -> ColumnElement[bool]:
    named = column.in_([value for value in values if value])
    return or_(named, column.is_(None)) if "" in values else named
