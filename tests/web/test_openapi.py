"""The description for programs, and the page about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from secondsource.web import create_app
from secondsource.web.routes import ROUTERS
from tests.web.conftest import HERE

PATH = "/api/openapi.json"


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(PATH).json()
    return found


def operations(described: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_twin_is_described(described: dict[str, Any]) -> None:
    paths = {getattr(route, "path", "") for router in ROUTERS for route in router.routes}
    twins = {path.replace(":path", "") for path in paths if path.endswith((".json", ".csv"))}
    assert len(twins) > 10
    assert twins <= set(described["paths"])


def test_every_operation_says_what_it_is_and_what_its_parameters_are(
    described: dict[str, Any],
) -> None:
    for path, method, operation in operations(described):
        where = f"{method} {path}"
        assert operation["summary"], where
        assert operation["tags"], where
        for parameter in operation.get("parameters", ()):
            told = parameter.get("description") or parameter["in"] == "path"
            assert told, f"{where}: {parameter['name']}"


def test_every_problem_is_described(described: dict[str, Any]) -> None:
    for path, method, operation in operations(described):
        answers = operation["responses"]
        wanted = {"400", "401", "403", "422", "503"} | (
            {"413", "415"} if method == "post" else set()
        )
        assert wanted <= set(answers), f"{method} {path}"
        assert all("application/problem+json" in answers[one]["content"] for one in wanted)
        assert "HTTPValidationError" not in json.dumps(operation)


def test_lists_are_followed_by_a_cursor(described: dict[str, Any]) -> None:
    for path in ("/events.json", "/reports.json", "/actors.json", "/ties.json", "/search.json"):
        names = {one["name"] for one in described["paths"][path]["get"]["parameters"]}
        assert {"_next", "_size"} <= names, path


@pytest.mark.parametrize("path", ["/events.json", "/reports.json", "/actors.json", "/ties.json"])
def test_following_gives_every_row_once(client: TestClient, path: str) -> None:
    whole = [json.dumps(row) for row in client.get(f"{path}?_size=500").json()["rows"]]
    found: list[str] = []
    cursor = ""
    for _ in range(500):
        answer = client.get(path, params={"_size": 2, "_next": cursor}).json()
        found += [json.dumps(row) for row in answer["rows"]]
        cursor = answer["next"]
        if cursor is None:
            break
    assert found == whole
    assert len(whole) > 2


@pytest.mark.parametrize(
    "path", [PATH, "/overview.json", "/events.json", "/api/me", "/sources.json"]
)
def test_what_did_not_change_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    again = client.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_without_a_token_file_everybody_administers(client: TestClient) -> None:
    assert client.get("/api/me").json() == {"name": None, "role": "admin"}


def test_the_page_lists_every_operation(client: TestClient, described: dict[str, Any]) -> None:
    page = client.get("/api", headers={"accept": "text/html"}).text
    for path, method, _ in operations(described):
        assert f"{method.upper()} {path}" in page


def test_the_description_does_not_change_with_the_ledger(
    own_ledger: Path, described: dict[str, Any]
) -> None:
    with TestClient(create_app(own_ledger), base_url=HERE) as asking:
        assert asking.get(PATH).json() == described
