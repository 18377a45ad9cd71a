"""The ledger at a glance: how much it holds, and which outlet was published when."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from secondsource.ledger.picture import present, present_reports
from secondsource.ledger.schema import claim, extraction, input_seen, report
from secondsource.ledger.standing_schema import contradiction, event, lineage, tie

_DAY = func.substr(report.c.published, 1, 10)
_A_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """How much the present picture holds.

    ``unread`` reports have no extraction; ``disputed`` are events that a claim denies, ``pairs``
    actors between whom there is a tie, ``origins`` the independent origins of all reports,
    ``rejected`` inputs that gave no report.
    """

    reports: int
    unread: int
    rejected: int
    claims: int
    events: int
    disputed: int
    ties: int
    contradictions: int
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many reports each of some outlets published on each of some days.

    ``days`` are the last ones on which any report was published, in order; ``outlets`` those with
    most reports on these days, most first; ``counts`` has one row an outlet, one number a day.
    ``others`` counts the reports of all other outlets, by day.
    """

    days: tuple[str, ...]
    outlets: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    others: tuple[int, ...]


def glance(connection: Connection) -> Glance:
    """The counts, in one statement."""
    latest = (
        select(func.max(extraction.c.seq))
        .where(present(extraction.c.report_id))
        .group_by(extraction.c.report_id)
    )
    reports = select(func.count()).select_from(report).where(present_reports())
    read = select(extraction.c.report_id)
    row = connection.execute(
        select(
            _number("reports", reports),
            _number("unread", reports.where(report.c.id.not_in(read))),
            _number("rejected", select(func.count(input_seen.c.error))),
            _number("claims", select(func.count()).where(claim.c.extraction_seq.in_(latest))),
            _number("events", select(func.count()).select_from(event)),
            _number("disputed", select(func.count()).where(event.c.disputed)),
            _number("ties", select(func.count()).select_from(tie)),
            _number("contradictions", select(func.count()).select_from(contradiction)),
            _number("origins", select(func.count(distinct(lineage.c.origin)))),
            _number("outlets", select(func.count(distinct(report.c.outlet)))),
        )
    ).one()
    return Glance(**row._asdict())


def _number(name: str, query: Select[int]) -> ColumnElement[int]:
    return query.scalar_subquery().label(name)


def coverage(connection: Connection, *, days: int, outlets: int) -> Coverage:
    """The last ``days`` on which anything was published to the day, by outlet."""
    dated = (present_reports(), func.length(report.c.published) >= _A_DAY)
    last = connection.execute(
        select(_DAY.label("day")).where(*dated).group_by(_DAY).order_by(_DAY.desc()).limit(days)
    ).scalars()
    shown = sorted(last)
    if not shown:
        return Coverage(days=(), outlets=(), counts=(), others=())
    rows = connection.execute(
        select(report.c.outlet, _DAY.label("day"), func.count().label("number"))
        .where(*dated, report.c.published >= shown[0], _DAY.in_(shown))
        .group_by(report.c.outlet, _DAY)
    )
    return _tabled(shown, [(row.outlet, row.day, row.number) for row in rows], outlets)


def _tabled(days: list[str], rows: list[tuple[str | None, str, int]], most: int) -> Coverage:
    totals: dict[str, int] = {}
    for outlet, _, number in rows:
        if outlet is not None:
            totals[outlet] = totals.get(outlet, 0) + number
    chosen = sorted(totals, key=lambda outlet: (-totals[outlet], outlet))[:most]
    found = {(outlet, day): number for outlet, day, number in rows}
    by_day = {day: sum(number for _, when, number in rows if when == day) for day in days}
    counts = tuple(tuple(found.get((outlet, day), 0) for day in days) for outlet in chosen)
    told = [sum(column) for column in zip(*counts, strict=True)] if counts else [0] * len(days)
    return Coverage(
        days=tuple(days),
        outlets=tuple(chosen),
        counts=counts,
        others=tuple(by_day[day] - number for day, number in zip(days, told, strict=True)),
    )
