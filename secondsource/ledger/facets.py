"""What the events and ties found can be narrowed by, counted in one statement.

A field is counted over what fits the other fields. Where it is not itself asked for, that is what
fits all of them, which is found once for all such fields. Values are named after the most frequent
ones are known, so that no name is read for each row counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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
    desc,
    func,
    literal,
    null,
    select,
    union_all,
)

from secondsource.ledger.standing_filters import Condition, event_conditions, tie_conditions
from secondsource.ledger.standing_records import EventFilter, Facets, TieFilter, ValueCount
from secondsource.ledger.standing_schema import event, event_actor, event_outlet, tie, tie_outlet

TOTAL = "total"
Query = Select[*tuple[Any, ...]]

_EVENT_FIELDS = {
    "types": event.c.type,
    "modalities": event.c.modality,
    "countries": event.c.country,
    "places": event.c.place_id,
    "credibility": event.c.credibility,
    "disputed": event.c.disputed,
}
_TIE_FIELDS = {
    "states": tie.c.state,
    "credibility": tie.c.credibility,
    "disputed": tie.c.disputed,
}
_SIDES = ((tie.c.one, tie.c.one_name), (tie.c.other, tie.c.other_name))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitting:
    """The rows of a table that fit, by field: what fits all that the other fields ask."""

    table: Table
    by: Mapping[str, Condition]
    all: FromClause

    def other_than(self, field: str) -> FromClause:
        """What fits all fields but this one."""
        if field not in self.by:
            return self.all
        conditions = [condition for key, condition in self.by.items() if key != field]
        if not conditions:
            return self.table
        columns = (self.table.c[name] for name in self.all.c.keys())  # noqa: SIM118
        return select(*columns).where(*conditions).subquery()


def event_facets(connection: Connection, wanted: EventFilter, most: int) -> Facets:
    """The counts of the events that fit; ``most`` values a field."""
    columns = (event.c.id, *_EVENT_FIELDS.values())
    fitting = _fitting(event, event_conditions(connection, wanted), columns)
    queries = [
        _total(fitting),
        *(_own(fitting, field, column, most) for field, column in _EVENT_FIELDS.items()),
        _linked(fitting, "actors", event_actor.c.event_id, event_actor.c.actor_id, most),
        _linked(fitting, "outlets", event_outlet.c.event_id, event_outlet.c.outlet, most),
    ]
    return _facets(_count(connection, queries))


def tie_facets(connection: Connection, wanted: TieFilter, most: int) -> Facets:
    """The counts of the ties that fit; ``most`` values a field."""
    sides = (column for side in _SIDES for column in side)
    columns = (tie.c.id, *sides, *_TIE_FIELDS.values())
    fitting = _fitting(tie, tie_conditions(connection, wanted), columns)
    queries = [
        _total(fitting),
        *(_own(fitting, field, column, most) for field, column in _TIE_FIELDS.items()),
        _linked(fitting, "outlets", tie_outlet.c.tie_id, tie_outlet.c.outlet, most),
        _parties(fitting.other_than("actors"), most),
    ]
    return _facets(_count(connection, queries))


def _fitting(
    table: Table, by: Mapping[str, Condition], columns: tuple[Column[Any], ...]
) -> _Fitting:
    """With nothing asked the table itself, whose indexes have the counts in order."""
    chosen = select(*columns).where(*by.values()).cte("chosen") if by else table
    return _Fitting(table=table, by=by, all=chosen)


def _facets(counted: Mapping[str, list[ValueCount]]) -> Facets:
    fields = {field: tuple(counts) for field, counts in counted.items() if field != TOTAL}
    return Facets(total=counted[TOTAL][0].count, **fields)


def _total(fitting: _Fitting) -> Query:
    counted = func.count().label("number")
    named = (literal(TOTAL).label("field"), null().label("value"), null().label("shown"))
    return select(*named, counted).select_from(fitting.all)


def _own(fitting: _Fitting, field: str, column: Column[Any], most: int) -> Query:
    """The values of a column of the table itself."""
    found = fitting.other_than(field).c[column.name]
    return _most(field, select(found.label("value"), func.count().label("number")), found, most)


def _linked(
    fitting: _Fitting, field: str, key: Column[Any], value: Column[Any], most: int
) -> Query:
    """The values that another table has for the rows; its ``key`` is their id."""
    number = func.count(key.distinct()) if field == "actors" else func.count()
    counted = select(value.label("value"), number.label("number"))
    found = fitting.other_than(field)
    if found is not fitting.table:
        counted = counted.where(key.in_(select(found.c.id)))
    return _most(field, counted, value, most)


def _parties(found: FromClause, most: int) -> Query:
    """The actors of ties, on whichever side of the pair."""
    sides = [
        select(found.c[actor.name].label("actor"), found.c[name.name].label("name"))
        for actor, name in _SIDES
    ]
    either = union_all(*sides).subquery("either")
    counted = select(
        either.c.actor.label("value"),
        func.count().label("number"),
        func.min(either.c.name).label("shown"),
    )
    return _most("actors", counted, either.c.actor, most)


def _most(field: str, counted: Query, value: ColumnElement[Any], most: int) -> Query:
    """The most frequent values, each with what to show for it."""
    grouped = counted.where(value.is_not(None)).group_by(value)
    top = grouped.order_by(desc("number"), value).limit(most).subquery()
    return select(
        literal(field).label("field"),
        cast(_written(field, top), String).label("value"),
        cast(_shown(field, top), String).label("shown"),
        top.c.number,
    )


def _written(field: str, top: FromClause) -> ColumnElement[Any]:
    return case((top.c.value, "yes"), else_="no") if field == "disputed" else top.c.value


def _shown(field: str, top: FromClause) -> ColumnElement[Any]:
    if "shown" in top.c:
        return top.c.shown
    match field:
        case "places":
            named = select(event.c.place_name).where(event.c.place_id == top.c.value)
        case "actors":
            named = select(event_actor.c.name).where(event_actor.c.actor_id == top.c.value)
        case _:
            return _written(field, top)
    return named.limit(1).correlate(top).scalar_subquery()


def _count(connection: Connection, queries: list[Query]) -> Mapping[str, list[ValueCount]]:
    found: defaultdict[str, list[ValueCount]] = defaultdict(list)
    for row in connection.execute(union_all(*queries)):
        one = ValueCount(value=row.value or "", label=row.shown or "", count=row.number)
        found[row.field].append(one)
    for counts in found.values():
        counts.sort(key=lambda one: (-one.count, one.value))
    return found
