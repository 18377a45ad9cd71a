"""What strangers wrote stays words, on every page and wherever in a report it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

import secondsource as ss
from secondsource.web import create_app
from secondsource.web.routes import ROUTERS
from tests.web.conftest import HERE
from tests.web.injections import INJECTIONS, MARK, URLS

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


def row(number: int, words: str) -> dict[str, str]:
    """A report that holds ``words`` wherever it can."""
    return {
        "outlet": f"Outlet {words}",
        "title": f"Title {words}",
        "byline": f"By {words}",
        "agency": words,
        "url": URLS[number % len(URLS)],
        "published": "2014-11-13" if number % 3 else words,
        "text": f"The Islamic State attacked the Nusra Front in Aleppo on Monday, officer {words} "
        f"said. {words}\n\n{words} killed {number} civilians in {words}, the {words} group said.",
    }


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A workbench whose reports are all of this kind."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = [json.dumps(row(number, words)) for number, words in enumerate(INJECTIONS)]
    (folder / f"{MARK}'\"><{MARK}>.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with ss.open(folder / "x.db") as workspace:
        assert workspace.ingest(folder, trained=False).new == len(INJECTIONS)
    with TestClient(create_app(folder / "x.db"), base_url=HERE) as asking:
        yield asking


def paths(client: TestClient) -> Iterator[str]:
    """Every page without a parameter in its path, and every page of everything that is listed."""
    for route in (route for router in ROUTERS for route in router.routes):
        path = getattr(route, "path", "")
        if "GET" in (getattr(route, "methods", None) or ()) and "{" not in path:
            yield path
    for name in LISTS:
        for row in client.get(f"/{name}.json?_size=500").json()["rows"]:
            yield address(name, row)
    for report in client.get("/reports.json?_size=500").json()["rows"][::3]:
        for claim in client.get(f"/reports/{report['id']}.json").json()["claims"]:
            yield f"/claims/{claim['row']['id']}"


def address(name: str, row: dict[str, object]) -> str:
    if name != "ties":
        return f"/{name}/{row['id']}"
    one, other = (party["id"] for party in row["between"])  # type: ignore[attr-defined]
    return f"/ties/{one}/{other}"


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
