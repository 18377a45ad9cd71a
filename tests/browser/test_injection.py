"""What strangers wrote stays words in a browser, whatever the scripts of the pages do with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import asked
from tests.browser.serving import served
from tests.browser.tab import Tab
from tests.web.hostile import hostile_ledger
from tests.web.injections import INJECTIONS, MARK

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MADE = f"document.querySelectorAll('{MARK}, [{MARK}]').length"
SHOWN = f"document.body.innerText.toLowerCase().includes('{MARK}')"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a workbench over reports of this kind answers."""
    with served(hostile_ledger(tmp_path_factory.mktemp("hostile"), INJECTIONS[::5])) as home:
        yield home


def test_no_script_of_a_page_makes_markup_of_words(chromium: Browser, hostile: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    tab = Tab(page=context.new_page(), home=hostile)
    tab.listen()
    asked_for: list[str] = []
    tab.page.on("dialog", lambda one: (asked_for.append(one.message), one.dismiss()))
    for address in addresses(hostile):
        page = tab.open(address)
        if address == "/review":
            page.wait_for_selector("[data-ready]", state="attached")
            page.get_by_text("Is it about another event?").click()
            page.keyboard.press("e")
        if address.startswith("/search"):
            page.get_by_role("button", name="Save this search").click()
        if slider := page.query_selector("[data-for=known_by]"):
            slider.fill(slider.get_attribute("min") or "")
        tab.settle()
        assert page.evaluate(MADE) == 0, address
        assert page.evaluate(SHOWN), f"{address} shows none of it"
        assert (asked_for, tab.complaints, tab.elsewhere()) == ([], [], []), address
    context.close()


def addresses(home: str) -> Iterator[str]:
    """A page of each sort, of those that show the most."""
    yield from ("/", "/events", "/reports", "/actors", "/ties", "/sources", "/map?here=")
    yield from ("/timeline", "/network", "/review", "/review/agreement")
    yield f"/search?q={MARK}"
    yield "/actors/islamic-state"
    yield "/ties/islamic-state/nusra-front"
    event = asked(f"{home}/events.json?_sort=reports")["rows"][0]["id"]
    yield f"/events/{event}"
    told = asked(f"{home}/events/{event}.json")["origins"][0]["accounts"][0]
    yield f"/reports/{told['report']}"
    yield f"/claims/{told['claim']}"
