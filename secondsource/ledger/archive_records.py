"""The facts of a ledger as records that leave it and come back without loss, one sort a file.

Row numbers travel along, since decisions are taken back by theirs and later rows win over earlier
ones. What is derived (the picture, the full-text index, the parties of claims) is made anew.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from secondsource.annotations import ActorMention, PlaceMention
from secondsource.claims import ClaimRecord, WireRecord
from secondsource.reports import Report


class ArchivedReport(WireRecord):
    """A report with its text, and when it was first seen."""

    seq: int
    seen_at: datetime
    report: Report


class ArchivedInput(WireRecord):
    """An input with the reports that it gave (ids), or why it was rejected."""

    seq: int
    locator: str
    sha256: str | None
    error: str | None
    reason: str | None
    next_step: str | None
    seen_at: datetime
    reports: tuple[str, ...]


class ArchivedExtraction(WireRecord):
    """One reading of a report by one version of the extractor."""

    seq: int
    report: str
    extractor: str
    extracted_at: datetime


class ArchivedClaim(WireRecord):
    """A claim as it was found, before any decision."""

    seq: int
    extraction: int
    claim: ClaimRecord


class ArchivedActor(WireRecord):
    """A mention of an actor."""

    extraction: int
    position: int
    mention: ActorMention


class ArchivedPlace(WireRecord):
    """A mention of a place."""

    extraction: int
    position: int
    mention: PlaceMention


class ArchivedDecision(WireRecord):
    """An entry of the decision log."""

    seq: int
    who: str
    at: datetime
    what: str
    subject: str
    why: str
    before: str | None
    after: str | None


class ArchivedWithdrawal(WireRecord):
    """That a decision was taken back."""

    decision: int
    who: str
    at: datetime
    why: str


class Shelf(Enum):
    """The sorts of records, each after those that it refers to."""

    REPORTS = "reports"
    INPUTS = "inputs"
    EXTRACTIONS = "extractions"
    CLAIMS = "claims"
    ACTORS = "actors"
    PLACES = "places"
    DECISIONS = "decisions"
    WITHDRAWALS = "withdrawals"


SHELVES: dict[Shelf, type[WireRecord]] = {
    Shelf.REPORTS: ArchivedReport,
    Shelf.INPUTS: ArchivedInput,
    Shelf.EXTRACTIONS: ArchivedExtraction,
    Shelf.CLAIMS: ArchivedClaim,
    Shelf.ACTORS: ArchivedActor,
    Shelf.PLACES: ArchivedPlace,
    Shelf.DECISIONS: ArchivedDecision,
    Shelf.WITHDRAWALS: ArchivedWithdrawal,
}
"""What each sort of record is."""
