"""One report, and one claim of it."""

from __future__ import annotations

from fastapi import APIRouter

from secondsource.views import ClaimContext, ReportContext, claim_context, report_context
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter

router = APIRouter(tags=["reports"])


def _report(ledger: LedgerParameter, report: str) -> ReportContext:
    return report_context(ledger, report)


def _claim(ledger: LedgerParameter, claim: str) -> ClaimContext:
    return claim_context(ledger, claim)


add_page(
    router,
    Page(
        path="/reports/{report}",
        template="report.html",
        summary="A report",
        context=_report,
    ),
)
add_page(
    router,
    Page(path="/claims/{claim}", template="claim.html", summary="A claim", context=_claim),
)
