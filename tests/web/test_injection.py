"""What strangers wrote stays words, on every page and wherever in a report it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.web import create_app, templating
from secondsource.web.routes import ROUTERS
from secondsource.web.templating import ENVIRONMENT
from tests.web.conftest import HERE
from tests.web.hostile import hostile_ledger
from tests.web.injections import INJECTIONS, MARK

PAGE = {"accept": "text/html"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"}
INERT = re.compile(r"(?:/(?![/\\])|#|\?|https?://)|$")
LISTS = ("events", "reports", "actors", "ties")


class Made(HTMLParser):
    """What a page is made of that it may not be made of."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        if any(MARK in name for name in {tag, *names}):
            self.wrong.append(f"<{tag} {names}>")
        if tag == "style" or (tag == "script" and "src" not in names):
            self.wrong.append(f"inline <{tag}>")
        self.wrong += [name for name in names if name.startswith("on") or name == "style"]
        for name, value in attrs:
            followed = re.sub(r"[\x00-\x20]", "", value or "").casefold()
            if name in ADDRESSES and not INERT.match(followed):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}-->")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append(f"<![{data}]>")


def wrong(html: str) -> list[str]:
    """What in a page is more than words; its own doctype is none of it."""
    made = Made()
    made.feed(html)
    made.close()
    computed = [f"49{MARK}"] if f"49{MARK}" in html else []
    overrides = [repr(one) for one in "\u202d\u202e\x00\x08" if one in html]
    return made.wrong + computed + overrides


@pytest.fixture(scope="module")
def hostile_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger whose reports, reviewers and actors are all of this kind."""
    return hostile_ledger(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def hostile(hostile_place: Path) -> Iterator[TestClient]:
    """The workbench over it."""
    with TestClient(create_app(hostile_place), base_url=HERE) as asking:
        yield asking


@pytest.fixture
def unescaped(hostile_place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The same, if its templates escaped nothing."""
    bare = ENVIRONMENT.overlay(autoescape=False)
    monkeypatch.setattr(templating, "ENVIRONMENT", bare)
    with TestClient(create_app(hostile_place), base_url=HERE) as asking:
        yield asking


def paths(client: TestClient) -> Iterator[str]:
    """Every page without a parameter in its path, and every page of everything that is listed."""
    for route in (route for router in ROUTERS for route in router.routes):
        path = getattr(route, "path", "")
        if "GET" in (getattr(route, "methods", None) or ()) and "{" not in path:
            yield path
    yield from ("/search?q=group", "/map?here=", "/timeline?by=type")
    for name in LISTS:
        for row in client.get(f"/{name}.json?_size=500").json()["rows"]:
            yield address(name, row)
    for report in client.get("/reports.json?_size=500").json()["rows"][::3]:
        claims = client.get(f"/reports/{report['id']}.json").json()["claims"]
        yield from (f"/claims/{claim['row']['id']}" for claim in claims)
        yield from (f"/review?claim={claim['row']['id']}" for claim in claims[:1])


def address(name: str, row: dict[str, object]) -> str:
    if name != "ties":
        return f"/{name}/{row['id']}"
    one, other = (party["id"] for party in row["between"])  # type: ignore[attr-defined]
    return f"/ties/{one}/{other}"


def kind(path: str) -> str:
    """What sort of page stands at a path: "events" for the list, "events/…" for one of them."""
    room, parted, _ = path.partition("?")[0].strip("/").partition("/")
    return f"{room}/…" if parted else room


def test_there_are_a_hundred() -> None:
    assert len(set(INJECTIONS)) == len(INJECTIONS) >= 100
    assert all(MARK in words.casefold() for words in INJECTIONS)


def test_report_content_stays_words_on_every_page(hostile: TestClient) -> None:
    seen = 0
    for path in paths(hostile):
        answer = hostile.get(path, headers=PAGE)
        assert answer.status_code == 200, path
        if answer.headers["content-type"].startswith("text/html"):
            assert wrong(answer.text) == [], path
            seen += 1
    assert seen > 2 * len(INJECTIONS)


def test_every_sort_of_page_would_be_seen_if_it_did_not_escape(unescaped: TestClient) -> None:
    tried: dict[str, list[bool]] = {}
    for path in paths(unescaped):
        seen = tried.setdefault(kind(path), [])
        if not any(seen):
            answer = unescaped.get(path, headers=PAGE)
            if answer.headers["content-type"].startswith("text/html"):
                seen.append(wrong(answer.text) != [])
    shown = {name for name, seen in tried.items() if any(seen)}
    pages = {name for name, seen in tried.items() if seen}
    assert pages - shown == {"api", "login"}, "these hold no words of a report"
    assert len(shown) >= 17


@pytest.mark.parametrize("parameter", ["q", "_next", "outlet", "actor", "place", "since", "_sort"])
def test_what_is_asked_stays_words(hostile: TestClient, parameter: str) -> None:
    for path in ("/search", "/events", "/reports", "/ties", "/actors"):
        for words in INJECTIONS[::7]:
            asked = {parameter: words.replace("\x00", "")}
            assert wrong(hostile.get(path, params=asked, headers=PAGE).text) == [], (path, words)


def test_a_path_stays_words(hostile: TestClient) -> None:
    for words in INJECTIONS[::5]:
        asked = "".join(f"%{byte:02x}" for byte in words.encode())
        answer = hostile.get(f"/reports/{asked}", headers=PAGE)
        assert answer.status_code in {400, 404}
        assert wrong(answer.text) == []


def test_the_words_are_all_there(hostile: TestClient) -> None:
    reports = hostile.get("/reports.json?_size=500").json()["rows"]
    spaced = {" ".join(f"Title {words}".split()) for words in INJECTIONS}
    assert {" ".join(row["title"].split()) for row in reports} == spaced


@pytest.mark.parametrize("html", [f"<p>{words}</p>" for words in INJECTIONS[:40]])
def test_words_that_were_not_escaped_would_be_seen(html: str) -> None:
    assert wrong(html) != []
