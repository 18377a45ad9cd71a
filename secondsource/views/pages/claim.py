"""One claim: what it says, why it is read so, and which events and ties rest on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from secondsource.claims import Claim
from secondsource.fusion import Contradiction
from secondsource.ledger import Ledger
from secondsource.reports import Report
from secondsource.text import Span, cover
from secondsource.views.claims import claim_row
from secondsource.views.contexts import ClaimRow, WhyRow, about
from secondsource.views.lineage import lineage_of
from secondsource.views.pages.disputes import Dispute, disputes_of
from secondsource.views.pages.matters import EventLine, TieLine, event_line, tie_line
from secondsource.views.pages.pieces import Piece, pieces_of
from secondsource.views.why import why_of
from secondsource.views.wire_lineage import LineageRecord

MATTERS_SHOWN = 50
AROUND = 120
"""Characters of the report on either side of a claim's words whose paragraphs are shown."""
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimContext:
    """One claim."""

    row: ClaimRow = field(metadata=about("The claim in words and as the contract's record."))
    why: tuple[WhyRow, ...] = field(metadata=about("Its parts, each with the words behind it."))
    title: str | None = field(metadata=about("The title of the report that makes it."))
    pieces: tuple[Piece, ...] = field(
        metadata=about("Its words and those around them, as offsets into the report's text.")
    )
    lineage: LineageRecord | None = field(metadata=about("Where the report comes from."))
    events: tuple[EventLine, ...] = field(metadata=about("The events that it is about."))
    ties: tuple[TieLine, ...] = field(metadata=about("The ties that rest on it."))
    disputes: tuple[Dispute, ...] = field(metadata=about("Claims that it contradicts."))


def claim_context(ledger: Ledger, claim_id: str) -> ClaimContext:
    """The claim with this id.

    Raises:
        NotInLedger: if the present picture has none.
    """
    sheet = ledger.browse.claim_sheet(claim_id)
    (claim,), report = sheet.claims, sheet.report
    events = ledger.browse.events_of_claim(claim_id, most=MATTERS_SHOWN)
    ties = ledger.browse.ties_of_claim(claim_id, most=MATTERS_SHOWN)
    matters = [*(one.group.id for one in events), *(one.state.id for one in ties)]
    lineage = next(iter(lineage_of(ledger, [report.id])), None)
    return ClaimContext(
        row=claim_row(claim, report),
        why=tuple(why_of(claim, sheet.actors, sheet.places)),
        title=report.title.value if report.title else None,
        pieces=_around(claim, report),
        lineage=lineage.record if lineage else None,
        events=tuple(map(event_line, events)),
        ties=tuple(map(tie_line, ties)),
        disputes=_disputes(ledger, claim_id, matters),
    )


def _disputes(ledger: Ledger, mine: str, matters: list[str]) -> tuple[Dispute, ...]:
    here = [one for one in ledger.standing_contradictions(matters) if mine in _sides(one)]
    others = {side for one in here for side in _sides(one)}
    return disputes_of(here, ledger.claims_by_id(others)) if here else ()


def _sides(one: Contradiction) -> Iterable[str]:
    return one.first, one.second


def _around(claim: Claim, report: Report) -> tuple[Piece, ...]:
    """The pieces of the report that touch the claim's words or stand near them."""
    words = cover(evidence.span for evidence in claim.evidence)
    near = Span(max(0, words.start - AROUND), min(len(report.text), words.end + AROUND))
    lines = (Span(*line.span()) for line in _LINE.finditer(report.text))
    near = cover(line for line in lines if line.overlaps(near))
    return pieces_of(report, [claim], within=near)
