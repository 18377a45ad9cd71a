"""Which claims are made: a table, and the contract's records."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.claims import Claim, ClaimRecord, claim_to_record
from secondsource.ledger import ClaimFilter, Ledger
from secondsource.reports import Report
from secondsource.views.chains import chain_of, source_of
from secondsource.views.contexts import ClaimRow
from secondsource.views.wording import quote_of, stance_of, type_of, when


def claim_records(ledger: Ledger, wanted: ClaimFilter) -> Iterator[ClaimRecord]:
    """The contract's records of the claims that fit, as they are read."""
    return (claim_to_record(found.claim, found.report) for found in ledger.claims(wanted))


def claim_rows(ledger: Ledger, wanted: ClaimFilter) -> Iterator[ClaimRow]:
    """The claims that fit, as they are read."""
    return (claim_row(found.claim, found.report) for found in ledger.claims(wanted))


def claim_row(claim: Claim, report: Report) -> ClaimRow:
    """One claim in words."""
    record = claim_to_record(claim, report)
    return ClaimRow(
        id=claim.id,
        report=report.id,
        outlet=record.report.outlet,
        published=record.report.published,
        who=tuple(party.name for party in claim.actors),
        type=type_of(claim),
        whom=tuple(party.name for party in claim.recipients),
        place=claim.place.name if claim.place else None,
        time=when(claim.time) if claim.time else None,
        source=source_of(claim),
        chain=chain_of(claim),
        stance=stance_of(claim),
        evidence=quote_of(claim),
        record=record,
    )
