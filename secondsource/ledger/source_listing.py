"""Who informs whom: what outlets report themselves, and whose text and news they carry."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, func, select

from secondsource.ledger.schema import report
from secondsource.ledger.standing_schema import lineage

_REPORTS = func.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletStanding:
    """How an outlet's reports came about: ``own`` reporting, and what is from others.

    ``origins`` are the origins of information that its reports have between them, ``shared`` those
    of them that another outlet has too.
    """

    outlet: str | None
    reports: int
    own: int
    reprints: int
    rewrites: int
    cites: int
    origins: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Reports of ``taker`` that carry what ``giver``, an agency or an outlet, had."""

    giver: str
    taker: str | None
    agency: bool
    reports: int


def outlet_standings(connection: Connection, most: int) -> tuple[OutletStanding, ...]:
    """The outlets of most reports."""

    def of(relation: str) -> ColumnElement[int]:
        return case((lineage.c.relation == relation, 1))

    rows = connection.execute(
        select(
            report.c.outlet,
            _REPORTS.label("reports"),
            *(
                func.count(of(relation)).label(name)
                for name, relation in (
                    ("own", "independent"),
                    ("reprints", "reprint"),
                    ("rewrites", "rewrite"),
                    ("cites", "cites"),
                )
            ),
            func.count(lineage.c.origin.distinct()).label("origins"),
            func.min(report.c.published).label("first"),
            func.max(report.c.published).label("last"),
        )
        .join(lineage, lineage.c.report_id == report.c.id)
        .group_by(report.c.outlet)
        .order_by(_REPORTS.desc(), report.c.outlet)
        .limit(most)
    )
    return tuple(OutletStanding(**row._asdict()) for row in rows)


def flows(connection: Connection, most: int) -> tuple[Flow, ...]:
    """From whom outlets take, the strongest flows first: agencies credited, outlets copied."""
    copied = report.alias("copied")
    carried = select(lineage.c.report_id, lineage.c.agency, lineage.c.copies).subquery("carried")
    giver = func.coalesce(carried.c.agency, copied.c.outlet)
    agency = carried.c.agency.is_not(None)
    rows = connection.execute(
        select(
            giver.label("giver"),
            report.c.outlet.label("taker"),
            agency.label("agency"),
            _REPORTS.label("reports"),
        )
        .select_from(carried)
        .join(report, report.c.id == carried.c.report_id)
        .outerjoin(copied, copied.c.id == carried.c.copies)
        .where(giver.is_not(None), giver != func.coalesce(report.c.outlet, ""))
        .group_by(giver, report.c.outlet, agency)
        .order_by(_REPORTS.desc(), giver, report.c.outlet)
        .limit(most)
    )
    return tuple(
        Flow(giver=row.giver, taker=row.taker, agency=bool(row.agency), reports=row.reports)
        for row in rows
    )
