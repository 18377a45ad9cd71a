"""Lets nobody in whom the doors do not know, and says to the rest of the program who asks."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from secondsource.web.doors import Doors
from secondsource.web.pages import HTML, prefers_json
from secondsource.web.problems import problem

LOGIN = "/login"
_OPEN = "/static/"


class Access:
    """Sets ``state.visitor`` of each request, or answers it: 401, or the way to the sign-in page.

    Only the sign-in page and the package's own files are open to everybody.
    """

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        self._app = app
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visitor = self._doors.visitor(Headers(scope=scope))
        scope.setdefault("state", {})["visitor"] = visitor
        path = scope["path"]
        if visitor is None and path != LOGIN and not path.startswith(_OPEN):
            await _stranger(Request(scope))(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _stranger(request: Request) -> Response:
    wants_page = HTML in request.headers.get("accept", "") and not prefers_json(request)
    if wants_page and request.method == "GET":
        query = f"?{request.url.query}" if request.url.query else ""
        wanted = quote(f"{request.url.path}{query}", safe="")
        return RedirectResponse(f"{LOGIN}?to={wanted}", status_code=303)
    answer = problem(
        request, HTTPStatus.UNAUTHORIZED, "A token is needed.", "send Authorization: Bearer TOKEN"
    )
    answer.headers["www-authenticate"] = "Bearer"
    return answer
