"""A reviewer at the queue, with the keyboard first: reject, correct, add, merge, split, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import asked
from tests.browser.tab import Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

expect = pytest.importorskip("playwright.sync_api").expect

SAID = "[data-said]"
CHOSEN = "[data-review]"
FIRST_WORD = """() => {
  const letters = document.createTreeWalker(document.querySelector("[data-text] .stored"), 4);
  for (let node = letters.nextNode(); node; node = letters.nextNode()) {
    const found = /[A-Za-z]{5,}/u.exec(node.data);
    if (!found) continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    const box = range.getBoundingClientRect();
    return {words: found[0], x: box.x, y: box.y + box.height / 2, end: box.right};
  }
}"""


def test_the_keys_reject_and_correct_and_say_what_they_do(own_tab: Tab) -> None:
    page = review(own_tab)
    first = page.locator(CHOSEN).get_attribute("data-claim")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("undo the last decision")
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(SAID)).to_be_empty()
    page.keyboard.press("e")
    expect(page.locator("#edit")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#edit")).to_be_hidden()
    page.keyboard.press("r")
    expect(page.locator(SAID)).to_contain_text("Rejected: decision 1")
    expect(page.locator(CHOSEN)).not_to_have_attribute("data-claim", first or "")
    page.keyboard.press("u")
    expect(page.locator(SAID)).to_contain_text("Undone: decision 1")
    listed = asked(f"{own_tab.home}/review.json?_size=500")["rows"]
    assert first in [one["row"]["id"] for one in listed]


def test_a_letter_typed_into_a_field_decides_nothing(own_tab: Tab) -> None:
    page = review(own_tab)
    page.get_by_label("Who decides").focus()
    page.keyboard.type("aru")
    page.keyboard.press("Tab")
    assert asked(f"{own_tab.home}/api/decisions")["rows"] == []


def test_a_missed_claim_is_added_by_selecting_its_words(own_tab: Tab) -> None:
    page = review(own_tab)
    word = page.evaluate(FIRST_WORD)
    page.mouse.move(word["x"] + 1, word["y"])
    page.mouse.down()
    page.mouse.move(word["end"] - 1, word["y"], steps=4)
    page.mouse.up()
    page.keyboard.press("n")
    form = page.locator("#add")
    trigger = form.locator("[data-words=trigger] [data-part=words]")
    expect(trigger).to_have_value(word["words"])
    sentence = form.locator("[data-words=evidence] [data-part=words]").input_value()
    assert word["words"] in sentence
    form.locator("[name=type]").select_option("PROTEST")
    form.get_by_role("button", name="Add the claim").click()
    expect(page.locator(SAID)).to_contain_text("Added: decision 1")
    made = asked(f"{own_tab.home}/api/decisions")["rows"][0]
    assert made["after"]["type"] == "PROTEST"
    assert words_at(own_tab, made, made["after"]["trigger"]) == word["words"]
    assert made["after"]["evidence"][0]["text"].split() == sentence.split()
    own_tab.open(f"/claims/{made['subject']}")


def test_events_are_merged_and_split(own_tab: Tab) -> None:
    page = review(own_tab)
    mine = page.locator(CHOSEN).get_attribute("data-event")
    other = next(
        one["id"] for one in asked(f"{own_tab.home}/events.json")["rows"] if one["id"] != mine
    )
    claim = page.locator(CHOSEN).get_attribute("data-claim")
    page.get_by_text("Is it about another event?").click()
    page.get_by_label("The same event as").fill(f"{own_tab.home}/events/{other}")
    page.get_by_role("button", name="Make one event").click()
    expect(page.locator(SAID)).to_contain_text("Made one event: decision 1")
    whole = claims_of(own_tab, claim)
    assert len(whole) > 1
    page.goto(f"{own_tab.home}/review?claim={claim}")
    page.get_by_text("Is it about another event?").click()
    page.get_by_role("button", name="This claim is about another event").click()
    expect(page.locator(SAID)).to_contain_text("Made another event: decision 2")
    assert claims_of(own_tab, claim) == [claim]
    page.keyboard.press("u")
    expect(page.locator(SAID)).to_contain_text("Undone: decision 2")
    assert claims_of(own_tab, claim) == whole


def test_the_second_of_two_reviewers_is_told_of_the_first(own_tab: Tab, chromium: Browser) -> None:
    page = review(own_tab)
    beside = chromium.new_context()
    theirs = Tab(page=beside.new_page(), home=own_tab.home)
    other = review(theirs, "Other Reviewer")
    other.keyboard.press("r")
    expect(other.locator(SAID)).to_contain_text("Rejected: decision 1")
    page.keyboard.press("a")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Other Reviewer")
    assert len(asked(f"{own_tab.home}/api/decisions")["rows"]) == 1
    alert.get_by_role("button", name="Undo decision 1 and decide").click()
    expect(page.locator(SAID)).to_contain_text("Accepted: decision 2")
    beside.close()
    own_tab.complaints.clear()


def review(tab: Tab, name: str = "Sample Reviewer") -> Page:
    """The review page, once it listens, with a reviewer's name."""
    page = tab.open("/review")
    page.wait_for_selector("[data-ready]", state="attached")
    page.get_by_label("Who decides").fill(name)
    page.get_by_role("button", name="Remember").click()
    page.evaluate("document.activeElement.blur()")
    expect(page.locator(SAID)).to_contain_text("decides")
    page.evaluate("document.querySelector('[data-said]').textContent = ''")
    return page


def words_at(tab: Tab, made: dict[str, Any], span: dict[str, int]) -> str:
    """The words of the report of a decision at some offsets."""
    pieces = asked(f"{tab.home}/review.json?claim={made['subject']}")["claim"]["pieces"]
    return "".join(piece["text"] for piece in pieces)[span["start"] : span["end"]]


def claims_of(tab: Tab, claim: str | None) -> list[str]:
    """The claims about the event that a claim is about."""
    found: dict[str, Any] = asked(f"{tab.home}/review.json?claim={claim}")["claim"]
    listed = asked(f"{tab.home}/events/{found['event']}.json")["origins"]
    return sorted(one["claim"] for origin in listed for one in origin["accounts"])
