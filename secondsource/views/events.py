"""What happened, by how many independent accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from secondsource.fusion import EventGroup
from secondsource.ledger import EventFilter, FoundClaim, Ledger, Page, Sort, StandingEvent
from secondsource.views.contexts import EventRow
from secondsource.views.contradictions import contradictions_about
from secondsource.views.evidence import evidence_of, quoted
from secondsource.views.paging import every
from secondsource.views.wire import event_to_record
from secondsource.views.wire_disputes import ContradictionRecord

ALL = EventFilter()
AT_ONCE = 100


def event_rows(
    ledger: Ledger, wanted: EventFilter = ALL, sort: Sort = Sort.TIME
) -> Iterator[EventRow]:
    """The events that fit, each with the words that it rests on, as they are read."""
    return every(lambda after: event_page(ledger, wanted, sort=sort, after=after, size=AT_ONCE))


def event_page(
    ledger: Ledger,
    wanted: EventFilter = ALL,
    *,
    sort: Sort = Sort.TIME,
    after: str | None = None,
    size: int = AT_ONCE,
) -> Page[EventRow]:
    """A page of events, each with the words that it rests on.

    Raises:
        UsageError: if ``after`` is no cursor of this order.
    """
    page = ledger.standing_events(wanted, sort=sort, after=after, size=size)
    return Page(items=_with_words(ledger, page.items), next=page.next)


def event_row(ledger: Ledger, event_id: str) -> EventRow:
    """The event with this id; raises `NotInLedger` if there is none."""
    return _with_words(ledger, (ledger.standing_event(event_id),))[0]


def _with_words(ledger: Ledger, events: Sequence[StandingEvent]) -> tuple[EventRow, ...]:
    found = ledger.claims_by_id(claim for one in events for claim in one.group.claims)
    disputes = contradictions_about(ledger, [one.group.id for one in events])
    return tuple(row_of(one.group, found, disputes.get(one.group.id, ())) for one in events)


def row_of(
    event: EventGroup,
    found: Mapping[str, FoundClaim],
    contradictions: Sequence[ContradictionRecord] = (),
) -> EventRow:
    """An event with the words of its claims, which are in ``found`` by id."""
    evidence = evidence_of(event, found)
    record = event_to_record(event, quoted(evidence), contradictions)
    return EventRow(record=record, evidence=evidence)
