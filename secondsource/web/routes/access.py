"""Signing in and out with a browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request
from starlette.responses import RedirectResponse, Response

from secondsource.web.doors import COOKIE, LASTING
from secondsource.web.guard import DoorsParameter, ReaderParameter, check_origin
from secondsource.web.pages import html_answer

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInContext:
    """Where the browser goes once it is signed in, and whether its token was refused."""

    to: str
    refused: bool = False


@router.get("/login")
def form(request: Request, to: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """The sign-in page."""
    return html_answer(request, "login.html", SignInContext(to=_own(to)), None)


@router.post("/login")
def sign_in(
    request: Request,
    doors: DoorsParameter,
    token: Annotated[str, Form(max_length=200)] = "",
    to: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """Take a token and give the browser a cookie for it."""
    check_origin(request)
    if not doors.locked:
        return RedirectResponse(_own(to), status_code=303)
    session = doors.open(token)
    if session is None:
        wrong = SignInContext(to=_own(to), refused=True)
        return html_answer(request, "login.html", wrong, None, 401)
    answer = RedirectResponse(_own(to), status_code=303)
    answer.set_cookie(
        COOKIE,
        session,
        max_age=LASTING,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/logout")
def sign_out(doors: DoorsParameter, visitor: ReaderParameter) -> Response:
    """End what the cookie is for, and take it back."""
    if visitor.session is None:
        raise HTTPException(409, "Nobody is signed in with this browser.")
    doors.close(visitor.session)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _own(address: str) -> str:
    """``address`` where it is a path of the workbench, else the overview."""
    is_own = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_own and address.isprintable() else "/"
