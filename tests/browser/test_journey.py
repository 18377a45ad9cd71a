"""From the samples to a corrected value in an export, as an analyst would go."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.command import secondsource
from tests.browser.tab import Tab

expect = pytest.importorskip("playwright.sync_api").expect

SAID = "[data-said]"
WHEN = "#edit [data-list=time] [data-part=edtf]"
READ, CORRECTED = "2014-11-02", "2014-11-03"
KNOWN_BY = "2014-11-14"


@pytest.mark.slow
def test_from_an_event_to_a_corrected_export(own_tab: Tab, own_ledger: Path) -> None:
    _open_an_event(own_tab)
    claim = _follow_the_evidence(own_tab)
    _correct(own_tab, claim, decision=1)
    _undo(own_tab, claim)
    _correct(own_tab, claim, decision=3)
    _take_the_tie_as_known_by(own_tab)
    assert _exported(own_ledger, claim) == CORRECTED


def test_a_slider_takes_the_tie_as_it_was_known(tab: Tab) -> None:
    _take_the_tie_as_known_by(tab)


def test_digits_are_enough_for_a_day(tab: Tab) -> None:
    page = tab.open("/search?q=truce")
    field = page.get_by_label("Not before")
    field.press_sequentially("20141201")
    expect(field).to_have_value("2014-12-01")
    page.get_by_role("search", name="Search with dates").get_by_role("button").click()
    expect(page.get_by_role("heading", name="1 event", exact=True)).to_be_visible()
    assert "since=2014-12-01" in page.url
    field.fill("2014-13")
    page.get_by_role("search", name="Search with dates").get_by_role("button").click()
    assert field.evaluate("one => one.validity.patternMismatch")
    assert "since=2014-12-01" in page.url


def test_j_and_k_go_through_the_queue(tab: Tab) -> None:
    page = tab.open("/review")
    first = page.locator("[data-review]").get_attribute("data-claim")
    page.keyboard.press("j")
    chosen = page.locator("[data-review]")
    expect(chosen).not_to_have_attribute("data-claim", first)
    tab.settle()
    page.keyboard.press("k")
    expect(chosen).to_have_attribute("data-claim", first)


def test_accept_and_undo_by_keys(own_tab: Tab) -> None:
    page = own_tab.open("/review")
    _name_the_reviewer(own_tab)
    page.keyboard.press("a")
    expect(page.locator(SAID)).to_contain_text("Accepted: decision")
    own_tab.settle()
    page.keyboard.press("u")
    expect(page.locator(SAID)).to_contain_text("Undone: decision")
    expect(page.locator(".recent .undone")).to_have_count(1)


def _open_an_event(tab: Tab) -> None:
    page = tab.open("/")
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    page.goto(f"{page.url}?type=CONSULT&actor=islamic-state&_sort=reports")
    page.locator("main a[href^='/events/e_']").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("consult")


def _follow_the_evidence(tab: Tab) -> str:
    """The claim whose words the event's first date-giving account leads to."""
    page = tab.page
    row = page.locator(".matrix tbody tr").filter(has_text=READ).first
    row.get_by_role("link").first.click()
    mark = page.locator("mark.on").first
    expect(mark).to_be_in_viewport()
    unmarked = page.locator("mark:not(.on)").first
    assert _colour(mark) != _colour(unmarked)
    return page.url.partition("#")[2]


def _colour(mark) -> str:
    return mark.evaluate("one => getComputedStyle(one).backgroundColor")


def _correct(tab: Tab, claim: str, *, decision: int) -> None:
    page = tab.open(f"/review?claim={claim}")
    _name_the_reviewer(tab)
    page.keyboard.press("e")
    expect(page.locator(WHEN)).to_have_value(READ)
    page.locator(WHEN).fill(CORRECTED)
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(SAID)).to_contain_text("Corrected: decision")
    told = tab.open(f"/review?claim={claim}")
    assert told.locator(".decide .card, .decide .fields").first.inner_text().count(CORRECTED) == 1


def _undo(tab: Tab, claim: str) -> None:
    page = tab.open(f"/review?claim={claim}")
    page.keyboard.press("u")
    expect(page.locator(SAID)).to_contain_text("Undone: decision 1")
    expect(page.locator(".decide")).to_contain_text(READ)


def _name_the_reviewer(tab: Tab) -> None:
    page = tab.page
    page.wait_for_selector("[data-ready]", state="attached")
    page.get_by_label("Who decides").fill("Sample Reviewer")
    page.get_by_role("button", name="Remember").click()
    page.evaluate("document.activeElement.blur()")


def _take_the_tie_as_known_by(tab: Tab) -> None:
    page = tab.open("/ties/islamic-state/nusra-front")
    relation = page.locator("#relation")
    expect(relation).to_contain_text("by all that is known now")
    expect(relation).to_contain_text("2014-12-09")
    slider = page.get_by_label("Day by which reports were published").nth(1)
    first = "Date.parse(document.querySelector('[data-clocks]').dataset.first)"
    days = page.evaluate(f"Date.parse('{KNOWN_BY}') / 86400000")
    assert page.evaluate(f"{first} / 86400000") < days
    slider.fill(str(int(days)))
    expect(relation).to_contain_text(f"published by {KNOWN_BY}")
    assert f"known_by={KNOWN_BY}" in page.url
    figures = relation.locator("figcaption").all_text_contents()
    assert figures
    assert not [one for one in figures if "2014-11-15" in one or "2014-12" in one]


def _exported(ledger: Path, claim: str) -> str | None:
    """When the claim says that it was, by the export of claims."""
    words = ("export", "--format", "jsonl", "--what", "claims", "--ledger", ledger)
    rows = [json.loads(line) for line in secondsource(*words).splitlines()]
    found = [row for row in rows if (row.get("review") or {}).get("claim") == claim]
    found = found or [row for row in rows if row["id"] == claim]
    assert len(found) == 1
    return found[0]["time"]["edtf"]
