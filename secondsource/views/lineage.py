"""Whose text and information the reports carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.ledger import Ledger, LineageFilter, Page, StandingLineage
from secondsource.views.contexts import LineageRow
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


def _row(one: StandingLineage) -> LineageRow:
    return LineageRow(
        record=lineage_to_record(one.lineage),
        title=one.title,
        outlet=one.outlet,
        published=one.published,
        copied_outlet=one.copied_outlet,
    )
