"""HEAD: what GET answers, without its body."""

from __future__ import annotations

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class _Told(OSError):
    """The headers are sent and the rest of a long body is not wanted."""


class HeadRequests:
    """Answers HEAD wherever GET is answered: the same status and headers, and no body.

    A file that is written as it is read is broken off at its first part, as it is for a reader
    who went away.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] != "http.response.body":
                await send(message)
                return
            await send({"type": "http.response.body", "body": b""})
            if message.get("more_body"):
                raise _Told

        try:
            await self._app({**scope, "method": "GET"}, receive, sending)
        except (_Told, ClientDisconnect):
            return
