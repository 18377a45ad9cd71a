"""The review of claims: the page, and what a reviewer does to claims and events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import Field
from starlette.responses import Response

from secondsource.ledger import QueueFilter, QueueReason, Seen
from secondsource.pipeline import (
    CorrectionGiven,
    WordsGiven,
    Workspace,
    claim_seen,
    correction_of,
    span_of,
)
from secondsource.views import (
    AgreementContext,
    DecisionRow,
    DecisionsContext,
    FieldAgreement,
    ReviewContext,
    agreement_of,
    decision_row,
    decisions_context,
    review_context,
)
from secondsource.web.guard import ReviewerParameter
from secondsource.web.pages import Page, add_page, json_answer
from secondsource.web.parameters import (
    LedgerParameter,
    NextParameter,
    SizeParameter,
    ValuesParameter,
    choices,
)
from secondsource.web.sent import ClaimDecided, Decided, who_decides
from secondsource.web.tables import AGREEMENT

router = APIRouter(tags=["review"])
QUEUE_SIZE = 20
_MOST_CLAIMS = 500


class Corrected(ClaimDecided):
    """The fields of a claim that read otherwise."""

    change: CorrectionGiven


class Added(Decided):
    """A claim that was missed: its type and other fields, the words that carry the type, and the
    sentences that it rests on."""

    change: CorrectionGiven
    trigger: WordsGiven
    evidence: tuple[WordsGiven, ...] = Field(min_length=1, max_length=20)


class Merged(Decided):
    """The events (ids) that are one."""

    events: tuple[str, ...] = Field(min_length=2, max_length=50)


class Parted(Decided):
    """The claims (ids) of an event that are about another one."""

    claims: tuple[str, ...] = Field(min_length=1, max_length=_MOST_CLAIMS)


def _filter(
    reason: ValuesParameter = [],  # noqa: B006 - FastAPI copies it
    report: ValuesParameter = [],  # noqa: B006
    type: ValuesParameter = [],  # noqa: A002, B006 - the parameter's name
    outlet: ValuesParameter = [],  # noqa: B006
) -> QueueFilter:
    return QueueFilter(
        reasons=choices(QueueReason, reason, "reason") if reason else (),
        reports=tuple(report),
        types=tuple(type),
        outlets=tuple(outlet),
    )


def _context(
    ledger: LedgerParameter,
    wanted: Annotated[QueueFilter, Depends(_filter)],
    claim: Annotated[str, Query(max_length=40, description="The claim to show.")] = "",
    size: SizeParameter = QUEUE_SIZE,
    after: NextParameter = "",
) -> ReviewContext:
    return review_context(ledger, wanted, claim=claim or None, after=after or None, size=size)


def _agreement(ledger: LedgerParameter) -> AgreementContext:
    return AgreementContext(rows=agreement_of(ledger))


def _agreement_rows(ledger: LedgerParameter) -> Iterable[FieldAgreement]:
    return agreement_of(ledger)


add_page(
    router,
    Page(
        path="/review/agreement",
        template="agreement.html",
        summary="Agreement of reviewers",
        context=_agreement,
        table=AGREEMENT,
        rows=_agreement_rows,
    ),
)
add_page(
    router,
    Page(path="/review", template="review.html", summary="Review", context=_context),
)


@router.get("/api/decisions", summary="Decisions of reviewers", response_model=DecisionsContext)
def decisions(
    request: Request,
    ledger: LedgerParameter,
    claim: Annotated[str, Query(max_length=40, description="Only about this claim.")] = "",
    size: SizeParameter = QUEUE_SIZE,
    after: NextParameter = "",
) -> Response:
    """The decisions about claims and events, the newest first, those undone too."""
    found = decisions_context(ledger, subject=claim or None, after=after or None, size=size)
    return json_answer(request, found)


@router.post("/api/claims/{claim}/accept", summary="Accept a claim")
def accept(
    claim: str, asked: ClaimDecided, visitor: ReviewerParameter, ledger: LedgerParameter
) -> DecisionRow:
    """The claim is right as it stands."""
    made = Workspace(ledger).accept_claim(
        claim, who=who_decides(visitor, asked), why=asked.why, seen=_seen(asked)
    )
    return decision_row(made)


@router.post("/api/claims/{claim}/reject", summary="Reject a claim")
def reject(
    claim: str, asked: ClaimDecided, visitor: ReviewerParameter, ledger: LedgerParameter
) -> DecisionRow:
    """The report makes no such claim."""
    made = Workspace(ledger).reject_claim(
        claim, who=who_decides(visitor, asked), why=asked.why, seen=_seen(asked)
    )
    return decision_row(made)


@router.post("/api/claims/{claim}/correct", summary="Correct a claim")
def correct(
    claim: str, asked: Corrected, visitor: ReviewerParameter, ledger: LedgerParameter
) -> DecisionRow:
    """The claim reads otherwise; fields that are left out stay as they are."""
    report = claim_seen(ledger, claim, _seen(asked)).report
    change = correction_of(ledger, report, asked.change)
    made = Workspace(ledger).correct_claim(
        claim, change, who=who_decides(visitor, asked), why=asked.why, seen=_seen(asked)
    )
    return decision_row(made)


@router.post("/api/reports/{report}/claims", summary="Add a claim that was missed")
def add(
    report: str, asked: Added, visitor: ReviewerParameter, ledger: LedgerParameter
) -> DecisionRow:
    """The report makes this claim too; the subject of the decision is its id."""
    found = ledger.report(report)
    made = Workspace(ledger).add_claim(
        found.id,
        correction_of(ledger, found, asked.change),
        trigger=span_of(found, asked.trigger),
        evidence=[span_of(found, one) for one in asked.evidence],
        who=who_decides(visitor, asked),
        why=asked.why,
    )
    return decision_row(made)


@router.post("/api/events/merge", summary="Merge events")
def merge(asked: Merged, visitor: ReviewerParameter, ledger: LedgerParameter) -> DecisionRow:
    """The claims about these events are about one event."""
    made = Workspace(ledger).merge_events(
        *asked.events, who=who_decides(visitor, asked), why=asked.why
    )
    return decision_row(made)


@router.post("/api/events/{event}/split", summary="Split an event")
def split(
    event: str, asked: Parted, visitor: ReviewerParameter, ledger: LedgerParameter
) -> DecisionRow:
    """Some claims about the event are about another one."""
    made = Workspace(ledger).split_event(
        event, asked.claims, who=who_decides(visitor, asked), why=asked.why
    )
    return decision_row(made)


@router.post("/api/decisions/{number}/undo", summary="Undo a decision")
def undo(
    number: Annotated[int, Path(ge=1, le=2**53)],
    asked: Decided,
    visitor: ReviewerParameter,
    ledger: LedgerParameter,
) -> DecisionRow:
    """Take a decision back; it stays in the log, with who took it back and why."""
    made = Workspace(ledger).undo(number, who=who_decides(visitor, asked), why=asked.why)
    return decision_row(made)


def _seen(asked: ClaimDecided) -> Seen | None:
    return Seen(decision=asked.seen.decision) if asked.seen else None
