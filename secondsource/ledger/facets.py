"""What the events and ties found can be narrowed by, counted in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    String,
    Table,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from secondsource.ledger.schema import report
from secondsource.ledger.standing_filters import Condition, event_conditions, tie_conditions
from secondsource.ledger.standing_records import EventFilter, Facets, TieFilter, ValueCount
from secondsource.ledger.standing_schema import event, event_actor, event_claim, tie, tie_claim

TOTAL = "total"
Query = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facet:
    """One field to count: where it stands, what to show for a value, and what is counted."""

    field: str
    source: FromClause
    column: ColumnElement[Any]
    number: ColumnElement[int]
    shown: ColumnElement[Any] | None = None


def event_facets(connection: Connection, wanted: EventFilter, most: int) -> Facets:
    """The counts of the events that fit; ``most`` values a field."""
    by = event_conditions(connection, wanted)
    acting = event.join(event_actor, event_actor.c.event_id == event.c.id)
    each = event.c.id.distinct()
    listed = [
        _own("types", event, event.c.type),
        _own("modalities", event, event.c.modality),
        _own("countries", event, event.c.country),
        _own("places", event, event.c.place_id, shown=event.c.place_name),
        _own("credibility", event, event.c.credibility),
        _own("disputed", event, _yes_or_no(event)),
        _Facet(
            field="actors",
            source=acting,
            column=event_actor.c.actor_id,
            shown=event_actor.c.name,
            number=func.count(each),
        ),
        _outlets(event, event_claim.c.event_id),
    ]
    queries = [_grouped(facet, _but(facet.field, by), most) for facet in listed]
    return _facets(_count(connection, [_total(event, by), *queries]))


def tie_facets(connection: Connection, wanted: TieFilter, most: int) -> Facets:
    """The counts of the ties that fit; ``most`` values a field."""
    by = tie_conditions(connection, wanted)
    listed = [
        _own("states", tie, tie.c.state),
        _own("credibility", tie, tie.c.credibility),
        _own("disputed", tie, _yes_or_no(tie)),
        _outlets(tie, tie_claim.c.tie_id),
    ]
    queries = [_grouped(facet, _but(facet.field, by), most) for facet in listed]
    actors = _grouped(_sides(_but("actors", by)), [], most)
    return _facets(_count(connection, [_total(tie, by), *queries, actors]))


def _facets(counted: Mapping[str, list[ValueCount]]) -> Facets:
    fields = {field: tuple(counts) for field, counts in counted.items() if field != TOTAL}
    return Facets(total=counted[TOTAL][0].count, **fields)


def _yes_or_no(table: Table) -> ColumnElement[str]:
    return case((table.c.disputed, "yes"), else_="no")


def _total(table: Table, by: Mapping[str, Condition]) -> Query:
    counted = func.count().label("number")
    return (
        select(literal(TOTAL).label("field"), null().label("value"), null().label("shown"), counted)
        .select_from(table)
        .where(*by.values())
    )


def _but(field: str, by: Mapping[str, Condition]) -> list[Condition]:
    return [condition for key, condition in by.items() if key != field]


def _own(
    field: str, table: Table, column: ColumnElement[Any], shown: ColumnElement[str] | None = None
) -> _Facet:
    """A column of the table itself."""
    return _Facet(field=field, source=table, column=column, shown=shown, number=func.count())


def _outlets(table: Table, key: Column[Any]) -> _Facet:
    """The outlets of the reports behind the rows of ``table``; ``key`` is the claims' column."""
    claims = key.table
    made = table.join(claims, key == table.c.id)
    joined = made.join(report, report.c.id == claims.c.report_id)
    number = func.count(table.c.id.distinct())
    return _Facet(field="outlets", source=joined, column=report.c.outlet, number=number)


def _sides(conditions: Iterable[Condition]) -> _Facet:
    """The actors of ties, on whichever side of the pair."""
    sides = [
        select(actor.label("actor"), name.label("name")).where(*conditions)
        for actor, name in ((tie.c.one, tie.c.one_name), (tie.c.other, tie.c.other_name))
    ]
    either = union_all(*sides).subquery("either")
    return _Facet(
        field="actors",
        source=either,
        column=either.c.actor,
        shown=either.c.name,
        number=func.count(),
    )


def _grouped(facet: _Facet, conditions: Iterable[Condition], most: int) -> Query:
    value, shown = cast(facet.column, String), facet.column if facet.shown is None else facet.shown
    number = facet.number.label("number")
    grouped = (
        select(value.label("value"), cast(func.min(shown), String).label("shown"), number)
        .select_from(facet.source)
        .where(facet.column.is_not(None), *conditions)
        .group_by(facet.column)
        .order_by(number.desc(), facet.column)
        .limit(most)
        .subquery()
    )
    return select(literal(facet.field).label("field"), *grouped.c)


def _count(connection: Connection, queries: list[Query]) -> Mapping[str, list[ValueCount]]:
    found: defaultdict[str, list[ValueCount]] = defaultdict(list)
    for row in connection.execute(union_all(*queries)):
        one = ValueCount(value=row.value or "", label=row.shown or "", count=row.number)
        found[row.field].append(one)
    for counts in found.values():
        counts.sort(key=lambda one: (-one.count, one.value))
    return found
