"""The log of who read what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from secondsource.errors import UsageError
from secondsource.web import Role, WebOptions, add_token, create_app
from tests.web.conftest import HERE


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_who_read_what_is_written(workbench_ledger: Path, tmp_path: Path) -> None:
    tokens, file = tmp_path / "tokens.txt", tmp_path / "audit.jsonl"
    bearer = {"authorization": f"Bearer {add_token(tokens, 'mara', Role.READ)}"}
    app = create_app(workbench_ledger, WebOptions(tokens=tokens, audit=file))
    with TestClient(app, base_url=HERE) as asking:
        asking.get("/reports.json?q=secret", headers=bearer)
        asking.get("/reports/r_0.json", headers=bearer)
        asking.get("/reports.json")
        asking.get("/static/css/base.css")
    told = [
        (one["name"], one["role"], one["method"], one["path"], one["status"]) for one in lines(file)
    ]
    assert told == [
        ("mara", "read", "GET", "/reports.json", 200),
        ("mara", "read", "GET", "/reports/r_0.json", 404),
        (None, None, "GET", "/reports.json", 401),
    ]
    assert "secret" not in file.read_text()
    assert all(one["time"].endswith("+00:00") for one in lines(file))


def test_what_was_searched_for_is_written_if_asked(workbench_ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    app = create_app(workbench_ledger, WebOptions(audit=file, audit_queries=True))
    with TestClient(app, base_url=HERE) as asking:
        asking.get("/search.json?q=truce")
    assert [one["query"] for one in lines(file)] == ["q=truce"]


def test_what_cannot_be_written_is_not_read(workbench_ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "folder" / "audit.jsonl"
    file.parent.mkdir()
    app = create_app(workbench_ledger, WebOptions(audit=file))
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as asking:
        file.unlink()
        file.mkdir()
        answer = asking.get("/reports.json")
    assert answer.status_code == 500
    assert "rows" not in answer.json()


def test_a_log_that_cannot_be_made_is_said_at_once(workbench_ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--audit"):
        create_app(workbench_ledger, WebOptions(audit=tmp_path / "no" / "audit.jsonl"))
