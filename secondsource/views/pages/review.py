"""The review of claims: the queue, one claim beside its report, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from secondsource.claims import Claim, claim_from_record
from secondsource.ledger import (
    LOGGED_DECISIONS,
    LOW_CONFIDENCE,
    Circumstance,
    Decision,
    FoundClaim,
    Ledger,
    QueuedClaim,
    QueueFilter,
    ReasonCount,
    WatchEntry,
    claim_ruling_of,
)
from secondsource.views.agreement import FieldAgreement
from secondsource.views.claims import claim_row
from secondsource.views.contexts import ClaimRow, about
from secondsource.views.decided import DecisionRow, decision_row
from secondsource.views.pages.listing import Facet, FacetValue
from secondsource.views.pages.pieces import Piece, pieces_of
from secondsource.views.pages.review_choices import Choices, choices
from secondsource.views.wording import called

LAST_DECISIONS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """A claim that is to be reviewed."""

    row: ClaimRow = field(metadata=about("The claim in words and as the contract's record."))
    reason: str = field(metadata=about("The first reason why it is to be reviewed."))
    because: tuple[str, ...] = field(metadata=about("All reasons, in words."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimUnderReview:
    """The claim to decide on, beside the report's words."""

    row: ClaimRow = field(metadata=about("The claim in words and as the contract's record."))
    stands: bool = field(metadata=about("Whether it stands; not where a reviewer rejected it."))
    because: tuple[str, ...] = field(metadata=about("Why it is to be reviewed, in words."))
    name: str = field(metadata=about("What to call the report."))
    pieces: tuple[Piece, ...] = field(
        metadata=about("The report's text, split where anything changes.")
    )
    event: str | None = field(metadata=about("Id of the event that it is about, if it is."))
    event_claims: int = field(metadata=about("How many claims are about that event."))
    seen: int | None = field(
        metadata=about("Number of the last standing decision about it; send it with yours.")
    )
    decisions: tuple[DecisionRow, ...] = field(
        metadata=about("What was decided about it, the newest first, what was undone too.")
    )
    before: str | None = field(metadata=about("Id of the claim before it on this page."))
    after: str | None = field(metadata=about("Id of the claim after it on this page."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """What is to be reviewed."""

    rows: tuple[QueueLine, ...] = field(metadata=about("Claims to review, what matters first."))
    next: str | None = field(metadata=about("The `_next` of the claims after these."))
    facets: tuple[Facet, ...] = field(metadata=about("What the queue can be narrowed by."))
    claim: ClaimUnderReview | None = field(
        metadata=about("The claim asked for, else the first; nothing where none is left.")
    )
    recent: tuple[DecisionRow, ...] = field(metadata=about("The last ten decisions."))
    choices: Choices = field(metadata=about("What may be chosen for each field."))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsContext:
    """Decisions of reviewers."""

    rows: tuple[DecisionRow, ...] = field(metadata=about("The newest first, those undone too."))
    next: str | None = field(metadata=about("The `_next` of the decisions before these."))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContext:
    """How far reviewers agree."""

    rows: tuple[FieldAgreement, ...] = field(metadata=about("One row a field of claims."))


def decisions_context(
    ledger: Ledger, *, subject: str | None, after: str | None, size: int
) -> DecisionsContext:
    """The decisions about claims, events and actors, or about one ``subject``, from ``after`` on.

    Raises:
        UsageError: if ``after`` is no cursor.
    """
    page = ledger.reviews.page(LOGGED_DECISIONS, subject=subject, after=after, size=size)
    return DecisionsContext(rows=tuple(map(decision_row, page.items)), next=page.next)


def review_context(
    ledger: Ledger, wanted: QueueFilter, *, claim: str | None, after: str | None, size: int
) -> ReviewContext:
    """The queue from ``after`` on, and the claim with the id ``claim``, else the first there.

    Raises:
        NotInLedger: if the present picture has no such claim.
        UsageError: if ``after`` is no cursor.
    """
    watches = ledger.watches.all()
    wanted = watching(wanted, watches)
    counts = ledger.reviews.reason_counts(replace(wanted, reasons=()))
    page = ledger.reviews.queue(wanted, counts=counts, after=after, size=size)
    chosen = claim or next((one.claim for one in page.items), None)
    known = _known(ledger, page.items, watches, chosen)
    log = ledger.reviews.recent(LOGGED_DECISIONS, most=LAST_DECISIONS, subject=chosen)
    return ReviewContext(
        rows=tuple(known.lines(page.items)),
        next=page.next,
        facets=(_reasons(counts, wanted),),
        claim=_under_review(ledger, chosen, known, log) if chosen else None,
        recent=tuple(map(decision_row, log[:LAST_DECISIONS])),
        choices=choices(),
    )


def queue_lines(ledger: Ledger, wanted: QueueFilter, *, size: int) -> tuple[QueueLine, ...]:
    """The first claims to review, each with its reasons."""
    watches = ledger.watches.all()
    page = ledger.reviews.queue(watching(wanted, watches), size=size)
    return tuple(_known(ledger, page.items, watches, None).lines(page.items))


def watching(wanted: QueueFilter, watches: Iterable[WatchEntry]) -> QueueFilter:
    """``wanted`` with all that is watched."""
    watched = [one.watched for one in watches]
    return replace(
        wanted,
        actors=tuple(sorted({actor for one in watched for actor in one.actors})),
        places=tuple(sorted({place for one in watched for place in one.places})),
        pairs=tuple(sorted({one.tie for one in watched if one.tie})),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The claims of a page with what is known of them, each read once."""

    listed: tuple[str, ...]
    found: Mapping[str, FoundClaim]
    around: Mapping[str, Circumstance]
    watches: tuple[WatchEntry, ...]

    def because(self, claim_id: str) -> tuple[str, ...]:
        """Why a claim is to be reviewed."""
        told = self.found.get(claim_id)
        return tuple(_because(told.claim, self.around[claim_id], self.watches)) if told else ()

    def lines(self, queued: Iterable[QueuedClaim]) -> Iterator[QueueLine]:
        """The claims of a page of the queue."""
        for one in queued:
            told = self.found.get(one.claim)
            if told is not None:
                row = claim_row(told.claim, told.report)
                because = self.because(one.claim)
                yield QueueLine(row=row, reason=one.reason.value, because=because)


def _known(
    ledger: Ledger,
    queued: Iterable[QueuedClaim],
    watches: tuple[WatchEntry, ...],
    chosen: str | None,
) -> _Known:
    listed = tuple(one.claim for one in queued)
    ids = list(dict.fromkeys([*listed, *([chosen] if chosen else [])]))
    return _Known(
        listed=listed,
        found=ledger.claims_by_id(ids),
        around=ledger.reviews.circumstances(ids),
        watches=watches,
    )


def _under_review(
    ledger: Ledger, chosen: str, known: _Known, log: Iterable[Decision]
) -> ClaimUnderReview:
    about_it = [one for one in log if one.decided.subject == chosen]
    standing = [one.id for one in about_it if one.withdrawn_at is None]
    told = known.found.get(chosen) or _as_decided(ledger, chosen, about_it)
    around = known.around[chosen]
    listed = known.listed
    at = listed.index(chosen) if chosen in listed else -1
    return ClaimUnderReview(
        row=claim_row(told.claim, told.report),
        stands=chosen in known.found,
        because=known.because(chosen),
        name=called(told.report),
        pieces=pieces_of(told.report, [told.claim]),
        event=around.event,
        event_claims=around.claims or 0,
        seen=max(standing, default=None),
        decisions=tuple(map(decision_row, about_it)),
        before=listed[at - 1] if at > 0 else None,
        after=listed[at + 1] if at + 1 < len(listed) else None,
    )


def _as_decided(ledger: Ledger, claim_id: str, decided: Iterable[Decision]) -> FoundClaim:
    """A claim that stands no more, as it was before the last decision about it.

    Raises:
        NotInLedger: if nobody decided on it.
    """
    rulings = map(claim_ruling_of, decided)
    record = next((one.before or one.after for one in rulings if one), None)
    if record is None:
        return ledger.reviews.claim(claim_id)
    report = ledger.report(record.report.id)
    return FoundClaim(claim=claim_from_record(record, report.text), report=report)


def _because(claim: Claim, around: Circumstance, watches: Iterable[WatchEntry]) -> Iterator[str]:
    if around.disputing and around.claims:
        yield _denied(around.disputing, around.claims)
    if around.tie_disputed:
        yield "the tie is disputed"
    if around.kinds:
        yield f"contradicts another claim: {', '.join(around.kinds)}"
    yield from (f"watched: {one.name}" for one in watches if _concerns(one, claim))
    if claim.confidence < LOW_CONFIDENCE:
        yield f"low confidence ({claim.confidence:.2f})"
    if around.origins == 1:
        yield "one origin only"


def _denied(disputing: int, claims: int) -> str:
    if disputing == claims:
        return "the event is denied, and nobody asserts it"
    denying = "1 denies" if disputing == 1 else f"{disputing} deny"
    return f"{denying} the event, of {claims} claims about it"


def _concerns(one: WatchEntry, claim: Claim) -> bool:
    ids = {party.id for party in (*claim.actors, *claim.recipients)}
    watched = one.watched
    return (
        not ids.isdisjoint(watched.actors)
        or (watched.tie is not None and ids.issuperset(watched.tie))
        or (claim.place is not None and claim.place.geonames_id in watched.places)
    )


def _reasons(counts: Iterable[ReasonCount], wanted: QueueFilter) -> Facet:
    return Facet(
        name="reason",
        values=tuple(
            FacetValue(
                value=one.reason.value,
                label=f"{one.reason.value}{', more than' if one.more else ''}",
                count=one.count,
                chosen=one.reason in wanted.reasons,
            )
            for one in counts
            if one.count or one.reason in wanted.reasons
        ),
    )
