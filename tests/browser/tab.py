"""A tab of a browser that hears everything that the pages ask for and complain about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
QUIET_LOOKS = 3
LOOK_MS = 20
NOTHING_ASKED = frozenset({"about", "blob", "data"})


@dataclass(slots=True, kw_only=True)
class Tab:
    """A page of the workbench, and what was heard of it since it was opened."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    pending: int = 0
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Note every request, and every error that the browser logs."""
        self.page.on("request", lambda one: self._ask(one))  # noqa: PLW0108
        self.page.on("requestfinished", lambda one: self._answered(one))  # noqa: PLW0108
        self.page.on("requestfailed", lambda one: self._answered(one))  # noqa: PLW0108
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self._note(message))  # noqa: PLW0108

    def open(self, address: str) -> Page:
        """Go to an address of the workbench; the page with everything on it loaded."""
        answer = self.page.goto(f"{self.home}{address}")
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page is loaded and nothing more is asked for."""
        self.page.wait_for_load_state()
        quiet = 0
        while quiet < QUIET_LOOKS:
            self.page.wait_for_timeout(LOOK_MS)
            quiet = 0 if self.pending else quiet + 1

    def elsewhere(self) -> list[str]:
        """What was asked of other machines."""
        parts = ((url, urlsplit(url)) for url in self.asked)
        return [
            url
            for url, one in parts
            if one.scheme not in NOTHING_ASKED and one.hostname not in LOOPBACK
        ]

    def _ask(self, request: Request) -> None:
        self.asked.append(request.url)
        self.pending += 1

    def _answered(self, _: Request) -> None:
        self.pending -= 1

    def _note(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))
