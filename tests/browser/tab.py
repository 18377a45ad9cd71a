"""A tab of a browser that hears everything that the pages ask for and complain about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NOTHING_ASKED = frozenset({"about", "blob", "data"})


@dataclass(slots=True, kw_only=True)
class Tab:
    """A page of the workbench, and what was heard of it since it was opened."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note every request, and every error that the browser logs."""
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self._note(message))  # noqa: PLW0108

    def open(self, address: str) -> Page:
        """Go to an address of the workbench; the page with everything on it loaded."""
        answer = self.page.goto(f"{self.home}{address}", wait_until="networkidle")
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.page

    def elsewhere(self) -> list[str]:
        """What was asked of other machines."""
        parts = ((url, urlsplit(url)) for url in self.asked)
        return [
            url
            for url, one in parts
            if one.scheme not in NOTHING_ASKED and one.hostname not in LOOPBACK
        ]

    def _note(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))
