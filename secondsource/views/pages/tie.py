"""How two actors stood to each other: when it held, and since when it could be known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from secondsource.errors import UsageError
from secondsource.fusion import earliest, latest
from secondsource.ledger import Ledger, StandingEvent, StandingTie
from secondsource.views.contexts import EvidenceRow, TieRow, about
from secondsource.views.pages.disputes import Dispute, disputes_of
from secondsource.views.pages.matters import EventLine, Named, event_line
from secondsource.views.pages.tie_told import STATES_SHOWN, Told, told_now, told_then
from secondsource.views.ties import day_of
from secondsource.views.wire import TieRecord

EVENTS_SHOWN = 60
DISPUTES_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of the relation, with the days that its interval may mean."""

    record: TieRecord = field(metadata=about("The tie as the machine contract writes it."))
    start_from: date | None = field(metadata=about("The first day on which it may have begun."))
    start_by: date | None = field(metadata=about("The last day on which it may have begun."))
    end_by: date | None = field(metadata=about("The last day on which it may have ended."))
    holds: bool | None = field(
        metadata=about("Whether it held on the day asked about; nothing where none was asked.")
    )
    evidence: tuple[EvidenceRow, ...] = field(metadata=about("The words that it rests on."))
    hidden: int = field(
        metadata=about("How many of its claims are not among these, where there are many.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TieContext:
    """Two actors and the states of their relation."""

    between: tuple[Named, Named] = field(metadata=about("The two actors."))
    as_of: str | None = field(metadata=about("The day on which states are asked to hold."))
    known_by: str | None = field(
        metadata=about("The day by which reports had to be published to count.")
    )
    states: tuple[State, ...] = field(metadata=about("In the order of their beginning."))
    hidden: int = field(
        metadata=about("How many states are known by now that were not known by then.")
    )
    first_day: date | None = field(metadata=about("The first day that any state speaks of."))
    last_day: date | None = field(metadata=about("The last day of a state or of a report."))
    publications: tuple[date, ...] = field(
        metadata=about("The days on which reports about the relation were published.")
    )
    disputes: tuple[Dispute, ...] = field(
        metadata=about("Claims that contradict each other, thirty pairs at most.")
    )
    events: tuple[EventLine, ...] = field(
        metadata=about("Events that both took part in, in the order of time.")
    )


def tie_context(
    ledger: Ledger, one: str, other: str, *, as_of: str | None = None, known_by: str | None = None
) -> TieContext:
    """The relation of two actors (ids), as it stands or as it was known by a day (EDTF).

    Raises:
        UsageError: if both are one, or a date is not a dated EDTF value.
    """
    if one == other:
        raise UsageError(one, "a tie is between two actors", "name another one")
    between, day = (one, other), day_of(as_of, "as_of")
    day_of(known_by, "known_by")
    standing = ledger.browse.ties_of_both(between, most=STATES_SHOWN)
    disputes = ledger.standing_contradictions([tie.state.id for tie in standing])[:DISPUTES_SHOWN]
    told = (
        told_now(ledger, standing, disputes, day)
        if known_by is None
        else told_then(ledger, between, day, known_by)
    )
    states = tuple(sorted((_state(row, told.held) for row in told.rows), key=_in_time))
    events = ledger.browse.events_of_both(between, most=EVENTS_SHOWN)
    days = [*_published(standing), *_held_days(standing)]
    return TieContext(
        between=_named(between, standing, events),
        as_of=as_of,
        known_by=known_by,
        states=states,
        hidden=max(0, len(standing) - len(states)),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        publications=tuple(sorted({*_published(standing), *_told_on(told)})),
        disputes=disputes_of(disputes, told.found),
        events=tuple(map(event_line, events)),
    )


def _named(
    between: tuple[str, str], ties: Sequence[StandingTie], events: Sequence[StandingEvent]
) -> tuple[Named, Named]:
    named = {
        key: name
        for event in events
        for key, name in (*event.group.actors, *event.group.recipients)
    }
    for tie in ties:
        named |= dict(zip(tie.state.between, tie.names, strict=True))
    one, other = between
    return Named(id=one, name=named.get(one, one)), Named(id=other, name=named.get(other, other))


def _state(row: TieRow, held: frozenset[str] | None) -> State:
    record = row.record
    return State(
        record=record,
        start_from=earliest(record.start),
        start_by=latest(record.start),
        end_by=latest(record.end),
        holds=None if held is None else record.id in held,
        evidence=row.evidence,
        hidden=len(record.claims) - len({words.claim for words in row.evidence}),
    )


def _in_time(state: State) -> tuple[date, str, str]:
    return state.start_from or state.start_by or date.max, state.record.state.value, state.record.id


def _held_days(ties: Iterable[StandingTie]) -> set[date]:
    days = (day for tie in ties for day in (tie.start_day, tie.end_day))
    return {day for day in days if day is not None}


def _published(ties: Iterable[StandingTie]) -> set[date]:
    days = (day for tie in ties for day in (tie.first_published, tie.last_published))
    return {day for day in days if day is not None}


def _told_on(told: Told) -> set[date]:
    days = (latest(words.published) for row in told.rows for words in row.evidence)
    return {day for day in days if day is not None}
