"""Writing the standing picture: rows of the matters that changed are replaced, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, func, insert, select

from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.rows import Values
from secondsource.ledger.schema import (
    claim,
    decision,
    decision_withdrawn,
    extraction,
    report,
)
from secondsource.ledger.standing_records import PictureChange, PictureState, UpTo
from secondsource.ledger.standing_rows import (
    Where,
    actor_rows,
    claim_rows,
    contradiction_row,
    event_row,
    lineage_row,
    outlet_rows,
    tie_row,
)
from secondsource.ledger.standing_schema import (
    contradiction,
    event,
    event_actor,
    event_claim,
    event_outlet,
    lineage,
    picture_state,
    tie,
    tie_claim,
    tie_outlet,
)

_OF_EVENTS = (
    event.c.id,
    event_claim.c.event_id,
    event_actor.c.event_id,
    event_outlet.c.event_id,
)
_OF_TIES = (tie.c.id, tie_claim.c.tie_id, tie_outlet.c.tie_id)


def up_to(connection: Connection) -> UpTo:
    """How far the facts go now."""

    def newest(column: Column[Any]) -> int:
        return connection.execute(select(func.max(column))).scalar_one() or 0

    taken_back = select(func.count()).select_from(decision_withdrawn)
    return UpTo(
        report=newest(report.c.seq),
        extraction=newest(extraction.c.seq),
        decision=newest(decision.c.seq),
        taken_back=connection.execute(taken_back).scalar_one(),
    )


def picture_state_of(connection: Connection) -> PictureState | None:
    """Up to where the standing picture is current; ``None`` where there is none yet."""
    row = connection.execute(select(picture_state)).one_or_none()
    if row is None:
        return None
    reached = UpTo(
        report=row.report_seq,
        extraction=row.extraction_seq,
        decision=row.decision_seq,
        taken_back=row.taken_back,
    )
    return PictureState(fusion=row.fusion, up_to=reached)


def write_change(connection: Connection, change: PictureChange) -> None:
    """Replace the rows of what changes."""
    _remove(connection, change)
    _add(connection, change)


def write_state(connection: Connection, state: PictureState, at: datetime) -> None:
    """Say up to where the picture is current."""
    connection.execute(delete(picture_state))
    connection.execute(
        insert(picture_state).values(
            id=1,
            fusion=state.fusion,
            report_seq=state.up_to.report,
            extraction_seq=state.up_to.extraction,
            decision_seq=state.up_to.decision,
            taken_back=state.up_to.taken_back,
            drawn_at=at,
        )
    )


def _remove(connection: Connection, change: PictureChange) -> None:
    reports = {*change.gone_reports, *(one.report_id for one in change.lineage)}
    events = {*change.gone_events, *(one.id for one in change.events)}
    ties = {*change.gone_ties, *(one.state.id for one in change.ties)}
    _delete(connection, lineage.c.report_id, reports)
    for column in _OF_EVENTS:
        _delete(connection, column, events)
    for column in _OF_TIES:
        _delete(connection, column, ties)
    _delete(connection, contradiction.c.about, events | ties)


def _delete(connection: Connection, column: Column[Any], ids: Iterable[str]) -> None:
    for some in chunks(sorted(ids), PAGE):
        connection.execute(delete(column.table).where(column.in_(some)))


def _add(connection: Connection, change: PictureChange) -> None:
    where = _where(connection, change)
    states = [one.state for one in change.ties]
    rows: tuple[tuple[Table, Iterable[Values]], ...] = (
        (lineage, map(lineage_row, change.lineage)),
        (event, (event_row(group, where) for group in change.events)),
        (event_actor, (row for group in change.events for row in actor_rows(group))),
        (
            event_claim,
            (row for group in change.events for row in claim_rows(group, "event_id", where)),
        ),
        (
            event_outlet,
            (row for group in change.events for row in outlet_rows(group, "event_id", where)),
        ),
        (tie, (tie_row(one, where) for one in change.ties)),
        (tie_claim, (row for state in states for row in claim_rows(state, "tie_id", where))),
        (tie_outlet, (row for state in states for row in outlet_rows(state, "tie_id", where))),
        (contradiction, map(contradiction_row, change.contradictions)),
    )
    for table, listed in rows:
        for some in chunks(list(listed), PAGE):
            connection.execute(insert(table), some)


def _where(connection: Connection, change: PictureChange) -> dict[str, Where]:
    """Where the claims of all new rows stand, by claim id."""
    told = (*(one.claims for one in change.events), *(one.state.claims for one in change.ties))
    claims = sorted({claim for claims in told for claim in claims})
    return {
        found.id: Where(
            claim_seq=found.seq,
            report_id=found.report_id,
            report_seq=found.report_seq,
            outlet=found.outlet,
            published=found.published,
        )
        for some in chunks(claims, PAGE)
        for found in _stand(connection, some)
    }


def _stand(connection: Connection, claims: Sequence[str]) -> Iterable[Any]:
    """Where claims stand; of several extractions that made one the last."""
    return connection.execute(
        select(claim.c.id, claim.c.seq, claim.c.report_id)
        .add_columns(report.c.published, report.c.outlet, report.c.seq.label("report_seq"))
        .join(report, report.c.id == claim.c.report_id)
        .where(claim.c.id.in_(claims))
        .order_by(claim.c.seq)
    )
