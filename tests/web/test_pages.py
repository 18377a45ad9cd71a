"""Every page in every form, and report content that tries to be markup."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

import secondsource as ss
from secondsource.ledger import Ledger, open_ledger
from secondsource.views import (
    actor_list,
    event_context,
    front_context,
    report_context,
    sources_context,
    tie_context,
)
from secondsource.web import create_app
from secondsource.web.pages import adapter_of
from tests.web.conftest import HERE

BROWSER = {"accept": "text/html"}
MOST_QUERIES = 12
LISTS = (
    "/events",
    "/reports",
    "/actors",
    "/ties",
    "/sources",
    "/search?q=met",
    "/map",
    "/timeline",
    "/network",
)
ONE = (
    "/",
    "/events/{event}",
    "/reports/{report}",
    "/claims/{claim}",
    "/actors/islamic-state",
    "/ties/islamic-state/nusra-front",
    "/map?here=",
    "/timeline?by=type&known_by=2014-11-14",
    "/network?as_of=2014-11-20&known_by=2014-11-14",
    "/ties/nusra-front/islamic-state?as_of=2014-11-20",
    "/ties/islamic-state/nusra-front?as_of=2014-11-20&known_by=2014-11-14",
)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><svg onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
)


@pytest.fixture(scope="session")
def ids(client: TestClient) -> dict[str, str]:
    """One event, one report and one claim."""
    report = client.get("/reports.json?outlet=Sample+North").json()["rows"][0]["id"]
    claim = client.get(f"/reports/{report}.json").json()["claims"][0]["row"]["id"]
    return {
        "event": client.get("/events.json").json()["rows"][0]["id"],
        "report": report,
        "claim": claim,
    }


@pytest.fixture(scope="session")
def ledger(workbench_ledger: Path) -> Iterator[Ledger]:
    with open_ledger(workbench_ledger) as opened:
        yield opened


class Links(HTMLParser):
    """The addresses that a page leads to or loads, and what it may not have."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.addresses += [given[name] or "" for name in ("href", "src", "action") if name in given]
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        if "id" in given:
            self.ids.append(given["id"] or "")


def read(html: str) -> Links:
    links = Links()
    links.feed(html)
    return links


@pytest.mark.parametrize("path", [*LISTS, *ONE])
def test_a_page_shows(client: TestClient, ids: dict[str, str], path: str) -> None:
    answer = client.get(path.format(**ids), headers=BROWSER)
    assert answer.status_code == 200
    links = read(answer.text)
    assert links.inline == []
    assert len(links.ids) == len(set(links.ids)), "an id stands twice"
    assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize("path", [*LISTS, *ONE])
def test_no_page_leads_off_this_machine(client: TestClient, ids: dict[str, str], path: str) -> None:
    links = read(client.get(path.format(**ids), headers=BROWSER).text)
    assert links.addresses
    assert [one for one in links.addresses if not one.startswith(("/", "#"))] == []
    assert [one for one in links.addresses if one.startswith("//")] == []


@pytest.mark.parametrize("path", [*LISTS, *ONE])
def test_no_link_of_a_page_is_broken(client: TestClient, ids: dict[str, str], path: str) -> None:
    links = read(client.get(path.format(**ids), headers=BROWSER).text)
    for address in sorted(set(links.addresses))[:25]:
        if not address.startswith("#"):
            answer = client.get(address, headers=BROWSER)
            assert answer.status_code == 200, address


@pytest.mark.parametrize("path", [*LISTS, *ONE])
def test_a_page_says_where_its_twin_is(client: TestClient, ids: dict[str, str], path: str) -> None:
    address = path.format(**ids)
    found = re.search(r'<a href="([^"]*)">JSON</a>', client.get(address, headers=BROWSER).text)
    assert found is not None
    twin = client.get(found[1].replace("&amp;", "&"))
    assert twin.json() == client.get(address, headers={"accept": "application/json"}).json()


@pytest.mark.parametrize("path", LISTS)
def test_a_list_has_a_table(client: TestClient, path: str) -> None:
    name, _, query = path.partition("?")
    answer = client.get(f"{name}.csv?{query}")
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text.splitlines()) > 1


def as_json(context: object) -> object:
    return json.loads(adapter_of(type(context)).dump_json(context, by_alias=True))


def test_the_twin_is_the_context(client: TestClient, ids: dict[str, str], ledger: Ledger) -> None:
    pair = ("islamic-state", "nusra-front")
    for path, context in (
        ("/overview.json", front_context(ledger)),
        (f"/events/{ids['event']}.json", event_context(ledger, ids["event"])),
        (f"/reports/{ids['report']}.json", report_context(ledger, ids["report"])),
        ("/actors.json", actor_list(ledger, "", after=None, size=50)),
        ("/ties/islamic-state/nusra-front.json", tie_context(ledger, *pair)),
        ("/sources.json", sources_context(ledger)),
    ):
        assert client.get(path).json() == as_json(context), path


@pytest.mark.parametrize("path", [*LISTS, *ONE])
def test_a_page_asks_the_ledger_few_questions(
    forgetful_client: TestClient, ids: dict[str, str], path: str
) -> None:
    client = forgetful_client
    asked: list[str] = []

    def count(_c: object, _k: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    engine = client.app.state.ledger._store.engine  # type: ignore[attr-defined]
    event.listen(engine, "before_cursor_execute", count)
    try:
        client.get(path.format(**ids), headers=BROWSER)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    assert 0 < len(asked) <= MOST_QUERIES


@pytest.mark.parametrize(
    "path",
    [
        "/events/e_0",
        "/reports/r_0",
        "/claims/c_0",
        "/actors/nobody",
        "/ties/a/a",
        "/events?since=x",
    ],
)
def test_what_is_not_there_is_said(client: TestClient, path: str) -> None:
    page = client.get(path, headers=BROWSER)
    assert page.status_code in {400, 404, 422}
    assert "<h1>" in page.text
    stem, _, query = path.partition("?")
    problem = client.get(f"{stem}.json?{query}")
    assert problem.status_code == page.status_code
    assert problem.headers["content-type"] == "application/problem+json"


def test_commands_in_an_error_are_set_as_code(client: TestClient) -> None:
    page = client.get("/events/e_0", headers=BROWSER).text
    assert "<code>secondsource events</code>" in page
    assert "`" not in page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A ledger whose reports are markup wherever they can be."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "outlet": f"Outlet {words}",
            "title": f"Title {words}",
            "published": "2014-11-13",
            "text": f"The Islamic State attacked the Nusra Front in Aleppo {words}, "
            f"an official {words} said. {words} {number}",
        }
        for number, words in enumerate(HOSTILE)
    ]
    reports = folder / "hostile.jsonl"
    reports.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    with ss.open(folder / "x.db") as workspace:
        workspace.ingest(reports)
    with TestClient(create_app(folder / "x.db"), base_url=HERE) as asking:
        yield asking


def test_report_content_stays_words(hostile: TestClient) -> None:
    reports = hostile.get("/reports.json").json()["rows"]
    events = hostile.get("/events.json").json()["rows"]
    pages = ["/", "/reports", "/events", "/sources", "/search?q=Aleppo", "/ties", "/actors"]
    pages += ["/map", "/map?here=", "/timeline", "/timeline?by=type", "/network"]
    pages += [f"/reports/{row['id']}" for row in reports]
    pages += [f"/events/{row['id']}" for row in events]
    assert len(reports) == len(HOSTILE)
    for path in pages:
        html = hostile.get(path, headers=BROWSER).text
        links = read(html)
        assert links.inline == [], path
        assert "<img" not in html
        assert "<script>" not in html
        assert not any(one.startswith("javascript:") for one in links.addresses)


@pytest.mark.parametrize("path", ["/events", "/search", "/map", "/timeline", "/ties", "/network"])
def test_the_empty_fields_of_a_form_ask_for_nothing(client: TestClient, path: str) -> None:
    empty = "?since=&until=" if path != "/network" else "?as_of=&known_by="
    left, whole = client.get(f"{path}.json{empty}"), client.get(f"{path}.json")
    assert left.status_code == 200, left.text
    assert left.json() == whole.json()


def test_origins_that_are_not_independent_are_told(client: TestClient) -> None:
    told = {True: 0, False: 0}
    for row in client.get("/events.json?_size=500").json()["rows"]:
        origins = client.get(f"/events/{row['id']}.json").json()["origins"]
        sides = [{one["side"] for one in origin["accounts"]} for origin in origins]
        shared = sum("supports" in side for side in sides) > row["origins"]
        page = client.get(f"/events/{row['id']}", headers=BROWSER).text
        assert ("share whom they have it from" in page) == shared
        assert page.count('class="group open"') == sum("supports" not in side for side in sides)
        told[shared] += 1
    assert told[False]


@pytest.mark.parametrize("path", ["/search?q=met", "/map", "/timeline", "/network"])
def test_days_are_written_as_everywhere(client: TestClient, path: str) -> None:
    page = client.get(path, headers=BROWSER).text
    assert 'type="date"' not in page
    assert 'placeholder="YYYY-MM-DD"' in page


def test_a_hostile_search_is_shown_as_words(client: TestClient) -> None:
    html = client.get("/search", params={"q": HOSTILE[0]}, headers=BROWSER).text
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x.db"):
        pass
    with TestClient(create_app(tmp_path / "x.db"), base_url=HERE) as asking:
        for path in (
            *("/", "/events", "/reports", "/actors", "/ties", "/sources", "/search"),
            *("/map", "/timeline", "/network"),
        ):
            answer = asking.get(path, headers=BROWSER)
            assert answer.status_code == 200
            assert 'class="empty"' in answer.text, path


def test_every_field_of_a_context_is_explained() -> None:
    import secondsource.views.pages as pages

    for name in pages.__all__:
        shape = getattr(pages, name)
        if dataclasses.is_dataclass(shape):
            for field in dataclasses.fields(shape):
                assert field.metadata.get("help"), f"{name}.{field.name}"


def test_the_first_page_is_light(client: TestClient) -> None:
    """The page with all that it loads, in bytes, as nothing is compressed on one machine."""
    page = client.get("/", headers=BROWSER)
    files = {one for one in read(page.text).addresses if one.startswith("/static/")}
    size = len(page.content) + sum(len(client.get(file).content) for file in files)
    for font in ("inter", "source-serif"):
        size += len(client.get(f"/static/vendor/{font}/latin.woff2").content)
    assert size < 300_000
