"""The words under an event or a tie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.claims import report_to_record
from secondsource.fusion import EventGroup, TieState
from secondsource.ledger import FoundClaim
from secondsource.views.chains import source_of
from secondsource.views.contexts import EvidenceRow
from secondsource.views.wire_disputes import QuotedRecord
from secondsource.views.wording import stance_of


def evidence_of(
    matter: EventGroup | TieState, found: Mapping[str, FoundClaim]
) -> tuple[EvidenceRow, ...]:
    """The words of its claims: those that support it, dispute it, and merely mention it.

    ``found`` are these claims by id; those that are not in it are left out.
    """
    decided = {*matter.supporting, *matter.disputing}
    mentioning = tuple(key for key in matter.claims if key not in decided)
    sides = (
        ("supports", matter.supporting),
        ("disputes", matter.disputing),
        ("mentions", mentioning),
    )
    return tuple(
        row
        for side, keys in sides
        for key in keys
        if key in found
        for row in rows_of(found[key], side)
    )


def rows_of(found: FoundClaim, side: str) -> list[EvidenceRow]:
    """The words of one claim, which takes this side."""
    claim, about = found.claim, report_to_record(found.report)
    return [
        EvidenceRow(
            claim=claim.id,
            report=about.id,
            outlet=about.outlet,
            published=about.published,
            source=source_of(claim),
            stance=stance_of(claim),
            side=side,
            span=evidence.span,
            text=evidence.text,
        )
        for evidence in claim.evidence
    ]


def quoted(rows: Sequence[EvidenceRow]) -> tuple[QuotedRecord, ...]:
    """The same words as the contract's records."""
    return tuple(
        QuotedRecord(
            start=row.span.start,
            end=row.span.end,
            text=row.text,
            claim=row.claim,
            report=row.report,
            outlet=row.outlet,
            source=row.source,
            side=row.side,
        )
        for row in rows
    )
