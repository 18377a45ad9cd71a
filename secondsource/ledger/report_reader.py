"""Reports of the present picture, one or all."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    bindparam,
    case,
    func,
    or_,
    select,
)

from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.picture import present_reports
from secondsource.ledger.records import ReportSummary, heading_of
from secondsource.ledger.rows import report_of, writable
from secondsource.ledger.schema import claim, extraction, input_report, input_seen, report
from secondsource.reports import Report

REPORTS_A_PAGE = 100
_SHORTEST_PREFIX = 4
_STORED = (report.c.text, report.c.details)


def reports_after(
    connection: Connection, after: int, *, unread_by: str | None = None
) -> list[tuple[int, Report]]:
    """A page of reports after row ``after``, each with its row number.

    ``unread_by`` keeps those that this extractor has not yet read.
    """
    query = select(report.c.seq, *_STORED).where(report.c.seq > after, present_reports())
    if unread_by is not None:
        read = select(extraction.c.report_id).where(extraction.c.extractor == unread_by)
        query = query.where(report.c.id.not_in(read))
    page = query.order_by(report.c.seq).limit(REPORTS_A_PAGE)
    return [(row.seq, report_of(row)) for row in connection.execute(page)]


# Made once: to make a statement takes longer than to find one report.
_BY_ID = select(report.c.id, *_STORED).where(
    report.c.id == bindparam("id", type_=String), present_reports()
)
_BY_IDS = select(report.c.id, *_STORED).where(report.c.id.in_(bindparam("ids", expanding=True)))
_LATEST = (
    select(func.max(extraction.c.seq))
    .where(extraction.c.report_id == report.c.id)
    .correlate(report)
    .scalar_subquery()
)
_CLAIMS = (
    select(func.count())
    .where(claim.c.extraction_seq == _LATEST)
    .correlate(report)
    .scalar_subquery()
)
SUMMARY = (
    report.c.seq,
    report.c.id,
    report.c.title,
    report.c.outlet,
    report.c.published,
    report.c.language,
    report.c.path,
    report.c.url,
    report.c.seen_at,
    case((_LATEST.is_not(None), _CLAIMS)).label("claims"),
)
"""The columns of a report's summary."""


def summaries_after(connection: Connection, after: int) -> list[tuple[int, ReportSummary]]:
    """A page of report summaries after row ``after``, each with its row number."""
    rows = connection.execute(
        select(*SUMMARY)
        .where(report.c.seq > after, present_reports())
        .order_by(report.c.seq)
        .limit(PAGE)
    )
    return [(row.seq, summary_of(row)) for row in rows]


def summary_of(row: Row[*tuple[Any, ...]]) -> ReportSummary:
    """The summary of a row of `SUMMARY`."""
    return ReportSummary(
        id=row.id,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        language=row.language,
        path=row.path,
        url=row.url,
        seen_at=row.seen_at,
        claims=row.claims,
    )


def reports_by_id(connection: Connection, ids: set[str]) -> dict[str, Report]:
    """The reports with these ids, withdrawn ones included."""
    found = {}
    for some in chunks(sorted(ids), PAGE):
        rows = connection.execute(_BY_IDS, {"ids": some})
        found.update({row.id: report_of(row) for row in rows})
    return found


def headings_by_id(connection: Connection, ids: set[str]) -> dict[str, Report]:
    """The reports with these ids, of which only the outlet and the publication are read."""
    found = {}
    about = report.c
    for some in chunks(sorted(ids), PAGE):
        query = select(about.id, about.outlet, about.published).where(about.id.in_(some))
        for row in connection.execute(query):
            found[row.id] = heading_of(row.id, row.outlet, row.published)
    return found


def find_report(connection: Connection, name: str) -> Report:
    """The one report that ``name`` means: an id, its beginning, a path, a URL or a file name.

    Raises:
        NotInLedger: if it means none.
        UsageError: if it means several.
    """
    name = writable(name)
    named = connection.execute(_BY_ID, {"id": name}).one_or_none()
    if named is not None:
        return report_of(named)
    for condition in _meanings(name):
        query = select(report.c.id, *_STORED).where(condition, present_reports()).limit(6)
        rows = connection.execute(query.order_by(report.c.seq)).all()
        if len(rows) == 1:
            return report_of(rows[0])
        if rows:
            listed = ", ".join(row.id for row in rows[:5]) + (", …" if len(rows) > 5 else "")
            raise UsageError(name, f"several reports are meant: {listed}", "give one id")
    raise NotInLedger(name, "no report has this id or path", "list them with `secondsource search`")


def _meanings(name: str) -> list[ColumnElement[bool]]:
    """What a name that is no id can mean, surest first."""
    meanings: list[ColumnElement[bool]] = [
        or_(report.c.path == name, report.c.url == name),
        report.c.id.in_(_located(input_seen.c.locator == name)),
    ]
    if len(name) >= _SHORTEST_PREFIX and name.startswith("r_"):
        meanings.append(report.c.id.startswith(name, autoescape=True))
    if name:
        end = f"/{name}"
        located = _located(input_seen.c.locator.endswith(end, autoescape=True))
        named = report.c.path.endswith(end, autoescape=True)
        meanings.append(or_(named, report.c.id.in_(located)))
    return meanings


def _located(where: ColumnElement[bool]) -> Select[tuple[str]]:
    """Ids of the reports that such inputs gave, copies that the ledger had already included."""
    return select(input_report.c.report_id).join(input_seen).where(where)
