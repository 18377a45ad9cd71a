"""What of a request is read: how much, in what time, and no address with a NUL in it."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from secondsource.web.problems import problem


class NulCheck:
    """Refuses addresses with a NUL, which no database keeps in a text (400)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and _has_nul(scope):
            told = "An address cannot hold a NUL character."
            await problem(Request(scope), HTTPStatus.BAD_REQUEST, told)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class BodyLimit:
    """Refuses a body of more than ``most`` bytes (413), or one whose next part does not come
    within ``seconds`` (408)."""

    def __init__(self, app: ASGIApp, most: int, seconds: float) -> None:
        self._app = app
        self._most = most
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "")
        if said.isdecimal() and int(said) > self._most:
            refusal = problem(
                Request(scope), HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._too_large()
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, self._bounded(receive), send)

    def _bounded(self, receive: Receive) -> Receive:
        came = 0
        whole = False

        async def receiving() -> Message:
            nonlocal came, whole
            if whole:
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), self._seconds)
            except TimeoutError as error:
                raise HTTPException(408, "The request did not come to its end.") from error
            came += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            if came > self._most:
                raise HTTPException(413, self._too_large())
            return message

        return receiving

    def _too_large(self) -> str:
        return f"A request may hold {self._most:,} bytes."


def _has_nul(scope: Scope) -> bool:
    return (
        "\0" in scope["path"] or b"%00" in scope["query_string"] or b"\0" in scope["query_string"]
    )
