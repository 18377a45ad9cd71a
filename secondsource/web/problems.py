"""Errors as pages for people and as problem details (RFC 9457) for programs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.params import Body
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.responses import Response

from secondsource.errors import (
    EvidenceMismatch,
    LedgerError,
    LedgerUnavailable,
    NotInLedger,
    SecondsourceError,
    UsageError,
)
from secondsource.web.pages import HTML, adapter_of, prefers_json
from secondsource.web.templating import render

PROBLEM = "application/problem+json"
_STATUS: tuple[tuple[type[SecondsourceError], HTTPStatus], ...] = (
    (NotInLedger, HTTPStatus.NOT_FOUND),
    (LedgerUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    (LedgerError, HTTPStatus.CONFLICT),
    (EvidenceMismatch, HTTPStatus.BAD_REQUEST),
    (UsageError, HTTPStatus.BAD_REQUEST),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Problem details; ``next_step`` says what the reader can do about it."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    next_step: str | None = None


def handle_problems(app: FastAPI) -> None:
    """Answer every error of ``app`` in the form that was asked for."""

    @app.exception_handler(SecondsourceError)
    def on_purpose(request: Request, error: SecondsourceError) -> Response:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), None)
        if status is None:
            _log.exception("%s", error)
        detail = f"{error.subject}: {error.reason}"
        return problem(request, status or HTTPStatus.INTERNAL_SERVER_ERROR, detail, error.next_step)

    @app.exception_handler(HTTPException)
    def plain(request: Request, error: HTTPException) -> Response:
        answer = problem(request, HTTPStatus(error.status_code), str(error.detail))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def unfit(request: Request, error: RequestValidationError) -> Response:
        wanted = _wanted_kind(request)
        if wanted is not None and wanted != _kind(request):
            return problem(request, HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send {wanted}.")
        told = "; ".join(
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()
        )
        return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, told)

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        _log.exception("%s %s", request.method, request.url.path, exc_info=error)
        detail = "The program failed. What it said stands in its log."
        return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def problem(
    request: Request, status: HTTPStatus, detail: str, next_step: str | None = None
) -> Response:
    """The answer for one problem: HTML where a browser asks for a page, else problem details."""
    told = Problem(
        type="about:blank",
        title=status.phrase,
        status=status.value,
        detail=detail,
        instance=request.url.path,
        next_step=next_step or None,
    )
    if HTML in request.headers.get("accept", "") and not prefers_json(request):
        body = render("problem.html", request, page=told, links=None)
        return Response(body, status_code=status, media_type=f"{HTML}; charset=utf-8")
    return Response(
        adapter_of(Problem).dump_json(told, exclude_none=True),
        status_code=status,
        media_type=PROBLEM,
    )


def _wanted_kind(request: Request) -> str | None:
    """The media type of the body that the route reads; ``None`` where it reads none."""
    route = request.scope.get("route")
    body = route.body_field if isinstance(route, APIRoute) else None
    return body.field_info.media_type if body and isinstance(body.field_info, Body) else None


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().casefold()
