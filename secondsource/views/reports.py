"""Which reports there are, and what one of them says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondsource.claims import Claim
from secondsource.ledger import ClaimFilter, Ledger, ReportSummary
from secondsource.reports import Report
from secondsource.text import Span
from secondsource.views.claims import claim_row
from secondsource.views.contexts import ReportPage, ReportRow, Segment


def report_rows(ledger: Ledger) -> Iterator[ReportRow]:
    """All reports in the order of their adding."""
    return map(report_row, ledger.summaries())


def report_row(one: ReportSummary) -> ReportRow:
    """A report as a row."""
    return ReportRow(
        id=one.id,
        title=one.title,
        outlet=one.outlet,
        published=one.published,
        language=one.language,
        path=one.path,
        url=one.url,
        seen_at=one.seen_at,
        claims=one.claims,
    )


def report_page(ledger: Ledger, name: str) -> ReportPage:
    """The report that ``name`` means (an id, its beginning, a path or URL) with its claims.

    Raises:
        NotInLedger: if ``name`` means no report.
        UsageError: if it means several.
    """
    report = ledger.report(name)
    found = [one.claim for one in ledger.claims(ClaimFilter(report=report.id))]
    claims = sorted(found, key=lambda claim: (claim.evidence[0].span, claim.trigger.span))
    return ReportPage(
        report=report,
        claims=tuple(claim_row(claim, report) for claim in claims),
        segments=segments(report, claims),
    )


def segments(report: Report, claims: Sequence[Claim]) -> tuple[Segment, ...]:
    """The report's text, split where evidence or a part set aside begins or ends."""
    marks = [(evidence.span, claim.id) for claim in claims for evidence in claim.evidence]
    spans = [*(span for span, _ in marks), *(aside.span for aside in report.aside)]
    borders = {0, len(report.text)}.union(*((span.start, span.end) for span in spans))
    edges = sorted(borders)
    return tuple(_segment(Span(start, end), report, marks) for start, end in pairwise(edges))


def _segment(span: Span, report: Report, marks: Sequence[tuple[Span, str]]) -> Segment:
    aside = (one.kind for one in report.aside if one.span.contains(span))
    return Segment(
        span=span,
        text=span.of(report.text),
        claims=tuple(dict.fromkeys(key for marked, key in marks if marked.contains(span))),
        aside=next(aside, None),
    )
