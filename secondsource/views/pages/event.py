"""One event: who tells what of it, where they agree and differ, and how many independent of each
other they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from secondsource.claims import Claim, report_to_record
from secondsource.fusion import EventGroup, FusedCount
from secondsource.ledger import FoundClaim, Ledger, StandingEvent, StandingLineage
from secondsource.text import Evidence, Span
from secondsource.views.chains import source_of
from secondsource.views.contexts import about
from secondsource.views.evidence import evidence_of, quoted
from secondsource.views.pages.disputes import Dispute, disputes_of
from secondsource.views.pages.matters import EventLine, event_line
from secondsource.views.wire import EventRecord, event_to_record
from secondsource.views.wording import called, quote_of, stance_of, when

ACCOUNTS_SHOWN = 200
"""Claims to set side by side; an event that more are about says how many there are."""


class Agreement(Enum):
    """How one account's field stands to the event's."""

    AGREES = "agrees"
    DIFFERS = "differs"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field of one account."""

    values: tuple[str, ...] = field(metadata=about("What the account says; empty where nothing."))
    agreement: Agreement = field(metadata=about("How that stands to what the event is held to be."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one claim tells of the event."""

    claim: str = field(metadata=about("Id of the claim."))
    report: str = field(metadata=about("Id of the report."))
    name: str = field(metadata=about("Whose account: the outlet, else the report's title or file."))
    outlet: str | None = field(metadata=about("Who published the report."))
    published: str | None = field(metadata=about("When, in EDTF."))
    relation: str | None = field(
        metadata=about("Whether the report is a reprint, a rewrite, cites another, or is its own.")
    )
    source: str | None = field(metadata=about("Whoever is said to have said it first."))
    stance: str = field(metadata=about("How it is put: asserted, denied, planned, hedged, …"))
    side: str = field(metadata=about("Which side it takes: supports, disputes or mentions."))
    sentence: str = field(metadata=about("The report's own words."))
    cells: tuple[Cell, ...] = field(metadata=about("One cell a field, in the order of `fields`."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The accounts that rest on one origin of information."""

    id: str | None = field(metadata=about("Id of the origin; nothing where it is not traced."))
    agency: str | None = field(metadata=about("The agency that its reports go back to."))
    reports: int = field(metadata=about("How many of the reports shown are of this origin."))
    accounts: tuple[Account, ...] = field(metadata=about("In the order of publication."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventContext:
    """One event."""

    line: EventLine = field(metadata=about("The event in one line."))
    record: EventRecord = field(metadata=about("The event as the machine contract writes it."))
    fields: tuple[str, ...] = field(metadata=about("The fields that accounts are compared in."))
    held: tuple[tuple[str, ...], ...] = field(
        metadata=about("What the event is held to be, one entry a field.")
    )
    origins: tuple[Origin, ...] = field(
        metadata=about("The accounts by origin, the origin with most reports first.")
    )
    hidden: int = field(metadata=about("How many accounts are not shown, where there are many."))
    disputes: tuple[Dispute, ...] = field(metadata=about("Claims that contradict each other."))


Told = tuple[tuple[str, Evidence], ...]
"""What a claim says in one field: values, each with the words that give it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A field that accounts are compared in: its name, and its values in a claim and an event."""

    name: str
    told: Callable[[Claim], Told]
    held: Callable[[EventGroup], tuple[str, ...]]


_FIELDS = (
    _Field(
        name="who",
        told=lambda claim: tuple((party.name, party.words) for party in claim.actors),
        held=lambda event: tuple(name for _, name in event.actors),
    ),
    _Field(
        name="to whom",
        told=lambda claim: tuple((party.name, party.words) for party in claim.recipients),
        held=lambda event: tuple(name for _, name in event.recipients),
    ),
    _Field(
        name="where",
        told=lambda claim: ((claim.place.name, claim.place.words),) if claim.place else (),
        held=lambda event: (event.place.name,) if event.place else (),
    ),
    _Field(
        name="when",
        told=lambda claim: ((when(claim.time), claim.time.words),) if claim.time else (),
        held=lambda event: (event.edtf,) if event.edtf else (),
    ),
    _Field(
        name="how many",
        told=lambda claim: tuple(
            (f"{count.words.text} ({count.role.value})", count.words) for count in claim.quantities
        ),
        held=lambda event: tuple(count_in_words(count) for count in event.counts),
    ),
)


def event_context(ledger: Ledger, event_id: str) -> EventContext:
    """The event with this id.

    Raises:
        NotInLedger: if there is none.
    """
    one = ledger.standing_event(event_id)
    found = ledger.claims_by_id(one.group.claims)
    lineage = {
        row.lineage.report_id: row
        for row in ledger.standing_lineage({claim.report.id for claim in found.values()})
    }
    disputes = disputes_of(ledger.standing_contradictions([event_id]), found)
    return _context(one, found, lineage, disputes)


def _context(
    one: StandingEvent,
    found: Mapping[str, FoundClaim],
    lineage: Mapping[str, StandingLineage],
    disputes: tuple[Dispute, ...],
) -> EventContext:
    event = one.group
    evidence = evidence_of(event, found)
    shown = [found[key] for key in event.claims if key in found][:ACCOUNTS_SHOWN]
    accounts = [(_account(claim, event, lineage, disputes), claim.report.id) for claim in shown]
    return EventContext(
        line=event_line(one),
        record=event_to_record(event, quoted(evidence)),
        fields=tuple(compared.name for compared in _FIELDS),
        held=tuple(compared.held(event) for compared in _FIELDS),
        origins=_origins(accounts, lineage),
        hidden=len(event.claims) - len(shown),
        disputes=disputes,
    )


def _account(
    found: FoundClaim,
    event: EventGroup,
    lineage: Mapping[str, StandingLineage],
    disputes: Sequence[Dispute],
) -> Account:
    claim, report = found.claim, report_to_record(found.report)
    traced = lineage.get(report.id)
    differing = [
        side.span
        for dispute in disputes
        for side in (dispute.first, dispute.second)
        if side.claim == claim.id
    ]
    return Account(
        claim=claim.id,
        report=report.id,
        name=report.outlet or called(found.report),
        outlet=report.outlet,
        published=report.published,
        relation=traced.lineage.relation.value if traced else None,
        source=source_of(claim),
        stance=stance_of(claim),
        side=_side(claim.id, event),
        sentence=quote_of(claim),
        cells=tuple(_cell(compared.told(claim), differing) for compared in _FIELDS),
    )


def _side(claim_id: str, event: EventGroup) -> str:
    if claim_id in event.disputing:
        return "disputes"
    return "supports" if claim_id in event.supporting else "mentions"


def _cell(told: Told, differing: Sequence[Span]) -> Cell:
    """Values differ from another account's where a contradiction rests on their words."""
    differs = any(words.span.overlaps(span) for _, words in told for span in differing)
    stands = Agreement.DIFFERS if differs else Agreement.AGREES if told else Agreement.SILENT
    return Cell(values=tuple(dict.fromkeys(value for value, _ in told)), agreement=stands)


def _origins(
    accounts: Iterable[tuple[Account, str]], lineage: Mapping[str, StandingLineage]
) -> tuple[Origin, ...]:
    groups: dict[str | None, list[Account]] = {}
    for account, report in accounts:
        origin = lineage[report].lineage.origin if report in lineage else None
        groups.setdefault(origin, []).append(account)
    return tuple(
        sorted(
            (_origin(key, group, lineage) for key, group in groups.items()),
            key=lambda origin: (-origin.reports, origin.id or ""),
        )
    )


def _origin(
    key: str | None, accounts: list[Account], lineage: Mapping[str, StandingLineage]
) -> Origin:
    traced = [lineage[one.report].lineage for one in accounts if one.report in lineage]
    return Origin(
        id=key,
        agency=next((one.agency for one in traced if one.agency), None),
        reports=len({one.report for one in accounts}),
        accounts=tuple(sorted(accounts, key=lambda one: (one.published or "9999", one.claim))),
    )


def count_in_words(count: FusedCount) -> str:
    """ "12 to 20 killed, most say 14"."""
    low, best, high = (
        None if figure is None else f"{figure:,g}" for figure in (count.low, count.best, count.high)
    )
    span = f"{low} to {high}" if low and high and low != high else low or high or best or "some"
    most = f", most say {best}" if best and best != span else ""
    sort = count.category.value if count.category else count.unit or ""
    return " ".join(part for part in (span, sort, count.role.value) if part) + most
