"""What of a request is read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from secondsource.web import Limits, WebOptions, create_app
from tests.web.conftest import HERE

PROBLEM = "application/problem+json"


@pytest.fixture
def small(own_ledger: Path) -> Iterator[TestClient]:
    options = WebOptions(limits=Limits(request_bytes=2000, seconds=0.2, files=2))
    with TestClient(create_app(own_ledger, options), base_url=HERE) as asking:
        yield asking


def files(number: int, size: int) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"{n}.txt", b"x" * size)) for n in range(number)]


def test_a_large_body_is_refused(small: TestClient) -> None:
    answer = small.post("/api/ingest", files=files(1, 3000))
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


def test_a_large_body_that_does_not_say_so_is_refused(small: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        yield from (b"x" * 500 for _ in range(10))
        yield b"\r\n--b--\r\n"

    kind = {"content-type": "multipart/form-data; boundary=b"}
    answer = small.post("/api/ingest", content=parts(), headers=kind)
    assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


def test_too_many_files_are_refused(small: TestClient) -> None:
    assert small.post("/api/ingest", files=files(3, 10)).status_code == 413


@pytest.mark.parametrize("kind", ["application/json", "text/plain"])
def test_another_kind_of_body_is_refused(small: TestClient, kind: str) -> None:
    answer = small.post("/api/ingest", content=b"[]", headers={"content-type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)


def test_a_body_without_files_does_not_fit(small: TestClient) -> None:
    assert small.post("/api/ingest", data={"a": "b"}, files={"x": b""}).status_code == 422


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_refused(small: TestClient, method: str) -> None:
    answer = small.request(method, "/events.json")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == PROBLEM


@pytest.mark.parametrize("path", ["/events.json?q=a%00b", "/events/a%00b"])
def test_a_nul_is_refused(small: TestClient, path: str) -> None:
    assert small.get(path).status_code == 400


def test_a_body_that_stops_is_given_up(small: TestClient) -> None:
    answer = asyncio.run(_half_a_request(small.app))
    assert answer == 408


async def _half_a_request(app: Any) -> int:
    """Begin a request over the raw interface, and never end it."""
    came = iter([{"type": "http.request", "body": b"--b\r\n", "more_body": True}])
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> Any:
        message = next(came, None)
        if message is None:
            await asyncio.sleep(60)
        return message

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/ingest",
        "raw_path": b"/api/ingest",
        "query_string": b"",
        "scheme": "http",
        "http_version": "1.1",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "headers": [
            (b"host", b"127.0.0.1"),
            (b"content-type", b"multipart/form-data; boundary=b"),
        ],
    }
    await app(scope, receive, send)
    return int(sent[0]["status"])
