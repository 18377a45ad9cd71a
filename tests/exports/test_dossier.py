"""The dossier is one page that loads nothing, runs nothing and escapes everything."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from secondsource.exports import Selection, Tally, select
from secondsource.exports.dossier import dossier_html, shown
from secondsource.exports.selection import events_of, reports_of, ties_of
from secondsource.ledger import Ledger
from tests.exports.making import account

BAIT = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Page(HTMLParser):
    """The tags of a page, with what stands at each id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture
def page(everything: Selection) -> Page:
    return Page("".join(dossier_html(everything, Tally())))


def test_every_event_tie_and_report_is_there(page: Page, everything: Selection) -> None:
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    assert {event.id for event in events_of(everything)} <= ids
    assert {tie.id for tie in ties_of(everything)} <= ids
    assert {row.id for row in reports_of(everything)} <= ids
    links = [str(attributes["href"]) for tag, attributes in page.tags if tag == "a"]
    assert links
    assert all(link.startswith("#") and link[1:] in ids | {"events", "ties"} for link in links)


def test_nothing_is_loaded_and_nothing_runs(page: Page) -> None:
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "form"}
        assert not {"src", "style", "onerror", "onload", "onclick"} & set(attributes)
    [policy] = [
        str(attributes["content"])
        for tag, attributes in page.tags
        if tag == "meta" and "http-equiv" in attributes
    ]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_what_reports_say_is_inert(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made = account()
    quote = made.event.evidence[0].model_copy(
        update={"text": BAIT, "outlet": BAIT, "source": BAIT, "report": BAIT}
    )
    actors = (made.event.actors[0].model_copy(update={"name": BAIT}),)
    event = made.event.model_copy(update={"evidence": (quote,), "actors": actors})
    bait = type(made)(event=event, claims=made.claims)
    monkeypatch.setattr("secondsource.exports.dossier.accounts_of", lambda _: iter([bait]))
    text = "".join(dossier_html(select(ledger), Tally()))
    assert {"script", "img"}.isdisjoint(tag for tag, _ in Page(text).tags)
    assert not re.search(r"<script|<img", text)


def test_an_empty_ledger_gives_a_page_that_says_so(ledger: Ledger) -> None:
    from secondsource.exports import filters_of
    from secondsource.ledger import ClaimFilter

    nothing = select(ledger, filters_of(ClaimFilter(actor="nobody-known")))
    text = "".join(dossier_html(nothing, Tally()))
    assert "No event fits." in text
    assert "No tie fits." in text
    assert "No report fits." in text


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2014-11-02", "2014-11-02"),
        ("2013~/2014-11", "about 2013 to 2014-11"),
        ("../2014-09-29", "by 2014-09-29"),
        ("2014/..", "from 2014 on"),
    ],
)
def test_times_are_written_for_readers(edtf: str | None, words: str) -> None:
    assert shown(edtf) == words
