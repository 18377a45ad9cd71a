"""Whose text and information the reports carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from secondsource.fusion import Lineage
from secondsource.ledger import Ledger, LineageFilter, Page, StandingLineage
from secondsource.reports import Report
from secondsource.views.contexts import LineageRow
from secondsource.views.hindsight import known_then
from secondsource.views.paging import every
from secondsource.views.wire_lineage import lineage_to_record

ALL = LineageFilter()
AT_ONCE = 200


def lineage_rows(ledger: Ledger, wanted: LineageFilter = ALL) -> Iterator[LineageRow]:
    """One row a report that fits, those of one origin together, as they are read."""
    return every(lambda after: lineage_page(ledger, wanted, after=after, size=AT_ONCE))


def lineage_page(
    ledger: Ledger, wanted: LineageFilter = ALL, *, after: str | None = None, size: int = AT_ONCE
) -> Page[LineageRow]:
    """A page of lineage rows, those of one origin together.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    page = ledger.standing_lineages(wanted, after=after, size=size)
    return Page(items=tuple(map(_row, page.items)), next=page.next)


def lineage_of(ledger: Ledger, reports: Iterable[str]) -> tuple[LineageRow, ...]:
    """The lineage of these reports (ids), in the order of their ids."""
    return tuple(map(_row, ledger.standing_lineage(reports)))


def copies_of(ledger: Ledger, report: str, most: int) -> tuple[LineageRow, ...]:
    """The lineage of reports that copy or cite this one (id)."""
    return tuple(map(_row, ledger.browse.copies_of(report, most=most)))


def lineage_known_by(
    ledger: Ledger, known_by: str, between: tuple[str, str], reports: Iterable[str]
) -> tuple[LineageRow, ...]:
    """The lineage of these reports (ids) about two actors as the reports published by ``known_by``
    (EDTF) tell it, in the order of their ids."""
    picture = known_then(ledger, known_by, between)
    wanted, stored = set(reports), {report.id: report for report in picture.reports}
    return tuple(
        _row_then(one, stored)
        for one in sorted(picture.lineage, key=lambda one: one.report_id)
        if one.report_id in wanted
    )


def _row_then(one: Lineage, stored: Mapping[str, Report]) -> LineageRow:
    report = stored[one.report_id]
    copied = stored.get(one.copies) if one.copies else None
    return LineageRow(
        record=lineage_to_record(one),
        title=report.title.value if report.title else None,
        outlet=report.outlet.value if report.outlet else None,
        published=report.published.value if report.published else None,
        copied_outlet=copied.outlet.value if copied and copied.outlet else None,
    )


def _row(one: StandingLineage) -> LineageRow:
    return LineageRow(
        record=lineage_to_record(one.lineage),
        title=one.title,
        outlet=one.outlet,
        published=one.published,
        copied_outlet=one.copied_outlet,
    )
