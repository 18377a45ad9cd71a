"""How two actors stood to each other: when it held, and since when it could be known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from secondsource.errors import UsageError
from secondsource.fusion import earliest, latest
from secondsource.ledger import EventFilter, Ledger, TieFilter
from secondsource.views.contexts import EvidenceRow, TieRow, about
from secondsource.views.pages.disputes import Dispute, disputes_of
from secondsource.views.pages.matters import EventLine, Named, event_line
from secondsource.views.ties import day_of, ties_known_by
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
    between = (one, other)
    standing = ledger.standing_ties(TieFilter(between=between), size=STATES_SHOWN).items
    found = ledger.claims_by_id(claim for tie in standing for claim in tie.state.claims)
    names = {key: name for tie in standing for key, name in _pairs(tie.state.between, tie.names)}
    by_now = tuple(tie_row_of(tie.state, names, found) for tie in standing)
    told = ties_known_by(ledger, known_by, between=between) if known_by else by_now
    held = _held(ledger, between, as_of, known_by)
    states = sorted((_state(row, held) for row in told), key=_in_time)
    published = _published(by_now)
    events = ledger.standing_events(EventFilter(between=between), size=EVENTS_SHOWN).items
    named = {key: name for event in events for key, name in event.group.actors if key} | names
    days = [*published, *(day for row in by_now for day in _edges(_state(row, None)))]
    return TieContext(
        between=(
            Named(id=one, name=named.get(one, one)),
            Named(id=other, name=named.get(other, other)),
        ),
        as_of=as_of,
        known_by=known_by,
        states=tuple(states),
        hidden=max(0, len(by_now) - len(states)),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        publications=tuple(sorted(published)),
        disputes=disputes_of(
            ledger.standing_contradictions([tie.state.id for tie in standing]), found
        ),
        events=tuple(map(event_line, events)),
    )


def _pairs(keys: tuple[str, str], names: tuple[str, str]) -> Iterable[tuple[str, str]]:
    return zip(keys, names, strict=True)


def _held(
    ledger: Ledger, between: tuple[str, str], as_of: str | None, known_by: str | None
) -> frozenset[str] | None:
    """Ids of the states that held on the day asked about."""
    day = day_of(as_of, "as_of")
    if day is None:
        return None
    if known_by is not None:
        rows = ties_known_by(ledger, known_by, between=between, as_of=as_of)
        return frozenset(row.record.id for row in rows)
    wanted = TieFilter(between=between, as_of=day)
    return frozenset(tie.state.id for tie in ledger.standing_ties(wanted, size=STATES_SHOWN).items)


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


def _edges(state: State) -> list[date]:
    return [day for day in (state.start_from, state.start_by, state.end_by) if day is not None]


def _published(rows: Iterable[TieRow]) -> set[date]:
    days = (latest(words.published) for row in rows for words in row.evidence)
    return {day for day in days if day is not None}
