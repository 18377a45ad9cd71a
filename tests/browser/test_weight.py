"""What a page weighs on its way to a browser that has never been here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_BYTES = 300 * 1024


def test_the_first_page_is_light(chromium: Browser, workbench: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda done: sizes.append(_size(done)))
    wire.send("Network.enable")
    page.goto(workbench, wait_until="networkidle")
    context.close()
    assert len(sizes) > 3
    assert 0 < sum(sizes) < MOST_BYTES


def _size(done: dict[str, Any]) -> float:
    return float(done["encodedDataLength"])
