"""One report: its text with what was found in it, and where its text comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.fusion import shared_passages
from secondsource.ledger import Ledger, ReportSheet
from secondsource.reports import Report
from secondsource.views.claims import claim_row
from secondsource.views.contexts import ClaimRow, LineageRow, WhyRow, about
from secondsource.views.lineage import copies_of, lineage_of
from secondsource.views.pages.matters import EventLine, event_line
from secondsource.views.pages.pieces import Piece, pieces_of
from secondsource.views.why import why_of
from secondsource.views.wording import called

COPIES_SHOWN = 20
EVENTS_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClaim:
    """A claim of the report that is shown, numbered as in the text."""

    number: int = field(metadata=about("Its number in the text, from 1."))
    row: ClaimRow = field(metadata=about("The claim in words and as the contract's record."))
    why: tuple[WhyRow, ...] = field(metadata=about("Its parts, each with the words behind it."))
    event: str | None = field(metadata=about("Id of the event that it is about, if it is."))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """One report."""

    report: Report = field(metadata=about("The report, its text untouched."))
    name: str = field(metadata=about("What to call it: its title, else its file's name."))
    claims: tuple[ReadClaim, ...] = field(metadata=about("Its claims in the order of the text."))
    pieces: tuple[Piece, ...] = field(metadata=about("The text, split where anything changes."))
    lineage: LineageRow | None = field(
        metadata=about("Where it comes from; nothing before the picture was drawn.")
    )
    copied_title: str | None = field(metadata=about("The title of the report that it copies."))
    copies: tuple[LineageRow, ...] = field(
        metadata=about("Reports that copy or cite it, twenty at most.")
    )
    events: tuple[EventLine, ...] = field(metadata=about("The events that it tells of."))


def report_context(ledger: Ledger, name: str) -> ReportContext:
    """The report that ``name`` means: an id, its beginning, a path or a URL.

    Raises:
        NotInLedger: if it means none.
        UsageError: if it means several.
    """
    sheet = ledger.browse.report_sheet(name)
    report = sheet.report
    lineage = next(iter(lineage_of(ledger, [report.id])), None)
    copied_id = lineage.record.copies if lineage else None
    copied = ledger.report(copied_id) if copied_id else None
    told = ledger.browse.events_of_report(report.id, most=EVENTS_SHOWN)
    event_by_claim = {claim: one.group.id for one in told for claim in one.group.claims}
    reprinted = shared_passages(report.text, copied.text) if copied else ()
    return ReportContext(
        report=report,
        name=called(report),
        claims=_claims(sheet, event_by_claim),
        pieces=pieces_of(report, sheet.claims, reprinted=reprinted),
        lineage=lineage,
        copied_title=copied.title.value if copied and copied.title else None,
        copies=copies_of(ledger, report.id, COPIES_SHOWN),
        events=tuple(map(event_line, told)),
    )


def _claims(sheet: ReportSheet, event_by_claim: dict[str, str]) -> tuple[ReadClaim, ...]:
    return tuple(
        ReadClaim(
            number=number,
            row=claim_row(claim, sheet.report),
            why=tuple(why_of(claim, sheet.actors, sheet.places)),
            event=event_by_claim.get(claim.id),
        )
        for number, claim in enumerate(sheet.claims, start=1)
    )
