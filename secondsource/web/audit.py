"""A log of who read what, as JSON lines, if it is turned on."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.errors import UsageError
from secondsource.web.visitors import Visitor

_UNLOGGED = "/static/"


def _now() -> datetime:
    return datetime.now(UTC)


class AuditLog:
    """Appends a line for each answer: time, name, role, method, path, status.

    What was searched for is left out unless ``queries``. A line is written before its answer is
    sent; if it cannot be written, neither is the answer.

    Raises:
        UsageError: if the file cannot be written.
    """

    def __init__(
        self, path: Path, *, queries: bool = False, clock: Callable[[], datetime] = _now
    ) -> None:
        self._queries = queries
        self._clock = clock
        self._lock = threading.Lock()
        self._path = path
        try:
            path.open("ab").close()
        except OSError as error:
            reason = error.strerror or "it cannot be written"
            raise UsageError(str(path), reason, "name another file with --audit") from error

    def write(self, scope: Scope, status: int) -> None:
        """Append the line of one answer."""
        visitor: Visitor | None = scope.get("state", {}).get("visitor")
        line = {
            "time": self._clock().isoformat(timespec="milliseconds"),
            "name": visitor.name if visitor else None,
            "role": visitor.role.value if visitor else None,
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
        }
        if self._queries:
            line["query"] = scope["query_string"].decode("latin-1")
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(f"{json.dumps(line)}\n")


class Audit:
    """Writes every answer but the package's own files into a log."""

    def __init__(self, app: ASGIApp, log: AuditLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["path"].startswith(_UNLOGGED):
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._log.write(scope, message["status"])
            await send(message)

        await self._app(scope, receive, sending)
