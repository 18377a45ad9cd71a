"""What leaves the ledger: the claims, events and ties that fit the filters.

An event or a tie leaves whole, with all its claims, since its verdict rests on all of them. A
report leaves, with its lineage, if one of its claims fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from secondsource.annotations import ActorKind
from secondsource.claims import ClaimRecord, claim_to_record
from secondsource.exports.privacy import PrivatePersons, named_in, persons_named
from secondsource.ledger import ClaimFilter, EventFilter, Ledger, TieFilter
from secondsource.views import (
    EventRecord,
    LineageRecord,
    ReportRow,
    TieRecord,
    actor_rows,
    claim_records,
    event_rows,
    lineage_rows,
    report_rows,
    tie_rows,
)

_AT_ONCE = 100
_ALL_CLAIMS = ClaimFilter()
_ALL_EVENTS = EventFilter()
_ALL_TIES = TieFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims, events and ties leave; ``ties`` is ``None`` where none can fit."""

    claims: ClaimFilter = _ALL_CLAIMS
    events: EventFilter = _ALL_EVENTS
    ties: TieFilter | None = _ALL_TIES


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A ledger, the filters in force, and whose names to mask."""

    ledger: Ledger
    filters: Filters
    persons: PrivatePersons


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An event with all claims about it, in the order of the event's own list."""

    event: EventRecord
    claims: tuple[ClaimRecord, ...]

    @property
    def supporting(self) -> tuple[ClaimRecord, ...]:
        """The claims that say that it is so."""
        return tuple(claim for claim in self.claims if claim.id in self.event.supporting)


def filters_of(wanted: ClaimFilter) -> Filters:
    """The same filters for claims, events and ties, as far as each has what they ask for.

    A tie has no place, so that none fits a filter of places or countries.
    """
    reports = (wanted.report,) if wanted.report else ()
    actors = (wanted.actor,) if wanted.actor else ()
    events = EventFilter(
        actors=actors,
        between=wanted.between,
        types=(wanted.type,) if wanted.type else (),
        modalities=(wanted.modality.value,) if wanted.modality else (),
        places=(wanted.place,) if wanted.place is not None else (),
        countries=(wanted.country,) if wanted.country else (),
        since=wanted.since,
        until=wanted.until,
        reports=reports,
    )
    ties = TieFilter(
        actors=actors,
        between=wanted.between,
        states=(wanted.type,) if wanted.type else (),
        since=wanted.since,
        until=wanted.until,
        reports=reports,
    )
    placed = wanted.place is not None or wanted.country is not None
    return Filters(claims=wanted, events=events, ties=None if placed else ties)


def select(ledger: Ledger, filters: Filters = EVERYTHING, *, unmasked: bool = False) -> Selection:
    """What an export is written from; private persons are masked unless told otherwise.

    Persons are numbered over the whole ledger, so that one has the same number in every export.
    """
    persons = persons_named(() if unmasked else _named(ledger))
    return Selection(ledger=ledger, filters=filters, persons=persons)


def _named(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The private persons whom claims name, then those whom reports only mention."""
    for claim in claim_records(ledger, _ALL_CLAIMS):
        yield from named_in(claim)
    for row in actor_rows(ledger):
        if row.kind is ActorKind.PRIVATE_PERSON:
            yield row.id, row.name


def claims_of(selection: Selection) -> Iterator[ClaimRecord]:
    """The claims that fit."""
    return selection.persons.masked(claim_records(selection.ledger, selection.filters.claims))


def events_of(selection: Selection) -> Iterator[EventRecord]:
    """The events that fit."""
    rows = event_rows(selection.ledger, selection.filters.events)
    return selection.persons.masked(row.record for row in rows)


def ties_of(selection: Selection) -> Iterator[TieRecord]:
    """The ties that fit."""
    wanted = selection.filters.ties
    rows = iter(()) if wanted is None else tie_rows(selection.ledger, wanted)
    return selection.persons.masked(row.record for row in rows)


def lineage_of(selection: Selection) -> Iterator[LineageRecord]:
    """The lineage of each report that makes a claim that fits."""
    reports = _reports(selection)
    rows = (row.record for row in lineage_rows(selection.ledger))
    found = (one for one in rows if reports is None or one.report in reports)
    return selection.persons.masked(found)


def reports_of(selection: Selection) -> Iterator[ReportRow]:
    """The reports that make a claim that fits; without filters all of them, also silent ones."""
    reports = _reports(selection)
    for row in report_rows(selection.ledger):
        if reports is None or row.id in reports:
            yield selection.persons.masked_row(row)


def accounts_of(selection: Selection) -> Iterator[Account]:
    """The events that fit, each with all its claims."""
    events = events_of(selection)
    while some := list(islice(events, _AT_ONCE)):
        known = _claims_by_id(selection, [key for event in some for key in event.claims])
        for event in some:
            yield Account(event=event, claims=tuple(known[key] for key in event.claims))


def _claims_by_id(selection: Selection, ids: Sequence[str]) -> dict[str, ClaimRecord]:
    found = selection.ledger.claims_by_id(ids)
    records = (claim_to_record(one.claim, one.report) for one in found.values())
    return dict(zip(found, selection.persons.masked(records), strict=True))


def _reports(selection: Selection) -> set[str] | None:
    """Ids of the reports that make a claim that fits; ``None`` where no filter is in force."""
    if selection.filters.claims == _ALL_CLAIMS:
        return None
    return {one.claim.report_id for one in selection.ledger.claims(selection.filters.claims)}
