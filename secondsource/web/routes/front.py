"""The overview."""

from __future__ import annotations

from fastapi import APIRouter

from secondsource.views import FrontContext, front_context
from secondsource.web.pages import Page, add_page
from secondsource.web.parameters import LedgerParameter

router = APIRouter(tags=["overview"])


def _front(ledger: LedgerParameter) -> FrontContext:
    return front_context(ledger)


add_page(
    router,
    Page(path="/", template="front.html", summary="Overview", context=_front),
    twin="/overview",
)
