"""What all pages have: other forms, tags, headers, errors."""

from __future__ import annotations

import hashlib
import json
import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from secondsource.errors import LedgerUnavailable, UsageError
from secondsource.web import create_app, free_socket

BROWSER = {"accept": "text/html,application/xhtml+xml"}


def test_who_asks_for_json_gets_it(client: TestClient) -> None:
    asked = client.get("/reports", headers={"accept": "application/json"})
    assert asked.json() == client.get("/reports.json").json()


def test_what_the_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/reports", headers=BROWSER)
    again = client.get("/reports", headers=BROWSER | {"if-none-match": first.headers["etag"]})
    other = client.get("/reports", headers=BROWSER | {"if-none-match": '"another"'})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_pages_allow_no_inline_script_or_style(client: TestClient) -> None:
    policy = client.get("/reports").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_an_unknown_page_is_said_as_a_page(client: TestClient) -> None:
    answer = client.get("/nowhere", headers=BROWSER)
    assert answer.status_code == 404
    assert "<h1>Not Found</h1>" in answer.text


def test_an_unknown_page_is_said_as_problem_details(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code == 404


def test_another_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/reports", headers={"host": "evil.example"}).status_code == 421


def test_a_ledger_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="no such ledger"):
        create_app(tmp_path / "none.db")


def test_a_taken_port_is_said() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="--port"):
            free_socket("127.0.0.1", taken.getsockname()[1])


def test_the_vendored_files_are_those_of_the_lock() -> None:
    root = Path(__file__).parents[2]
    lock = json.loads((root / "web_assets" / "lock.json").read_text(encoding="utf-8"))
    vendored = root / "secondsource" / "web" / "static" / "vendor"
    pinned = {name: digest for entry in lock.values() for name, digest in entry["files"].items()}
    found = {
        str(file.relative_to(vendored)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in vendored.rglob("*")
        if file.is_file()
    }
    assert found == pinned
    assert all(entry["licence"] for entry in lock.values())
