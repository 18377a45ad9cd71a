"""The queue of claims to review, in the order of what matters most.

A claim stands in it by the first of the reasons that hold (`QueueReason`), within a reason the
newest first. Claims that somebody decided on are not in it, while the decision stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Row,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    union,
    union_all,
)

from secondsource.ledger.claim_rulings import CLAIM_DECISIONS
from secondsource.ledger.cursors import no_cursor, read_cursor, write_cursor
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

Condition: TypeAlias = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page begins: after the claim of this row number, among those of this reason."""

    rank: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tier:
    """The claims that stand in the queue for one reason: their columns, and what holds for them."""

    rank: int
    seq: ColumnElement[int]
    claim_id: ColumnElement[str]
    report_id: ColumnElement[str]
    holds: tuple[Condition, ...]

    def rows(self, begin: _Place) -> Select[*tuple[Any, ...]]:
        """The claims from ``begin`` on, the newest reading first."""
        query = select(
            literal(self.rank).label("rank"),
            self.seq.label("seq"),
            self.claim_id.label("id"),
            self.report_id.label("report_id"),
        ).where(*self.holds)
        if begin.rank == self.rank and begin.seq:
            query = query.where(self.seq < begin.seq)
        return query.order_by(self.seq.desc())


def queued(
    connection: Connection,
    wanted: QueueFilter,
    counts: Sequence[ReasonCount],
    *,
    after: str | None,
    size: int,
) -> Page[QueuedClaim]:
    """A page of the queue, in one statement that asks for the reasons alone which ``counts`` say
    it needs.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    begin = _read_cursor(after) if after is not None else _Place(rank=0, seq=0)
    chosen = _needed(_tiers(wanted), counts, begin, size)
    if not chosen:
        return Page(items=(), next=None)
    found = union_all(
        *(select(tier.rows(begin).limit(size + 1).subquery()) for tier in chosen)
    ).subquery()
    ordered = select(found).order_by(found.c.rank, found.c.seq.desc()).limit(size + 1)
    rows = connection.execute(ordered).all()
    more = _cursor(rows[size - 1]) if len(rows) > size else None
    return Page(items=tuple(map(_queued, rows[:size])), next=more)


def reason_counts(connection: Connection, wanted: QueueFilter) -> tuple[ReasonCount, ...]:
    """How many claims stand in the queue for each reason, in one statement; of those for one
    reason no more than `MOST_COUNTED` are counted."""
    tiers = _tiers(wanted)
    limited = [
        select(func.count())
        .select_from(select(tier.seq).where(*tier.holds).limit(MOST_COUNTED + 1).subquery())
        .scalar_subquery()
        for tier in tiers
    ]
    if not limited:
        return ()
    counts = connection.execute(select(*limited)).one()
    return tuple(
        ReasonCount(
            reason=_REASONS[tier.rank],
            count=min(count, MOST_COUNTED),
            more=count > MOST_COUNTED,
        )
        for tier, count in zip(tiers, counts, strict=True)
    )


def _needed(
    tiers: Iterable[_Tier], counts: Sequence[ReasonCount], begin: _Place, size: int
) -> list[_Tier]:
    """The reasons from ``begin`` on that fill a page."""
    number = {one.reason: one.count for one in counts}
    found: list[_Tier] = []
    sure = 0
    for tier in tiers:
        there = number.get(_REASONS[tier.rank], 0)
        if tier.rank >= begin.rank and there and sure <= size:
            found.append(tier)
            # How many of the reason that the page begins in are left is not known.
            sure += 0 if begin.seq and tier.rank == begin.rank else there
    return found


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
        .where(tie_claim.c.claim_id.in_(claims), tie.c.disputed.is_(True))
    )


def _tiers(wanted: QueueFilter) -> list[_Tier]:
    """The reasons asked for, each with the claims that stand there for it."""
    disputed, watched = _disputed().cte("disputed"), _watched(wanted).cte("watched")
    matters = (claim.c.seq.in_(select(told.c.seq)) for told in (disputed, watched))
    unsure = claim.c.confidence < LOW_CONFIDENCE
    earlier = [not_(one) for one in (*matters, unsure, exists(_one_origin()))]
    found = [
        _told(0, disputed, wanted, ()),
        _told(1, watched, wanted, (watched.c.seq.not_in(select(disputed.c.seq)),)),
        _made(2, wanted, (unsure, *earlier[:2])),
        _made(3, wanted, (exists(_one_origin()), *earlier[:3])),
        _made(4, wanted, tuple(earlier)),
    ]
    return [one for one in found if not wanted.reasons or _REASONS[one.rank] in wanted.reasons]


def _told(rank: int, told: CTE, wanted: QueueFilter, also: tuple[Condition, ...]) -> _Tier:
    """Claims that the standing picture gives, which all stand."""
    fits = _wanted(wanted, told.c.report_id)
    if wanted.types:
        types = select(literal(1)).where(claim.c.seq == told.c.seq, claim.c.type.in_(wanted.types))
        fits.append(exists(types.correlate(told)))
    return _Tier(
        rank=rank,
        seq=told.c.seq,
        claim_id=told.c.id,
        report_id=told.c.report_id,
        holds=(*also, *fits, _undecided(told, told.c.id)),
    )


def _made(rank: int, wanted: QueueFilter, also: tuple[Condition, ...]) -> _Tier:
    """Claims of the latest readings of reports that are not withdrawn."""
    latest = (
        select(func.max(extraction.c.seq))
        .where(extraction.c.report_id == claim.c.report_id)
        .correlate(claim)
        .scalar_subquery()
    )
    fits = _wanted(wanted, claim.c.report_id)
    if wanted.types:
        fits.append(claim.c.type.in_(wanted.types))
    stand = (claim.c.extraction_seq == latest, present(claim.c.report_id))
    return _Tier(
        rank=rank,
        seq=claim.c.seq,
        claim_id=claim.c.id,
        report_id=claim.c.report_id,
        holds=(*also, *fits, *stand, _undecided(claim, claim.c.id)),
    )


def _wanted(wanted: QueueFilter, report_id: ColumnElement[str]) -> list[Condition]:
    found: list[Condition] = []
    if wanted.reports:
        found.append(report_id.in_(wanted.reports))
    if wanted.outlets:
        outlets = select(report.c.id).where(report.c.outlet.in_(wanted.outlets))
        found.append(report_id.in_(outlets))
    return found


def _undecided(table: FromClause, claim_id: ColumnElement[str]) -> Condition:
    decided = select(literal(1)).where(
        decision.c.what.in_(CLAIM_DECISIONS),
        decision.c.subject == claim_id,
        decision.c.seq.not_in(select(decision_withdrawn.c.decision_seq)),
    )
    return ~exists(decided.correlate(table))


def _one_origin() -> Select[int]:
    return (
        select(literal(1))
        .select_from(event_claim.join(event, event.c.id == event_claim.c.event_id))
        .where(event_claim.c.claim_seq == claim.c.seq, event.c.origins == 1)
        .correlate(claim)
    )


def _rows_of(listed: Table) -> tuple[ColumnElement[Any], ...]:
    columns = (listed.c.claim_seq, listed.c.claim_id, listed.c.report_id)
    return tuple(
        column.label(name) for column, name in zip(columns, ("seq", "id", "report_id"), strict=True)
    )


def _disputed() -> CompoundSelect[Any]:
    """The claims about events and ties that are denied, and those that contradict others."""
    told: list[Select[Any]] = [
        select(*_rows_of(event_claim))
        .join(event, event.c.id == event_claim.c.event_id)
        .where(event.c.disputed.is_(True)),
        select(*_rows_of(tie_claim))
        .join(tie, tie.c.id == tie_claim.c.tie_id)
        .where(tie.c.disputed.is_(True)),
    ]
    for listed in (event_claim, tie_claim):
        for side in (contradiction.c.first, contradiction.c.second):
            told.append(select(*_rows_of(listed)).join(contradiction, side == listed.c.claim_id))
    return union(*told)


def _watched(wanted: QueueFilter) -> CompoundSelect[Any]:
    """The claims about what is watched."""
    acting = select(event_actor.c.event_id).where(event_actor.c.actor_id.in_(wanted.actors))
    there = select(event.c.id).where(event.c.place_id.in_(wanted.places))
    between = or_(
        *(and_(tie.c.one == min(pair), tie.c.other == max(pair)) for pair in wanted.pairs),
        tie.c.one.in_(wanted.actors),
        tie.c.other.in_(wanted.actors),
    )
    return union(
        select(*_rows_of(event_claim)).where(event_claim.c.event_id.in_(acting)),
        select(*_rows_of(event_claim)).where(event_claim.c.event_id.in_(there)),
        select(*_rows_of(tie_claim)).join(tie, tie.c.id == tie_claim.c.tie_id).where(between),
    )


def _queued(row: Row[*tuple[Any, ...]]) -> QueuedClaim:
    return QueuedClaim(
        claim=row.id,
        report=row.report_id,
        reason=_REASONS[row.rank],
    )


def _cursor(row: Row[*tuple[Any, ...]]) -> str:
    return write_cursor(row.rank, row.seq)


def _read_cursor(cursor: str) -> _Place:
    match read_cursor(cursor):
        case [int() as rank, int() as seq]:
            return _Place(rank=rank, seq=seq)
    raise no_cursor(cursor)
