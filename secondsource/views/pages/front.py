"""The first page: what is new, what is disputed, and who published what when."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.ledger import EventFilter, Ledger, ReportFilter, ReportOrder, ReportSort, Sort
from secondsource.views.contexts import ReportRow, about
from secondsource.views.pages.matters import EventLine, TieLine, event_line, tie_line
from secondsource.views.reports import report_row

EVENTS_SHOWN = 10
TIES_SHOWN = 8
REPORTS_SHOWN = 8
DAYS_SHOWN = 31
OUTLETS_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How much the present picture holds."""

    reports: int = field(metadata=about("Reports."))
    unread: int = field(metadata=about("Reports from which no claims were extracted yet."))
    rejected: int = field(metadata=about("Inputs that gave no report."))
    claims: int = field(metadata=about("Claims."))
    events: int = field(metadata=about("Events."))
    disputed: int = field(metadata=about("Events that a claim denies."))
    ties: int = field(metadata=about("States of relations between two actors."))
    contradictions: int = field(metadata=about("Pairs of claims that cannot both hold."))
    origins: int = field(metadata=about("Independent origins of all reports."))
    outlets: int = field(metadata=about("Outlets."))


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How many reports one outlet published on each day."""

    outlet: str | None = field(metadata=about("The outlet; nothing for all others together."))
    counts: tuple[int, ...] = field(metadata=about("One number a day."))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontContext:
    """The overview."""

    ledger: str = field(metadata=about("The ledger's file or address."))
    totals: Totals = field(metadata=about("How much it holds."))
    new_events: tuple[EventLine, ...] = field(
        metadata=about("Events to which a report was added last, the newest first.")
    )
    disputed_events: tuple[EventLine, ...] = field(
        metadata=about("Events that a claim denies, those with the newest reports first.")
    )
    changed_ties: tuple[TieLine, ...] = field(
        metadata=about("Ties to which a report was added last, the newest first.")
    )
    new_reports: tuple[ReportRow, ...] = field(
        metadata=about("The reports that the ledger saw last.")
    )
    days: tuple[str, ...] = field(
        metadata=about("The last days on which anything was published, thirty-one at most.")
    )
    coverage: tuple[CoverageRow, ...] = field(
        metadata=about("The outlets with most reports on these days, then all others.")
    )


def front_context(ledger: Ledger) -> FrontContext:
    """The overview of the ledger."""
    glance = ledger.browse.glance()
    newest = ledger.standing_events(sort=Sort.NEWEST, size=EVENTS_SHOWN).items
    wanted = EventFilter(disputed=True)
    disputed = ledger.standing_events(wanted, sort=Sort.NEWEST, size=EVENTS_SHOWN).items
    ties = ledger.standing_ties(sort=Sort.NEWEST, size=TIES_SHOWN).items
    order = ReportOrder(sort=ReportSort.SEEN, size=REPORTS_SHOWN)
    reports = ledger.browse.reports(ReportFilter(facets={}), order).page.items
    days, coverage = _coverage(ledger)
    return FrontContext(
        ledger=ledger.shown,
        totals=Totals(
            reports=glance.reports,
            unread=glance.unread,
            rejected=glance.rejected,
            claims=glance.claims,
            events=glance.events,
            disputed=glance.disputed,
            ties=glance.ties,
            contradictions=glance.contradictions,
            origins=glance.origins,
            outlets=glance.outlets,
        ),
        new_events=tuple(map(event_line, newest)),
        disputed_events=tuple(map(event_line, disputed)),
        changed_ties=tuple(map(tie_line, ties)),
        new_reports=tuple(map(report_row, reports)),
        days=days,
        coverage=coverage,
    )


def _coverage(ledger: Ledger) -> tuple[tuple[str, ...], tuple[CoverageRow, ...]]:
    found = ledger.browse.coverage(days=DAYS_SHOWN, outlets=OUTLETS_SHOWN)
    rows = [
        CoverageRow(outlet=outlet, counts=counts)
        for outlet, counts in zip(found.outlets, found.counts, strict=True)
    ]
    if any(found.others):
        rows.append(CoverageRow(outlet=None, counts=found.others))
    return found.days, tuple(rows)
