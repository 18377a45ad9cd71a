"""Actors by the page, those of most events first, and what reports say of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Subquery, and_, case, func, or_, select

from secondsource.annotations import ActorKind
from secondsource.ledger.cursors import no_cursor, read_cursor, write_cursor
from secondsource.ledger.identities import identities
from secondsource.ledger.picture import present
from secondsource.ledger.schema import actor_mention, extraction, report
from secondsource.ledger.standing_records import Page, ValueCount
from secondsource.ledger.standing_schema import event, event_actor, event_claim, lineage, tie

_EVENTS = func.count(event_actor.c.event_id.distinct())
_INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor with how many events it took part in, and how many ties it has."""

    id: str
    name: str
    kind: ActorKind | None
    events: int
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Words that reports call an actor by: how often, and in reports published when (EDTF)."""

    words: str
    times: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """An outlet that tells of events of an actor: in how many reports, from how many origins.

    ``own`` counts the reports that are neither copies nor rest on another's reporting.
    """

    outlet: str | None
    reports: int
    origins: int
    own: int


def actor_entries(
    connection: Connection, words: str, *, after: str | None, size: int
) -> Page[ActorEntry]:
    """The actors of events, those whose name holds ``words`` if there are any.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    actor = event_actor.c.actor_id
    counted = select(actor, _EVENTS.label("events")).where(actor.is_not(None))
    if words.strip():
        counted = counted.where(event_actor.c.name.icontains(words.strip(), autoescape=True))
    if after is not None:
        counted = counted.having(_following(after))
    first = (
        counted.group_by(actor).order_by(_EVENTS.desc(), actor).limit(size + 1).subquery("first")
    )
    rows = connection.execute(
        select(
            first.c.actor_id,
            first.c.events,
            _name_of(first).label("name"),
            _kind_of(first).label("kind"),
            _ties_of(first).label("ties"),
        ).order_by(first.c.events.desc(), first.c.actor_id)
    ).all()
    last = rows[size - 1] if len(rows) > size else None
    return Page(
        items=tuple(
            ActorEntry(
                id=row.actor_id,
                name=row.name,
                kind=ActorKind(row.kind) if row.kind else None,
                events=row.events,
                ties=row.ties,
            )
            for row in rows[:size]
        ),
        next=_cursor(last.events, last.actor_id) if last else None,
    )


def _name_of(actors: Subquery) -> ColumnElement[str]:
    named = select(event_actor.c.name).where(event_actor.c.actor_id == actors.c.actor_id)
    return named.limit(1).correlate(actors).scalar_subquery()


def _kind_of(actors: Subquery) -> ColumnElement[str]:
    kinds = select(actor_mention.c.kind).where(actor_mention.c.actor_id == actors.c.actor_id)
    return kinds.limit(1).correlate(actors).scalar_subquery()


def _ties_of(actors: Subquery) -> ColumnElement[int]:
    sides = (tie.c.one == actors.c.actor_id, tie.c.other == actors.c.actor_id)
    found = select(func.count()).select_from(tie).where(or_(*sides))
    return found.correlate(actors).scalar_subquery()


def event_types(connection: Connection, actor_id: str) -> tuple[ValueCount, ...]:
    """The types of the events that an actor took part in, most frequent first."""
    number = func.count()
    took_part = select(event_actor.c.event_id).where(event_actor.c.actor_id == actor_id)
    rows = connection.execute(
        select(event.c.type, number.label("number"))
        .where(event.c.id.in_(took_part))
        .group_by(event.c.type)
        .order_by(number.desc(), event.c.type)
    )
    return tuple(ValueCount(value=row.type, label=row.type, count=row.number) for row in rows)


def _cursor(events: int, actor_id: str) -> str:
    return write_cursor(events, actor_id)


def _following(cursor: str) -> ColumnElement[bool]:
    match read_cursor(cursor):
        case [int() as events, str() as last]:
            number = _EVENTS
            alike = and_(number == events, event_actor.c.actor_id > last)
            return or_(number < events, alike)
    raise no_cursor(cursor)


def stored_ids(connection: Connection, actor_id: str) -> frozenset[str]:
    """The ids under which mentions of an actor may be stored."""
    return identities(connection).stored_as(actor_id)


def called(connection: Connection, stored: Iterable[str], most: int) -> tuple[Called, ...]:
    """The words that most often stand for the actor stored under these ids."""
    times = func.count()
    rows = connection.execute(
        select(
            actor_mention.c.words,
            times.label("times"),
            func.min(report.c.published).label("first"),
            func.max(report.c.published).label("last"),
        )
        .join(extraction, extraction.c.seq == actor_mention.c.extraction_seq)
        .join(report, report.c.id == extraction.c.report_id)
        .where(actor_mention.c.actor_id.in_(sorted(stored)), present(report.c.id))
        .group_by(actor_mention.c.words)
        .order_by(times.desc(), actor_mention.c.words)
        .limit(most)
    )
    return tuple(
        Called(words=row.words, times=row.times, first=row.first, last=row.last) for row in rows
    )


def speakers(connection: Connection, actor_id: str, most: int) -> tuple[Speaker, ...]:
    """The outlets that tell of the actor's events, those of most origins first."""
    told = (
        select(event_claim.c.report_id)
        .join(event_actor, event_claim.c.event_id == event_actor.c.event_id)
        .where(event_actor.c.actor_id == actor_id)
        .distinct()
        .subquery("told")
    )
    reports, origins = func.count(), func.count(lineage.c.origin.distinct())
    own = func.count(case((lineage.c.relation == _INDEPENDENT, 1)))
    rows = connection.execute(
        select(
            report.c.outlet,
            reports.label("reports"),
            origins.label("origins"),
            own.label("own"),
        )
        .select_from(told)
        .join(report, report.c.id == told.c.report_id)
        .join(lineage, lineage.c.report_id == told.c.report_id)
        .group_by(report.c.outlet)
        .order_by(origins.desc(), reports.desc(), report.c.outlet)
        .limit(most)
    )
    return tuple(
        Speaker(outlet=row.outlet, reports=row.reports, origins=row.origins, own=row.own)
        for row in rows
    )
