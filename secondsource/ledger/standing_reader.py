"""Reading the standing picture by the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    Integer,
    Row,
    Select,
    String,
    bindparam,
    select,
)

from secondsource.errors import NotInLedger
from secondsource.fusion import Contradiction
from secondsource.ledger.paging import PAGE, chunks
from secondsource.ledger.schema import report
from secondsource.ledger.standing_filters import (
    event_conditions,
    lineage_conditions,
    tie_conditions,
)
from secondsource.ledger.standing_order import EVENT_ORDERS, TIE_ORDERS, Order
from secondsource.ledger.standing_records import (
    EventFilter,
    LineageFilter,
    Page,
    Sort,
    StandingEvent,
    StandingLineage,
    StandingTie,
    TieFilter,
)
from secondsource.ledger.standing_rows import (
    EVENT_SHOWN,
    TIE_SHOWN,
    contradiction_of,
    event_of,
    lineage_of,
    tie_of,
)
from secondsource.ledger.standing_schema import contradiction, event, lineage, tie
from secondsource.ledger.working_schema import tie_sign

T = TypeVar("T")
Query = Select[*tuple[Any, ...]]
Reading = Callable[[Row[*tuple[Any, ...]]], T]

_LINEAGE_ORDER = Order(
    name="lineage", keys=((lineage.c.origin, False), (lineage.c.report_id, False))
)


def _shown() -> Query:
    """Lineage with what is shown of the report and of the one that it copies."""
    copied = report.alias("copied")
    return (
        select(lineage.c.report_id, lineage.c.origin, lineage.c.record)
        .add_columns(report.c.title, report.c.outlet, report.c.published)
        .add_columns(copied.c.outlet.label("copied_outlet"))
        .join(report, report.c.id == lineage.c.report_id)
        .outerjoin(copied, copied.c.id == lineage.c.copies)
    )


_ID = bindparam("id", type_=String)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
# Made once, as pages ask for these again and again: to make them takes longer than to run them.
_EVENT = select(*EVENT_SHOWN).where(event.c.id == _ID)
_TIE = select(*TIE_SHOWN).where(tie.c.id == _ID)
_LINEAGE_OF = _shown().where(lineage.c.report_id.in_(_IDS)).order_by(lineage.c.report_id)
_COPIES_OF = (
    _shown()
    .where(lineage.c.copies == _ID)
    .order_by(*_LINEAGE_ORDER.clauses())
    .limit(bindparam("most", type_=Integer))
)
_CONTRADICTIONS = (
    select(*contradiction.c)
    .where(contradiction.c.about.in_(_IDS))
    .order_by(contradiction.c.about, contradiction.c.id)
)


def events(
    connection: Connection, wanted: EventFilter, *, sort: Sort, after: str | None, size: int
) -> Page[StandingEvent]:
    """A page of the events that fit."""
    found = select(event.c.id).where(*event_conditions(connection, wanted).values())
    rows = connection.execute(_rows(EVENT_SHOWN, found, EVENT_ORDERS[sort], after, size)).all()
    return _page(rows, EVENT_ORDERS[sort], size, event_of)


def ties(
    connection: Connection, wanted: TieFilter, *, sort: Sort, after: str | None, size: int
) -> Page[StandingTie]:
    """A page of the ties that fit."""
    found = select(tie.c.id).where(*tie_conditions(connection, wanted).values())
    rows = connection.execute(_rows(TIE_SHOWN, found, TIE_ORDERS[sort], after, size)).all()
    return _page(rows, TIE_ORDERS[sort], size, tie_of)


def lineages(
    connection: Connection, wanted: LineageFilter, *, after: str | None, size: int
) -> Page[StandingLineage]:
    """A page of lineage records, those of one origin together."""
    query = _shown().where(*lineage_conditions(wanted))
    rows = connection.execute(_paged(query, _LINEAGE_ORDER, after, size)).all()
    return _page(rows, _LINEAGE_ORDER, size, lineage_of)


def _rows(
    shown: Sequence[Column[Any]], found: Query, order: Order, after: str | None, size: int
) -> Query:
    """The rows of one page, the ids of which are ``found`` first: only they are read whole."""
    ids = _paged(found, order, after, size)
    columns = dict.fromkeys((*shown, *(column for column, _ in order.keys)))
    return select(*columns).where(shown[0].in_(ids)).order_by(*order.clauses())


def _paged(query: Query, order: Order, after: str | None, size: int) -> Query:
    """The rows of one page, and one more where another page follows."""
    if after is not None:
        query = query.where(order.after(after))
    return query.order_by(*order.clauses()).limit(size + 1)


def _page(
    rows: Sequence[Row[*tuple[Any, ...]]], order: Order, size: int, read: Reading[T]
) -> Page[T]:
    more = order.cursor(rows[size - 1]) if len(rows) > size else None
    return Page(items=tuple(map(read, rows[:size])), next=more)


def copies_of(connection: Connection, report_id: str, most: int) -> tuple[StandingLineage, ...]:
    """The lineage of reports that copy or cite this one (id), those of one origin together."""
    rows = connection.execute(_COPIES_OF, {"id": report_id, "most": most})
    return tuple(map(lineage_of, rows))


def find_event(connection: Connection, event_id: str) -> StandingEvent:
    """The event with this id.

    Raises:
        NotInLedger: if there is none.
    """
    row = connection.execute(_EVENT, {"id": event_id}).one_or_none()
    if row is None:
        raise NotInLedger(event_id, "no event has this id", "list them with `secondsource events`")
    return event_of(row)


def find_tie(connection: Connection, tie_id: str) -> StandingTie:
    """The tie with this id.

    Raises:
        NotInLedger: if there is none.
    """
    row = connection.execute(_TIE, {"id": tie_id}).one_or_none()
    if row is None:
        raise NotInLedger(tie_id, "no tie has this id", "list them with `secondsource ties`")
    return tie_of(row)


def lineage_by_report(
    connection: Connection, reports: Iterable[str]
) -> tuple[StandingLineage, ...]:
    """The lineage of these reports, in the order of their ids."""
    return tuple(
        lineage_of(row)
        for some in chunks(sorted(set(reports)), PAGE)
        for row in connection.execute(_LINEAGE_OF, {"ids": some})
    )


def kin_of_pair(connection: Connection, between: tuple[str, str]) -> tuple[StandingLineage, ...]:
    """The lineage of the reports that say something of the ties of two actors, and of all that
    share an origin with one of them, in the order of their ids."""
    one, other = sorted(between)
    told = select(tie_sign.c.report_id).where(tie_sign.c.one == one, tie_sign.c.other == other)
    origins = select(lineage.c.origin).where(lineage.c.report_id.in_(told))
    query = _shown().where(lineage.c.origin.in_(origins)).order_by(lineage.c.report_id)
    return tuple(map(lineage_of, connection.execute(query)))


def contradictions(connection: Connection, about: Sequence[str]) -> tuple[Contradiction, ...]:
    """The contradictions about these events and ties, those about one together."""
    return tuple(_contradictions(connection, sorted(set(about))))


def _contradictions(connection: Connection, about: Sequence[str]) -> Iterator[Contradiction]:
    for some in chunks(about, PAGE):
        yield from map(contradiction_of, connection.execute(_CONTRADICTIONS, {"ids": some}))
