"""Whom reports say they have it from, counted over the claims that were read last.

The attribution chains stand in the claims' records, which the database opens itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Subquery,
    Text,
    column,
    func,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB

from secondsource.ledger.picture import present
from secondsource.ledger.schema import claim, extraction, report

CLAIMS_READ = 5_000
"""How many of the newest claims are counted over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformantCount:
    """Someone whom reports cite: ``type`` is a `SourceType` value, ``id`` a registry id.

    ``claims``, ``reports`` and ``outlets`` count where it is cited.
    """

    name: str
    type: str
    id: str | None
    claims: int
    reports: int
    outlets: int


def informants(connection: Connection, most: int) -> tuple[InformantCount, ...]:
    """Those whom most of the newest claims go back to."""
    newest = (
        select(func.max(extraction.c.seq))
        .where(extraction.c.report_id == claim.c.report_id)
        .correlate(claim)
        .scalar_subquery()
    )
    recent = (
        select(claim.c.seq, claim.c.report_id, claim.c.record)
        .where(claim.c.extraction_seq == newest, present(claim.c.report_id))
        .order_by(claim.c.seq.desc())
        .limit(CLAIMS_READ)
        .subquery("recent")
    )
    links, told = _links(connection, recent)
    name, sort, key = told("name"), told("type"), told("id")
    claims = func.count(recent.c.seq.distinct())
    rows = connection.execute(
        select(
            name.label("name"),
            sort.label("type"),
            key.label("id"),
            claims.label("claims"),
            func.count(recent.c.report_id.distinct()).label("reports"),
            func.count(report.c.outlet.distinct()).label("outlets"),
        )
        .select_from(links)
        .join(report, report.c.id == recent.c.report_id)
        .group_by(name, sort, key)
        .order_by(claims.desc(), name)
        .limit(most)
    )
    return tuple(InformantCount(**row._asdict()) for row in rows)


def _links(
    connection: Connection, recent: Subquery
) -> tuple[FromClause, Callable[[str], ColumnElement[str]]]:
    """Each claim with each link of its chain, and what takes a field of the link's source."""
    if connection.dialect.name == "postgresql":
        chain = func.jsonb_array_elements(recent.c.record["attribution"])
        link = chain.table_valued(column("value", JSONB)).lateral("link")
        return recent.join(link, true()), lambda name: link.c.value["source"][name].astext
    each = func.json_each(recent.c.record, "$.attribution").table_valued("value", name="link")
    return recent.join(each, true()), lambda name: func.json_extract(
        each.c.value, f"$.source.{name}", type_=Text
    )
