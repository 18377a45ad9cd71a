"""Counting the events of the standing picture by place and by time, in one statement each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    extract,
    func,
    or_,
    select,
    tuple_,
)

from secondsource.ledger.chart_records import (
    EventMark,
    PairTally,
    Party,
    PlaceTally,
    TimeSpan,
    TimeTally,
    Unit,
)
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.standing_filters import event_conditions
from secondsource.ledger.standing_records import EventFilter
from secondsource.ledger.standing_schema import event, event_actor

# In the order of an index.
_PLACE = (
    event.c.place_name,
    event.c.precision,
    event.c.place_id,
    event.c.country,
    event.c.lat,
    event.c.lon,
)
_ABOUT_A_DAY = "about a day"
_NEAR = "near"
_EVENTS = func.count().label("events")
_DISPUTED = func.count(case((event.c.disputed, 1))).label("disputed")
_BEGAN = func.coalesce(event.c.first_day, event.c.last_day)
_FIRST = event_actor.alias("acting")
_SECOND = event_actor.alias("receiving")
_PAIR = (
    case((_FIRST.c.actor_id < _SECOND.c.actor_id, _FIRST.c.actor_id), else_=_SECOND.c.actor_id),
    case((_FIRST.c.actor_id < _SECOND.c.actor_id, _SECOND.c.actor_id), else_=_FIRST.c.actor_id),
)


def places(connection: Connection, wanted: EventFilter, most: int) -> tuple[PlaceTally, ...]:
    """The places of the events that fit, those of most events first."""
    query = (
        select(
            *_PLACE,
            _EVENTS,
            _DISPUTED,
            func.min(event.c.credibility).label("credibility"),
            func.min(event.c.first_day).label("first_day"),
            func.max(event.c.last_day).label("last_day"),
            func.min(event.c.id).label("one"),
        )
        .where(*event_conditions(connection, wanted).values())
        .group_by(*_PLACE)
        .order_by(_EVENTS.desc(), *_PLACE)
        .limit(most)
    )
    rows = connection.execute(query).all()
    radii = _radii(connection, [row.one for row in rows if row.precision == _NEAR])
    return tuple(_place(row, radii.get(row.one)) for row in rows)


def _place(row: Row[*tuple[Any, ...]], radius_km: float | None) -> PlaceTally:
    values = row._asdict()
    del values["one"]
    return PlaceTally(name=values.pop("place_name"), radius_km=radius_km, **values)


def _radii(connection: Connection, events: Sequence[str]) -> dict[str, float]:
    """Within how many kilometres each of these events (ids) was, where its words leave it."""
    radius = event.c.record[("place", "radius_km")].as_float()
    return {
        row.id: row.radius
        for some in chunks(events, PAGE)
        for row in connection.execute(
            select(event.c.id, radius.label("radius")).where(event.c.id.in_(some))
        )
        if row.radius is not None
    }


def span(connection: Connection, wanted: EventFilter) -> TimeSpan:
    """How many events fit, and over what time."""
    query = select(
        _EVENTS,
        func.count(_BEGAN).label("dated"),
        func.min(_BEGAN).label("first_day"),
        func.max(func.coalesce(event.c.last_day, event.c.first_day)).label("last_day"),
        func.min(event.c.first_published).label("first_published"),
        func.max(event.c.first_published).label("last_published"),
    ).where(*event_conditions(connection, wanted).values())
    return TimeSpan(**connection.execute(query).one()._asdict())


def marks(connection: Connection, wanted: EventFilter, most: int) -> tuple[EventMark, ...]:
    """The events that fit, oldest first, with the first actor on each side."""
    near = event.c.record[("time", "precision")].as_string() == _ABOUT_A_DAY
    query = (
        select(
            *(event.c[name] for name in ("id", "type", "modality", "place_name", "sort_time")),
            *(event.c[name] for name in ("first_day", "last_day", "first_published")),
            *(event.c[name] for name in ("origins", "disputed", "credibility")),
            event.c.record["edtf"].as_string().label("time"),
            near.label("near"),
            _FIRST.c.actor_id.label("actor_id"),
            _FIRST.c.name.label("actor_name"),
            _SECOND.c.actor_id.label("recipient_id"),
            _SECOND.c.name.label("recipient_name"),
        )
        .outerjoin(_FIRST, _at_head(_FIRST, "actor"))
        .outerjoin(_SECOND, _at_head(_SECOND, "recipient"))
        .where(*event_conditions(connection, wanted).values())
        .order_by(event.c.sort_time, event.c.id)
        .limit(most)
    )
    return tuple(_mark(row) for row in connection.execute(query))


def _at_head(actors: Any, role: str) -> ColumnElement[bool]:
    """That a row is the first actor of the event in this role."""
    return and_(actors.c.event_id == event.c.id, actors.c.role == role, actors.c.position == 0)


def _mark(row: Row[*tuple[Any, ...]]) -> EventMark:
    return EventMark(
        id=row.id,
        type=row.type,
        modality=row.modality,
        actor=_party(row.actor_id, row.actor_name),
        recipient=_party(row.recipient_id, row.recipient_name),
        place=row.place_name,
        time=row.time,
        near=bool(row.near),
        first_day=row.first_day,
        last_day=row.last_day,
        first_published=row.first_published,
        origins=row.origins,
        disputed=row.disputed,
        credibility=row.credibility,
    )


def _party(actor_id: str | None, name: str | None) -> Party | None:
    return None if name is None else Party(id=actor_id, name=name)


def pairs(connection: Connection, wanted: EventFilter, most: int) -> tuple[PairTally, ...]:
    """The pairs of actors that have most of the events that fit between them."""
    names = [
        func.min(case((key == actors.c.actor_id, actors.c.name), else_=other.c.name))
        for key, actors, other in ((_PAIR[0], _FIRST, _SECOND), (_PAIR[1], _FIRST, _SECOND))
    ]
    query = (
        _between(select(*_PAIR, *names, _EVENTS))
        .where(*event_conditions(connection, wanted).values())
        .group_by(*_PAIR)
        .order_by(_EVENTS.desc(), *_PAIR)
        .limit(most)
    )
    return tuple(
        PairTally(between=(one, other), names=(one_name, other_name), events=events)
        for one, other, one_name, other_name, events in connection.execute(query).tuples()
    )


def tally_types(connection: Connection, wanted: EventFilter, unit: Unit) -> tuple[TimeTally, ...]:
    """The dated events that fit, by type and time."""
    return _tally(connection, select(event.c.type), (event.c.type,), wanted, unit)


def tally_pairs(
    connection: Connection, wanted: EventFilter, unit: Unit, between: Sequence[tuple[str, str]]
) -> tuple[TimeTally, ...]:
    """The dated events that fit, by pair of actors (ids, in order) and time."""
    query = _between(select(*_PAIR)).where(
        or_(
            tuple_(_FIRST.c.actor_id, _SECOND.c.actor_id).in_(between),
            tuple_(_SECOND.c.actor_id, _FIRST.c.actor_id).in_(between),
        )
    )
    return _tally(connection, query, _PAIR, wanted, unit)


def _between(query: Select[Any]) -> Select[Any]:
    """Events with the first actor on each side, both known and not the same."""
    return (
        query.select_from(event)
        .join(_FIRST, _at_head(_FIRST, "actor"))
        .join(_SECOND, _at_head(_SECOND, "recipient"))
        .where(_FIRST.c.actor_id != _SECOND.c.actor_id)
    )


def _tally(
    connection: Connection,
    query: Select[Any],
    lane: Sequence[ColumnElement[Any]],
    wanted: EventFilter,
    unit: Unit,
) -> tuple[TimeTally, ...]:
    months = [extract(part, _BEGAN) for part in ("year", "month")]
    began = [_BEGAN] if unit is Unit.DAY else months
    counted = (
        query.add_columns(*began, _EVENTS, _DISPUTED)
        .where(_BEGAN.is_not(None), *event_conditions(connection, wanted).values())
        .group_by(*lane, *began)
        .order_by(*lane, *began)
    )
    return tuple(_time(tuple(row), len(lane)) for row in connection.execute(counted))


def _time(row: tuple[Any, ...], width: int) -> TimeTally:
    *when, events, disputed = row[width:]
    day = when[0] if len(when) == 1 else date(int(when[0]), int(when[1]), 1)
    return TimeTally(lane=tuple(row[:width]), day=day, events=events, disputed=disputed)
