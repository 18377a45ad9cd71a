"""Answers are kept while the ledger stays as it is, and not a moment longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, event

from secondsource.ledger import (
    Ledger,
    NewDecision,
    open_ledger,
)
from secondsource.pipeline import refresh
from secondsource.web import Limits, Role, WebOptions, add_token, create_app
from secondsource.web.kept import Asked, KeptAnswers, made_of
from tests.web.conftest import HERE

BROWSER = {"accept": "text/html"}
START = 1


@contextmanager
def statements() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(_c: object, _k: object, statement: str, *_: object) -> None:
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("form", ["text/html", "application/json"])
def test_who_comes_back_gets_the_same_without_the_work(own_client: TestClient, form: str) -> None:
    first = own_client.get("/events", headers={"accept": form})
    with statements() as heard:
        again = own_client.get("/events", headers={"accept": form})
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert heard == []
    known = {"accept": form, "if-none-match": first.headers["etag"]}
    assert own_client.get("/events", headers=known).status_code == 304


def test_other_addresses_and_forms_are_other_answers(own_client: TestClient) -> None:
    page = own_client.get("/events", headers=BROWSER)
    twin = own_client.get("/events", headers={"accept": "application/json"})
    narrowed = own_client.get("/events?type=ASSAULT", headers=BROWSER)
    assert len({page.content, twin.content, narrowed.content}) == 3
    assert own_client.get("/events", headers=BROWSER).content == page.content


def _withdraw(ledger: Ledger) -> None:
    ledger.withdraw(next(ledger.reports()).id, who="mara", why="a test")


def _undo(ledger: Ledger) -> None:
    ledger.withdraw_decision(ledger.decisions()[-1].id, who="mara", why="a test")


def _decide(ledger: Ledger) -> None:
    ledger.decide(NewDecision(who="mara", what="note", subject="x", why="a test"))


@pytest.mark.parametrize("change", [_withdraw, _undo, _decide, refresh])
def test_whatever_changes_the_ledger_is_seen_at_once(
    own_ledger: Path, change: Callable[[Ledger], object]
) -> None:
    with open_ledger(own_ledger) as ledger:
        _withdraw(ledger)
        with TestClient(create_app(own_ledger), base_url=HERE) as asking:
            asking.get("/", headers=BROWSER)
            change(ledger)
            with statements() as heard:
                after = asking.get("/", headers=BROWSER)
    assert len(heard) > 4
    options = WebOptions(limits=Limits(kept_bytes=0))
    with TestClient(create_app(own_ledger, options), base_url=HERE) as fresh:
        assert _without_token(fresh.get("/", headers=BROWSER).text) == _without_token(after.text)


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf-token" not in line]


def test_nobody_gets_the_page_of_another(own_ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "tokens.txt"
    secrets = [add_token(file, name, Role.REVIEW) for name in ("mara", "noor")]
    app = create_app(own_ledger, WebOptions(tokens=file))
    pages = []
    for name, secret in zip(("mara", "noor"), secrets, strict=True):
        with TestClient(app, base_url=HERE) as asking:
            asking.post("/login", data={"token": secret, "to": "/events"})
            pages.append(asking.get("/events", headers=BROWSER).text)
            assert f"Sign out {name}" in pages[-1]
    assert pages[0] != pages[1]


def test_the_registry_of_the_user_may_change(own_ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "actors.csv"
    file.write_text("id,name\nisland-guard,Island Guard\n")
    options = WebOptions(registry=file)
    with TestClient(create_app(own_ledger, options), base_url=HERE) as asking:
        assert "Island Guard" in asking.get("/actors/island-guard", headers=BROWSER).text
        file.write_text("id,name\nisland-guard,Guard of the Isle\n")
        assert "Guard of the Isle" in asking.get("/actors/island-guard", headers=BROWSER).text


def _asked(number: int) -> Asked:
    return Asked(address=f"/{number}", media_type="text/html", visitor=None, registry=0)


def test_what_was_not_asked_for_longest_makes_room() -> None:
    answers = KeptAnswers(80)
    for number in range(10):
        answers.keep(START, _asked(number), made_of(b"x" * 10, "text/html"))
        answers.find(START, _asked(0))
    kept = [number for number in range(10) if answers.find(START, _asked(number))]
    assert kept == [0, 3, 4, 5, 6, 7, 8, 9]


def test_what_is_large_is_not_kept() -> None:
    answers = KeptAnswers(80)
    answers.keep(START, _asked(1), made_of(b"x" * 11, "text/html"))
    assert answers.find(START, _asked(1)) is None


def test_nothing_is_kept_where_the_pulse_is_not_known() -> None:
    answers = KeptAnswers(80)
    answers.keep(None, _asked(1), made_of(b"x", "text/html"))
    assert answers.find(None, _asked(1)) is None


def test_an_answer_of_before_is_not_found_after() -> None:
    answers = KeptAnswers(80)
    later = START + 1
    answers.keep(START, _asked(1), made_of(b"old", "text/html"))
    assert answers.find(later, _asked(1)) is None
    answers.keep(later, _asked(1), made_of(b"new", "text/html"))
    assert answers.find(START, _asked(1)) is None
