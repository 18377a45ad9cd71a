"""Events and ties about one report, claim or pair of actors.

What pages ask for most, by statements that are made once: to make one takes longer than to run it.
Filters of any other kind are `standing_reader`'s.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, Select, String, bindparam, select

from secondsource.ledger.standing_order import EVENT_ORDERS, TIE_ORDERS
from secondsource.ledger.standing_records import Sort, StandingEvent, StandingTie
from secondsource.ledger.standing_rows import EVENT_SHOWN, TIE_SHOWN, event_of, tie_of
from secondsource.ledger.standing_schema import event, event_actor, event_claim, tie, tie_claim

Query = Select[*tuple[Any, ...]]

_ONE, _OTHER = bindparam("one", type_=String), bindparam("other", type_=String)
_MOST = bindparam("most", type_=Integer)


def _events(*conditions: ColumnElement[bool]) -> Query:
    """The events that fit, in the order of their time; only those wanted are read whole."""
    order = EVENT_ORDERS[Sort.TIME].clauses()
    ids = select(event.c.id).where(*conditions).order_by(*order).limit(_MOST)
    return select(*EVENT_SHOWN).where(event.c.id.in_(ids)).order_by(*order)


def _ties(*conditions: ColumnElement[bool]) -> Query:
    order = TIE_ORDERS[Sort.TIME].clauses()
    return select(*TIE_SHOWN).where(*conditions).order_by(*order).limit(_MOST)


def _with(key: Column[Any], column: Column[Any], value: ColumnElement[Any]) -> ColumnElement[bool]:
    """That another table has the value for the row; its ``key`` is the row's id."""
    table = event if key.name == "event_id" else tie
    return table.c.id.in_(select(key).where(column == value))


_OF_REPORT = _events(_with(event_claim.c.event_id, event_claim.c.report_id, _ONE))
_OF_CLAIM = _events(_with(event_claim.c.event_id, event_claim.c.claim_id, _ONE))
_OF_BOTH = _events(
    *(_with(event_actor.c.event_id, event_actor.c.actor_id, actor) for actor in (_ONE, _OTHER))
)
_TIES_OF_CLAIM = _ties(_with(tie_claim.c.tie_id, tie_claim.c.claim_id, _ONE))
_TIES_OF_BOTH = _ties(tie.c.one == _ONE, tie.c.other == _OTHER)


def events_of_report(connection: Connection, report: str, most: int) -> tuple[StandingEvent, ...]:
    """The events that a report (id) tells of, in the order of time."""
    rows = connection.execute(_OF_REPORT, {"one": report, "most": most})
    return tuple(map(event_of, rows))


def events_of_claim(connection: Connection, claim: str, most: int) -> tuple[StandingEvent, ...]:
    """The events that a claim (id) is about, in the order of time."""
    return tuple(map(event_of, connection.execute(_OF_CLAIM, {"one": claim, "most": most})))


def events_of_both(
    connection: Connection, between: tuple[str, str], most: int
) -> tuple[StandingEvent, ...]:
    """The events that both of two actors (ids) took part in, in the order of time."""
    one, other = between
    rows = connection.execute(_OF_BOTH, {"one": one, "other": other, "most": most})
    return tuple(map(event_of, rows))


def ties_of_claim(connection: Connection, claim: str, most: int) -> tuple[StandingTie, ...]:
    """The ties that rest on a claim (id), in the order of actors and time."""
    return tuple(map(tie_of, connection.execute(_TIES_OF_CLAIM, {"one": claim, "most": most})))


def ties_of_both(
    connection: Connection, between: tuple[str, str], most: int
) -> tuple[StandingTie, ...]:
    """The ties of two actors (ids), in the order of time."""
    one, other = sorted(between)
    rows = connection.execute(_TIES_OF_BOTH, {"one": one, "other": other, "most": most})
    return tuple(map(tie_of, rows))
