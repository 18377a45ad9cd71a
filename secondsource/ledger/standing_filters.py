"""What the filters of the standing picture mean as conditions, one a field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, false, or_, select

from secondsource.ledger.schema import report
from secondsource.ledger.standing_records import EventFilter, LineageFilter, TieFilter
from secondsource.ledger.standing_schema import (
    event,
    event_actor,
    event_claim,
    event_outlet,
    lineage,
    tie,
    tie_claim,
    tie_outlet,
)
from secondsource.ledger.words import matches, phrases

Condition = ColumnElement[bool]


def event_conditions(connection: Connection, wanted: EventFilter) -> Mapping[str, Condition]:
    """The conditions on ``event`` by the field that asks for each."""
    found: dict[str, Condition | None] = {
        "ids": _any(event.c.id, wanted.ids),
        "actors": _acts(wanted.actors),
        "between": and_(*map(_party, wanted.between)) if wanted.between else None,
        "types": _any(event.c.type, wanted.types),
        "modalities": _any(event.c.modality, wanted.modalities),
        "places": _any(event.c.place_id, wanted.places),
        "place_names": _named(wanted.place_names),
        "countries": _any(event.c.country, wanted.countries),
        "days": _overlaps(event.c.first_day, event.c.last_day, wanted.since, wanted.until),
        "dated": _dated(wanted.dated),
        "reported_by": _reported(wanted.reported_by),
        **_common(connection, event, event_claim.c.event_id, wanted),
    }
    return {field: condition for field, condition in found.items() if condition is not None}


def tie_conditions(connection: Connection, wanted: TieFilter) -> Mapping[str, Condition]:
    """The conditions on ``tie`` by the field that asks for each."""
    one, other = sorted(wanted.between or ("", ""))
    actors = [_any(column, wanted.actors) for column in (tie.c.one, tie.c.other)]
    found: dict[str, Condition | None] = {
        "ids": _any(tie.c.id, wanted.ids),
        "actors": or_(*(one for one in actors if one is not None)) if wanted.actors else None,
        "between": and_(tie.c.one == one, tie.c.other == other) if wanted.between else None,
        "states": _any(tie.c.state, wanted.states),
        "as_of": _held(wanted.as_of),
        "days": _lasts(wanted.since, wanted.until),
        **_common(connection, tie, tie_claim.c.tie_id, wanted),
    }
    return {field: condition for field, condition in found.items() if condition is not None}


def lineage_conditions(wanted: LineageFilter) -> list[Condition]:
    """The conditions on ``lineage``."""
    published = select(report.c.id).where(report.c.outlet.in_(wanted.outlets))
    found = (
        _any(lineage.c.report_id, wanted.reports),
        _any(lineage.c.origin, wanted.origins),
        _any(lineage.c.copies, wanted.copies),
        _any(lineage.c.relation, wanted.relations),
        _any(lineage.c.agency, wanted.agencies),
        lineage.c.report_id.in_(published) if wanted.outlets else None,
    )
    return [condition for condition in found if condition is not None]


def _common(
    connection: Connection, table: Table, key: Column[Any], wanted: EventFilter | TieFilter
) -> dict[str, Condition | None]:
    """What events and ties are asked alike; ``key`` is the column of the claims' table."""
    claims, at_least = key.table.c, wanted.least_origins
    told = (event_outlet if table is event else tie_outlet).c
    outlets = select(told[0]).where(told.outlet.in_(wanted.outlets))
    reports = select(key).where(claims.report_id.in_(wanted.reports))
    made = select(key).where(claims.claim_id.in_(wanted.claims))
    return {
        "outlets": table.c.id.in_(outlets) if wanted.outlets else None,
        "credibility": _any(table.c.credibility, wanted.credibility),
        "disputed": None if wanted.disputed is None else table.c.disputed.is_(wanted.disputed),
        "least_origins": None if at_least is None else table.c.origins >= at_least,
        "reports": table.c.id.in_(reports) if wanted.reports else None,
        "claims": table.c.id.in_(made) if wanted.claims else None,
        "words": _says(connection, table, key, wanted.words),
    }


def _any(column: Column[Any], values: tuple[Any, ...]) -> Condition | None:
    return column.in_(values) if values else None


def _acts(actors: tuple[str, ...]) -> Condition | None:
    found = select(event_actor.c.event_id).where(event_actor.c.actor_id.in_(actors))
    return event.c.id.in_(found) if actors else None


def _party(actor: str) -> Condition:
    return event.c.id.in_(select(event_actor.c.event_id).where(event_actor.c.actor_id == actor))


def _named(names: tuple[str, ...]) -> Condition | None:
    """That the place has one of these names; ``""`` is no name."""
    if not names:
        return None
    named = event.c.place_name.in_([name for name in names if name])
    return or_(named, event.c.place_name.is_(None)) if "" in names else named


def _dated(dated: bool | None) -> Condition | None:
    if dated is None:
        return None
    known = or_(event.c.first_day.is_not(None), event.c.last_day.is_not(None))
    return known if dated else and_(event.c.first_day.is_(None), event.c.last_day.is_(None))


def _reported(by: date | None) -> Condition | None:
    return None if by is None else event.c.first_published <= by


def _says(
    connection: Connection, table: Table, key: Column[Any], words: str | None
) -> Condition | None:
    if words is None:
        return None
    query = phrases(words)
    if not query:
        return false()
    found = matches(connection, "claim_words", query)
    claims = select(key).join(found, found.c.seq == key.table.c.claim_seq)
    return table.c.id.in_(claims)


def _overlaps(
    first: Column[Any], last: Column[Any], since: date | None, until: date | None
) -> Condition | None:
    if since is None and until is None:
        return None
    conditions: list[Condition] = [or_(first.is_not(None), last.is_not(None))]
    if since is not None:
        conditions.append(or_(last.is_(None), last >= since))
    if until is not None:
        conditions.append(or_(first.is_(None), first <= until))
    return and_(*conditions)


def _lasts(since: date | None, until: date | None) -> Condition | None:
    """That a tie may have held within the days; one of unknown beginning does not count."""
    if since is None and until is None:
        return None
    conditions: list[Condition] = [tie.c.start_day < date.max]
    if since is not None:
        conditions.append(or_(tie.c.end_day.is_(None), tie.c.end_day >= since))
    if until is not None:
        conditions.append(tie.c.start_day <= until)
    return and_(*conditions)


def _held(day: date | None) -> Condition | None:
    """That a tie had begun by ``day`` and had not yet been followed by its opposite."""
    if day is None:
        return None
    going_on = or_(tie.c.end_day.is_(None), tie.c.end_day >= day)
    return and_(tie.c.supported, tie.c.start_day <= day, going_on)
