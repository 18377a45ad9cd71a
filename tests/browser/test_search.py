"""Searches that a reader keeps."""

from __future__ import annotations

import pytest

from tests.browser.tab import Tab

expect = pytest.importorskip("playwright.sync_api").expect


def test_a_search_is_saved_with_its_filters_found_again_and_forgotten(own_tab: Tab) -> None:
    page = own_tab.open("/search?q=truce&type=AGREE&since=&until=2014-12-01")
    page.get_by_role("button", name="Save this search").click()
    own_tab.open("/")
    page = own_tab.open("/search")
    expect(page.get_by_role("button", name="Save this search")).to_be_disabled()
    kept = page.get_by_role("list", name="Saved searches")
    expect(kept.get_by_role("listitem")).to_have_count(1)
    kept.get_by_role("link", name="“truce”, type AGREE, until 2014-12-01").click()
    assert page.url.endswith("/search?q=truce&type=AGREE&until=2014-12-01")
    expect(page.locator(".facets .chosen")).to_have_text("AGREE 1")
    page.get_by_role("button", name="Save this search").click()
    expect(kept.get_by_role("listitem")).to_have_count(1)
    page.get_by_role("button", name="Forget “truce”, type AGREE").click()
    expect(kept.get_by_role("listitem")).to_have_count(0)
