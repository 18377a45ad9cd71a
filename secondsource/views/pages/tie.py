"""How two actors stood to each other: when it held, and since when it could be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from secondsource.errors import UsageError
from secondsource.fusion import TieState, earliest, latest, trace_ties
from secondsource.ledger import (
    EventFilter,
    FoundClaim,
    Ledger,
    StandingEvent,
    StandingTie,
    TieFilter,
)
from secondsource.views.contexts import EvidenceRow, TieRow, about
from secondsource.views.hindsight import published_by
from secondsource.views.pages.disputes import Dispute, disputes_of
from secondsource.views.pages.matters import EventLine, Named, event_line
from secondsource.views.picture import draw
from secondsource.views.ties import day_of
from secondsource.views.ties import row_of as tie_row_of
from secondsource.views.wire import TieRecord

STATES_SHOWN = 200
EVENTS_SHOWN = 60


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
    disputes: tuple[Dispute, ...] = field(metadata=about("Claims that contradict each other."))
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
    standing = ledger.standing_ties(TieFilter(between=between), size=STATES_SHOWN).items
    told = (
        _told_now(ledger, standing, day)
        if known_by is None
        else _told_then(ledger, between, as_of, known_by)
    )
    states = tuple(sorted((_state(row, told.held) for row in told.rows), key=_in_time))
    events = ledger.standing_events(EventFilter(between=between), size=EVENTS_SHOWN).items
    disputes = ledger.standing_contradictions([tie.state.id for tie in standing])
    days = [*_published(standing), *_held_days(standing)]
    return TieContext(
        between=_named(between, standing, events),
        as_of=as_of,
        known_by=known_by,
        states=states,
        hidden=max(0, len(standing) - len(states)),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        publications=tuple(sorted({*_published(standing), *_quoted(told.rows)})),
        disputes=disputes_of(disputes, told.found),
        events=tuple(map(event_line, events)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """States as some reports tell them, the claims of these reports, and which states held."""

    rows: tuple[TieRow, ...]
    found: Mapping[str, FoundClaim]
    held: frozenset[str] | None


def _told_now(ledger: Ledger, standing: tuple[StandingTie, ...], day: date | None) -> _Told:
    found = ledger.claims_by_id(claim for tie in standing for claim in tie.state.claims)
    rows = tuple(
        tie_row_of(tie.state, dict(zip(tie.state.between, tie.names, strict=True)), found)
        for tie in standing
    )
    if day is None or not standing:
        return _Told(rows=rows, found=found, held=None)
    wanted = TieFilter(between=standing[0].state.between, as_of=day)
    held = ledger.standing_ties(wanted, size=STATES_SHOWN).items
    return _Told(rows=rows, found=found, held=frozenset(tie.state.id for tie in held))


def _told_then(ledger: Ledger, between: tuple[str, str], as_of: str | None, known_by: str) -> _Told:
    """Traced anew from the reports published by then, with whom they copied as was known then."""
    kin = ledger.browse.kin_of_pair(between)
    read = [one for one in ledger.reports_by_id(kin).values() if published_by(one, known_by)]
    known = {one.id for one in read}
    picture = draw(read, [one.claim for one in ledger.browse.claims_in(known)])

    def traced(as_of: str | None) -> tuple[TieState, ...]:
        return trace_ties(
            picture.claims,
            picture.reports,
            picture.lineage,
            between=between,
            as_of=as_of,
            known_by=known_by,
        )

    rows = tuple(tie_row_of(state, picture.names, picture.found) for state in traced(None))
    held = frozenset(state.id for state in traced(as_of)) if as_of else None
    return _Told(rows=rows, found=picture.found, held=held)


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
    )


def _in_time(state: State) -> tuple[date, str, str]:
    return state.start_from or state.start_by or date.max, state.record.state.value, state.record.id


def _held_days(ties: Iterable[StandingTie]) -> set[date]:
    days = (day for tie in ties for day in (tie.start_day, tie.end_day))
    return {day for day in days if day is not None}


def _published(ties: Iterable[StandingTie]) -> set[date]:
    days = (day for tie in ties for day in (tie.first_published, tie.last_published))
    return {day for day in days if day is not None}


def _quoted(rows: Iterable[TieRow]) -> set[date]:
    days = (latest(words.published) for row in rows for words in row.evidence)
    return {day for day in days if day is not None}
