"""Who is who, decided on the page of an actor."""

from __future__ import annotations

import pytest

from tests.browser.tab import Tab

expect = pytest.importorskip("playwright.sync_api").expect

SAID = "[data-said]"


def test_actors_are_merged_and_parted_again(own_tab: Tab) -> None:
    page = own_tab.open("/actors/nusra-front")
    before = page.locator("table[aria-label], .grid.events tbody tr").count()
    _open_the_forms(own_tab)
    form = page.locator("[data-ruling=merge]")
    form.get_by_label("Actor").fill("islamic-front")
    form.get_by_label("Why").fill("to see what becomes of it")
    form.get_by_role("button").click()
    expect(page.locator(SAID)).to_contain_text("Made one actor: decision 1")
    log = page.locator(".log li")
    expect(log).to_have_count(1)
    expect(log).to_contain_text("to see what becomes of it")
    log.get_by_role("button").click()
    expect(page.locator(SAID)).to_contain_text("Undone: decision 1")
    expect(page.locator(".log .undone")).to_have_count(1)
    assert page.locator("table[aria-label], .grid.events tbody tr").count() == before


def test_mentions_are_given_to_another_actor(own_tab: Tab) -> None:
    page = own_tab.open("/actors/nusra-front")
    words = page.locator("#called-so option").first.get_attribute("value")
    assert words
    _open_the_forms(own_tab)
    form = page.locator("[data-ruling=split]")
    form.get_by_label("Of whom").fill("The Other Front")
    form.get_by_label("By the words").fill(words)
    form.get_by_role("button").click()
    expect(page.locator(SAID)).to_contain_text("Made another actor: decision 1")
    other = own_tab.open("/actors/x-the-other-front")
    expect(other.get_by_role("heading", level=1)).to_have_text("The Other Front")


def test_what_cannot_be_decided_is_said_and_nothing_lost(own_tab: Tab) -> None:
    page = own_tab.open("/actors/nusra-front")
    _open_the_forms(own_tab)
    form = page.locator("[data-ruling=merge]")
    form.get_by_label("Actor").fill("nobody of the kind")
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(form.get_by_label("Actor")).to_have_value("nobody of the kind")
    assert len(own_tab.complaints) == 1
    own_tab.complaints.clear()


def _open_the_forms(tab: Tab) -> None:
    tab.page.get_by_text("Is it somebody else?").click()
    tab.page.get_by_label("Who decides").fill("Sample Reviewer")
    tab.page.get_by_role("button", name="Remember").click()
