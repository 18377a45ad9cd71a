"""Requests to the workbench in this process, and the SQL that each of them issues."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fastapi import FastAPI
from sqlalchemy import Engine, event

_UNCOUNTED = ("BEGIN", "COMMIT", "PRAGMA", "ROLLBACK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement as the driver got it."""

    sql: str
    parameters: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the application answered."""

    status: int
    body: bytes


class Browser:
    """Asks an application for pages without a network, as a browser on this machine would."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._loop = asyncio.new_event_loop()

    def get(self, address: str, *, accept: str = "text/html") -> Answer:
        """The answer to one GET."""
        return self._loop.run_until_complete(self._asked(address, accept))

    def close(self) -> None:
        """End the loop that the requests ran in."""
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    async def _asked(self, address: str, accept: str) -> Answer:
        sent: list[MutableMapping[str, Any]] = []
        parts = urlsplit(address)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(b"host", b"127.0.0.1"), (b"accept", accept.encode())],
            "client": ("127.0.0.1", 50_000),
            "server": ("127.0.0.1", 80),
        }

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        body = b"".join(one.get("body", b"") for one in sent)
        return Answer(status=sent[0]["status"], body=body)


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """The statements that any engine of this process issues meanwhile, in their order."""
    heard: list[Statement] = []

    def hear(_c: Any, _cursor: Any, sql: str, parameters: Any, _x: Any, _m: Any) -> None:
        if not sql.lstrip().upper().startswith(_UNCOUNTED):
            heard.append(Statement(sql=sql, parameters=parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def connected(file: Path) -> sqlite3.Connection:
    """A connection of the driver alone, that cannot write."""
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def fetch(connection: sqlite3.Connection, statements: list[Statement]) -> None:
    """Run statements and fetch all of their rows, with nothing made of them."""
    for one in statements:
        connection.execute(one.sql, one.parameters).fetchall()
