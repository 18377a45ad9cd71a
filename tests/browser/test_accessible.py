"""Every page by axe, in light and dark, wide and narrow; and by the keyboard."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import PAGES, address_of
from tests.browser.tab import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parent / "axe"
EVERY_RULE = """async () => {
  return (await axe.run({resultTypes: ["violations"], preload: false})).violations;
}"""
WHAT_LOOKS_CHANGE = """async () => {
  const rules = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];
  return (await axe.run({runOnly: rules, resultTypes: ["violations"], preload: false})).violations;
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 390, "height": 844}


def test_axe_is_the_file_that_was_locked() -> None:
    lock = json.loads((AXE / "lock.json").read_text(encoding="utf-8"))["axe-core"]
    for name, digest in lock["files"].items():
        assert hashlib.sha256((AXE / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits(tab: Tab, name: str) -> None:
    check(tab.open(address_of(tab.home, name)))


@pytest.mark.parametrize("key", ["e", "n", "?"])
def test_the_forms_of_review_are_accessible_and_fit(tab: Tab, key: str) -> None:
    page = tab.open("/review")
    page.wait_for_selector("[data-ready]", state="attached")
    page.keyboard.press(key)
    assert page.locator("form[data-form]:visible, dialog[open]").count() == 1
    check(page)


def test_the_forms_of_an_actor_are_accessible_and_fit(tab: Tab) -> None:
    page = tab.open(address_of(tab.home, "actor"))
    page.get_by_text("Is it somebody else?").click()
    assert page.locator("[data-ruling]:visible").count() == 3
    check(page)


def test_an_error_is_a_page(tab: Tab) -> None:
    answer = tab.page.goto(f"{tab.home}/events/e_0000000000000000")
    assert answer is not None
    assert answer.status == 404
    assert tab.page.get_by_role("heading", level=1).is_visible()
    assert len(tab.complaints) == 1
    tab.complaints.clear()


def test_tab_goes_to_the_skip_link_first(tab: Tab) -> None:
    page = tab.open("/events")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Skip to the content"
    assert link.bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_j_and_k_go_through_the_claims_of_a_report(tab: Tab) -> None:
    page = tab.open(address_of(tab.home, "report"))
    claims = page.locator("[data-claim]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = claims.nth(1).get_attribute("data-claim")
    assert page.locator(":focus").get_attribute("data-claim") == second
    page.keyboard.press("k")
    first = claims.nth(0).get_attribute("data-claim")
    assert page.locator(":focus").get_attribute("data-claim") == first
    assert page.locator("mark.on").first.is_visible()


def check(page: Page) -> None:
    """Nothing is wrong with the page by axe, in light and wide, and in dark and narrow."""
    axe = (AXE / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(f"() => {{ {axe} }}")
    assert told(page.evaluate(EVERY_RULE)) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(NARROW)
    assert told(page.evaluate(WHAT_LOOKS_CHANGE)) == []
    assert page.evaluate(TOO_WIDE) <= 0


def told(violations: list[dict[str, Any]]) -> list[str]:
    """What axe found wrong, a line each."""
    return [
        f"{one['id']}: {node['html'][:120]} ({node['failureSummary'][:160]})"
        for one in violations
        for node in one["nodes"]
    ]
