"""The queue of claims to review, in the order of what matters most.

A claim stands in it by the first of the reasons that hold (`QueueReason`), within a reason by its
reading, the newest first. Claims that somebody decided on are not in it, while the decision stands.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union,
    union_all,
)

from secondsource.errors import UsageError
from secondsource.ledger.claim_rulings import CLAIM_DECISIONS
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.picture import present
from secondsource.ledger.review_records import (
    Circumstance,
    QueuedClaim,
    QueueFilter,
    QueueReason,
    ReasonCount,
)
from secondsource.ledger.schema import claim, decision, decision_withdrawn, extraction, report
from secondsource.ledger.standing_records import Page
from secondsource.ledger.standing_schema import (
    contradiction,
    event,
    event_actor,
    event_claim,
    tie,
    tie_claim,
)

LOW_CONFIDENCE = 0.5
"""A claim is of low confidence if it is less probable than this."""
MOST_COUNTED = 1000
_DISPUTES = "disputes"
_REASONS = tuple(QueueReason)

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page begins: after this claim of this reading, among those of this reason."""

    rank: int
    reading: int
    seq: int


def queued(
    connection: Connection, wanted: QueueFilter, *, after: str | None, size: int
) -> Page[QueuedClaim]:
    """A page of the queue, in one statement.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    begin = _read_cursor(after) if after is not None else _Place(rank=0, reading=0, seq=0)
    tiers = [
        _tier(rank, condition, begin if after and rank == begin.rank else None).limit(size + 1)
        for rank, condition in _tiers(wanted)
        if rank >= begin.rank
    ]
    if not tiers:
        return Page(items=(), next=None)
    found = union_all(*(select(tier.subquery()) for tier in tiers)).subquery()
    ordered = select(found).order_by(found.c.rank, found.c.reading.desc(), found.c.seq)
    rows = connection.execute(ordered.limit(size + 1)).all()
    more = _cursor(rows[size - 1]) if len(rows) > size else None
    return Page(items=tuple(map(_queued, rows[:size])), next=more)


def reason_counts(connection: Connection, wanted: QueueFilter) -> tuple[ReasonCount, ...]:
    """How many claims stand in the queue for each reason, in one statement; of those for one
    reason no more than `MOST_COUNTED` are counted."""
    limited = [
        select(func.count()).select_from(
            select(claim.c.seq).where(condition).limit(MOST_COUNTED + 1).subquery()
        )
        for _, condition in _tiers(wanted)
    ]
    if not limited:
        return ()
    counts = connection.execute(select(*(one.scalar_subquery() for one in limited))).one()
    return tuple(
        ReasonCount(
            reason=_REASONS[rank],
            count=min(count, MOST_COUNTED),
            more=count > MOST_COUNTED,
        )
        for (rank, _), count in zip(_tiers(wanted), counts, strict=True)
    )


def circumstances(connection: Connection, claims: Sequence[str]) -> dict[str, Circumstance]:
    """What the standing picture says of these claims, by claim."""
    about: dict[str, Row[*tuple[Any, ...]]] = {}
    kinds: dict[str, set[str]] = {one: set() for one in claims}
    ties: set[str] = set()
    for some in chunks(claims, PAGE):
        about |= {row.claim_id: row for row in connection.execute(_events_of(some))}
        for side, kind in connection.execute(_kinds_of(some)):
            kinds.get(side, set()).add(kind)
        ties.update(connection.execute(_on_disputed_ties(some)).scalars())
    return {
        one: Circumstance(
            claim=one,
            event=row.id if (row := about.get(one)) else None,
            origins=row.origins if row else None,
            claims=row.claims if row else None,
            disputing=row.disputing if row else None,
            tie_disputed=one in ties,
            kinds=tuple(sorted(kinds[one])),
        )
        for one in claims
    }


def _events_of(claims: Sequence[str]) -> Select[*tuple[Any, ...]]:
    other = event_claim.alias("other")
    return (
        select(event_claim.c.claim_id, event.c.id, event.c.origins)
        .add_columns(
            func.count().label("claims"),
            func.sum(case((other.c.side == _DISPUTES, 1), else_=0)).label("disputing"),
        )
        .join(event, event.c.id == event_claim.c.event_id)
        .join(other, other.c.event_id == event_claim.c.event_id)
        .where(event_claim.c.claim_id.in_(claims))
        .group_by(event_claim.c.claim_id, event.c.id, event.c.origins)
    )


def _kinds_of(claims: Sequence[str]) -> CompoundSelect[Any]:
    sides = (contradiction.c.first, contradiction.c.second)
    return union(*(select(side, contradiction.c.kind).where(side.in_(claims)) for side in sides))


def _on_disputed_ties(claims: Sequence[str]) -> Select[str]:
    return (
        select(tie_claim.c.claim_id)
        .join(tie, tie.c.id == tie_claim.c.tie_id)
        .where(tie_claim.c.claim_id.in_(claims), tie.c.disputed)
    )


def _tier(rank: int, condition: Condition, begin: _Place | None) -> Select[*tuple[Any, ...]]:
    query = select(
        literal(rank).label("rank"),
        claim.c.extraction_seq.label("reading"),
        claim.c.seq,
        claim.c.id,
        claim.c.report_id,
        claim.c.confidence,
    ).where(condition)
    if begin is not None:
        reading, seq = claim.c.extraction_seq, claim.c.seq
        query = query.where(
            or_(reading < begin.reading, and_(reading == begin.reading, seq > begin.seq))
        )
    return query.order_by(claim.c.extraction_seq.desc(), claim.c.seq)


def _tiers(wanted: QueueFilter) -> list[tuple[int, Condition]]:
    """The reasons asked for, each with what holds for the claims that stand there for it."""
    earlier: list[Condition] = []
    found: list[tuple[int, Condition]] = []
    common = _common(wanted)
    for rank, (reason, holds) in enumerate(_holding(wanted)):
        if not wanted.reasons or reason in wanted.reasons:
            found.append((rank, and_(holds, *map(not_, earlier), *common)))
        earlier.append(holds)
    return found


def _holding(wanted: QueueFilter) -> Iterable[tuple[QueueReason, Condition]]:
    one_origin = (
        select(literal(1))
        .select_from(event_claim.join(event, event.c.id == event_claim.c.event_id))
        .where(event_claim.c.claim_seq == claim.c.seq, event.c.origins == 1)
        .correlate(claim)
    )
    return (
        (QueueReason.DISPUTED, claim.c.seq.in_(_disputed())),
        (QueueReason.WATCHED, claim.c.seq.in_(_watched(wanted))),
        (QueueReason.UNSURE, claim.c.confidence < LOW_CONFIDENCE),
        (QueueReason.SINGLE_ORIGIN, exists(one_origin)),
        (QueueReason.REST, true()),
    )


def _common(wanted: QueueFilter) -> list[Condition]:
    """What holds for every claim of the queue."""
    latest = (
        select(func.max(extraction.c.seq))
        .where(extraction.c.report_id == claim.c.report_id)
        .correlate(claim)
        .scalar_subquery()
    )
    decided = (
        select(literal(1))
        .select_from(decision)
        .where(
            decision.c.what.in_(CLAIM_DECISIONS),
            decision.c.subject == claim.c.id,
            decision.c.seq.not_in(select(decision_withdrawn.c.decision_seq)),
        )
        .correlate(claim)
    )
    found: list[Condition] = [
        claim.c.extraction_seq == latest,
        present(claim.c.report_id),
        ~exists(decided),
    ]
    if wanted.reports:
        found.append(claim.c.report_id.in_(wanted.reports))
    if wanted.types:
        found.append(claim.c.type.in_(wanted.types))
    if wanted.outlets:
        outlets = select(report.c.id).where(report.c.outlet.in_(wanted.outlets))
        found.append(claim.c.report_id.in_(outlets))
    return found


def _disputed() -> Select[Any]:
    """The claims about events and ties that are denied, and those that contradict others."""
    told: list[Select[Any]] = [
        select(event_claim.c.claim_seq.label("seq"))
        .join(event, event.c.id == event_claim.c.event_id)
        .where(event.c.disputed),
        select(tie_claim.c.claim_seq)
        .join(tie, tie.c.id == tie_claim.c.tie_id)
        .where(tie.c.disputed),
    ]
    for listed in (event_claim, tie_claim):
        for side in (contradiction.c.first, contradiction.c.second):
            told.append(select(listed.c.claim_seq).join(contradiction, side == listed.c.claim_id))
    found = union(*told).subquery()
    return select(found.c.seq)


def _watched(wanted: QueueFilter) -> Select[Any]:
    """The claims about what is watched."""
    acting = select(event_actor.c.event_id).where(event_actor.c.actor_id.in_(wanted.actors))
    there = select(event.c.id).where(event.c.place_id.in_(wanted.places))
    between = or_(
        *(and_(tie.c.one == min(pair), tie.c.other == max(pair)) for pair in wanted.pairs),
        tie.c.one.in_(wanted.actors),
        tie.c.other.in_(wanted.actors),
    )
    found = union(
        select(event_claim.c.claim_seq.label("seq")).where(
            or_(event_claim.c.event_id.in_(acting), event_claim.c.event_id.in_(there))
        ),
        select(tie_claim.c.claim_seq).join(tie, tie.c.id == tie_claim.c.tie_id).where(between),
    ).subquery()
    return select(found.c.seq)


def _queued(row: Row[*tuple[Any, ...]]) -> QueuedClaim:
    return QueuedClaim(
        claim=row.id,
        report=row.report_id,
        reason=_REASONS[row.rank],
        confidence=row.confidence,
    )


def _cursor(row: Row[*tuple[Any, ...]]) -> str:
    place = json.dumps([row.rank, row.reading, row.seq])
    return base64.urlsafe_b64encode(place.encode()).decode()


def _read_cursor(cursor: str) -> _Place:
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, binascii.Error) as error:
        raise UsageError("_next", "this is no cursor", "begin at the first page") from error
    match place:
        case [int() as rank, int() as reading, int() as seq]:
            return _Place(rank=rank, reading=reading, seq=seq)
    raise UsageError("_next", "this is no cursor", "begin at the first page")
