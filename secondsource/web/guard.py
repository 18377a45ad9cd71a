"""What a request may change: by whose role, and only if it comes from a page of the workbench.

A browser says where a request comes from (``Sec-Fetch-Site``, ``Origin``); one that another site
caused is refused, and one of our own pages must carry the token that only our pages know.
Programs send neither header and are known by their bearer token, which no browser adds by itself.
"""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, HTTPException, Request

from secondsource.web.doors import Doors
from secondsource.web.visitors import Role, Visitor

HEADER = "x-csrf-token"
FIELD = "_token"
_OWN_SITES = {"same-origin", "none"}


def visitor_of(request: Request) -> Visitor:
    """Who asks; requests of nobody known do not come this far."""
    visitor: Visitor = request.state.visitor
    return visitor


def doors_of(request: Request) -> Doors:
    """The doors of the application."""
    doors: Doors = request.app.state.doors
    return doors


VisitorParameter = Annotated[Visitor, Depends(visitor_of)]
DoorsParameter = Annotated[Doors, Depends(doors_of)]


async def reviewer_of(request: Request, visitor: VisitorParameter) -> Visitor:
    """A visitor who may review, asking from a page of ours or from a program."""
    return await _guarded(request, visitor, Role.REVIEW)


async def reader_of(request: Request, visitor: VisitorParameter) -> Visitor:
    """Any visitor, asking from a page of ours or from a program."""
    return await _guarded(request, visitor, Role.READ)


ReviewerParameter = Annotated[Visitor, Depends(reviewer_of)]
ReaderParameter = Annotated[Visitor, Depends(reader_of)]


def check_origin(request: Request) -> None:
    """Refuse what another site's page sent.

    Raises:
        HTTPException: 403.
    """
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    host = request.headers.get("host", "")
    if site not in _OWN_SITES or (origin is not None and _host(origin) != host.casefold()):
        raise HTTPException(403, "This came from a page of another site.")


async def _guarded(request: Request, visitor: Visitor, wanted: Role) -> Visitor:
    if not visitor.role.allows(wanted):
        raise HTTPException(403, f"This needs the role {wanted}; yours is {visitor.role}.")
    check_origin(request)
    if visitor.session is not None or _is_browser(request):
        given = request.headers.get(HEADER) or await _field(request)
        if not doors_of(request).is_form_token(visitor, given):
            raise HTTPException(403, "The page is out of date. Load it again and repeat.")
    return visitor


def _is_browser(request: Request) -> bool:
    return "origin" in request.headers or "sec-fetch-site" in request.headers


async def _field(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return ""
    given = (await request.form()).get(FIELD)
    return given if isinstance(given, str) else ""


def _host(origin: str) -> str:
    """The host and port of an origin; ``""`` for an opaque one, which is no page of ours."""
    try:
        return urlsplit(origin).netloc.casefold()
    except ValueError:
        return ""
