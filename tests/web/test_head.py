"""HEAD is answered wherever GET is, and without a body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from secondsource.web import WebOptions, create_app
from tests.web.conftest import HERE

ADDRESSES = (
    "/",
    "/overview.json",
    "/events",
    "/events.csv",
    "/review",
    "/map",
    "/api/decisions",
    "/api/openapi.json",
    "/api/exports/jsonl",
    "/static/css/base.css",
    "/events/e_0000000000000000",
    "/nowhere",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_is_get_without_a_body(client: TestClient, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert head.status_code == whole.status_code
    assert head.content == b""
    assert whole.content
    told = {"content-type", "content-length", "etag", "content-security-policy"}
    assert {name: head.headers.get(name) for name in told} == {
        name: whole.headers.get(name) for name in told
    }


def test_head_with_a_tag_is_not_modified(client: TestClient) -> None:
    tag = client.head("/events").headers["etag"]
    assert client.head("/events", headers={"if-none-match": tag}).status_code == 304


def test_what_only_takes_changes_answers_no_head(client: TestClient) -> None:
    assert client.head("/api/events/merge").status_code == 405


def test_the_audit_tells_head_from_get(own_ledger: Path, tmp_path: Path) -> None:
    log = tmp_path / "audit.jsonl"
    with TestClient(create_app(own_ledger, WebOptions(audit=log)), base_url=HERE) as asking:
        asking.head("/events")
    assert [json.loads(line)["method"] for line in log.read_text().splitlines()] == ["HEAD"]


@pytest.mark.parametrize("version", ["2.3", "2.4"])
def test_a_file_is_not_written_to_its_end(own_ledger: Path, version: str) -> None:
    app = create_app(own_ledger)
    sent: list[str] = []

    async def listening(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"].startswith("http"):
                sent.append(message["type"])
            await send(message)

        versions = {"version": "3.0", "spec_version": version}
        await app({**scope, "asgi": versions}, receive, sending)

    with TestClient(listening, base_url=HERE) as asking:
        assert asking.head("/events.csv").status_code == 200
    assert sent == ["http.response.start", "http.response.body"]
