"""Where words stand in reports and claims."""

from __future__ import annotations

from secondsource.claims import report_to_record
from secondsource.ledger import Ledger, Snippet
from secondsource.reports import Report
from secondsource.views.contexts import HitRow, SearchPage


def search_page(ledger: Ledger, words: str, limit: int = 20) -> SearchPage:
    """Up to ``limit`` reports and as many claims that hold all of ``words``, best first."""
    found = ledger.search(words, limit)
    return SearchPage(
        words=words,
        reports=tuple(_row(hit.report, hit.snippet, None) for hit in found.reports),
        claims=tuple(_row(hit.report, hit.snippet, hit.claim.id) for hit in found.claims),
    )


def _row(report: Report, snippet: Snippet, claim_id: str | None) -> HitRow:
    about = report_to_record(report)
    return HitRow(
        report=report.id,
        claim=claim_id,
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        span=snippet.span,
        snippet=snippet.text,
        hits=tuple(hit.shift(-snippet.span.start) for hit in snippet.hits),
    )
