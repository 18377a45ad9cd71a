"""A page: one context, shown as HTML, as JSON and, where it is a table, as CSV.

``add_page`` gives a path its twins: ``/reports``, ``/reports.json`` and ``/reports.csv``. Who asks
for ``/reports`` with ``Accept: application/json`` gets the JSON too. Every answer carries an
entity tag, and who has it already gets 304.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial, wraps
from typing import Any, TypeAlias, get_type_hints

from fastapi import APIRouter, Depends, Request
from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from secondsource.exports import Table, csv_lines
from secondsource.ledger import Ledger
from secondsource.web.kept import KeptAnswers, Made, asked_by, made_of
from secondsource.web.templating import render

HTML = "text/html"
JSON = "application/json"
CSV = "text/csv"

Work: TypeAlias = Callable[[], Any]
"""Makes a page's context when it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What ``add_page`` needs to know.

    ``context`` answers the question: a FastAPI dependency, whose parameters are the page's, and
    whose return annotation is the shape of its JSON. ``template`` shows it, as ``page``. ``table``
    and ``rows`` are given together: a dependency that yields every row that the filters in force
    let through, however many, and the columns of the CSV.
    """

    path: str
    template: str
    summary: str
    context: Callable[..., Any]
    table: Table[Any] | None = None
    rows: Callable[..., Iterable[Any]] | None = None


def add_page(router: APIRouter, page: Page, *, twin: str | None = None) -> None:
    """Serve ``page`` and its twins; ``twin`` is their path where it is not the page's."""
    stem = twin or page.path
    shape = get_type_hints(page.context)["return"]
    context = Depends(_put_off(page.context))

    async def as_json(request: Request, work: Work = context) -> Response:
        return await _answer(request, JSON, work, json_made)

    async def as_html(request: Request, work: Work = context) -> Response:
        if prefers_json(request):
            return await as_json(request, work)
        links = twins_of(request, stem=stem if twin else None, csv=page.rows is not None)

        def shown(found: Any) -> Made:
            return html_made(request, page.template, found, links)

        return await _answer(request, HTML, work, shown)

    name = page.summary
    router.add_api_route(f"{stem}.json", as_json, summary=name, response_model=shape)
    if page.table is not None and page.rows is not None:
        _add_table(router, f"{stem}.csv", page.table, page.rows, name)
    router.add_api_route(page.path, as_html, include_in_schema=False)


def _put_off(context: Callable[..., Any]) -> Callable[..., Any]:
    """A dependency with the parameters of ``context`` that leaves the work to the endpoint, so
    that a page goes to another thread once at most rather than once for each dependency."""

    @wraps(context)
    async def asked(*given: Any, **named: Any) -> Work:
        return partial(context, *given, **named)

    return asked


async def _answer(
    request: Request, form: str, work: Work, written: Callable[[Any], Made]
) -> Response:
    """What ``work`` gives as it is ``written``, made on another thread; or what that gave before,
    where nothing was written to the ledger since."""
    ledger: Ledger = request.app.state.ledger
    answers: KeptAnswers = request.app.state.answers
    asked, pulse = asked_by(request, form), ledger.pulse()
    made = answers.find(pulse, asked)
    if made is None:
        made = await run_in_threadpool(_made, ledger, work, written)
        answers.keep(pulse, asked, made)
    return sent(request, made)


def _made(ledger: Ledger, work: Work, written: Callable[[Any], Made]) -> Made:
    with ledger.moment():
        found = work()
    return written(found)


def _add_table(
    router: APIRouter, path: str, table: Table[Any], rows: Callable[..., Iterable[Any]], name: str
) -> None:
    listing = Depends(rows)

    def as_csv(found: Any = listing) -> Response:
        return csv_answer(table, found)

    router.add_api_route(
        path,
        as_csv,
        summary=f"{name}, as a table",
        response_class=Response,
        responses={200: {"content": {CSV: {}}}},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Where the same answer stands in other forms, with the same filters."""

    json: str
    csv: str | None


def twins_of(request: Request, *, stem: str | None, csv: bool) -> Twins:
    """The addresses of the twins of the page that ``request`` asks for."""
    path = stem or request.url.path
    query = f"?{request.url.query}" if request.url.query else ""
    return Twins(json=f"{path}.json{query}", csv=f"{path}.csv{query}" if csv else None)


def json_answer(request: Request, context: Any, status: int = 200) -> Response:
    """``context`` as JSON, by the aliases of the machine contract."""
    return sent(request, json_made(context), status)


def json_made(context: Any) -> Made:
    """The same as a body."""
    return made_of(adapter_of(context.__class__).dump_json(context, by_alias=True), JSON)


def html_answer(
    request: Request, template: str, context: Any, links: Twins | None, status: int = 200
) -> Response:
    """``context`` in a template, as ``page``."""
    return sent(request, html_made(request, template, context, links), status)


def html_made(request: Request, template: str, context: Any, links: Twins | None) -> Made:
    """The same as a body."""
    body = render(template, request, page=context, links=links)
    return made_of(body.encode(), f"{HTML}; charset=utf-8")


def csv_answer(table: Table[Any], rows: Iterable[Any]) -> Response:
    """Rows as a CSV file, written as they are read."""
    headers = {"content-disposition": f'attachment; filename="{table.name}.csv"'}
    lines = (line.encode() for line in csv_lines(table, rows))
    return StreamingResponse(lines, media_type=f"{CSV}; charset=utf-8", headers=headers)


@cache
def adapter_of(shape: type[Any]) -> TypeAdapter[Any]:
    """What writes a context of this shape as JSON."""
    return TypeAdapter(shape)


def prefers_json(request: Request) -> bool:
    """Whether JSON is asked for: by the ``Accept`` header, or by a path that ends in .json."""
    accepted = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or (JSON in accepted and HTML not in accepted)


def tagged(request: Request, body: bytes, media_type: str, status: int = 200) -> Response:
    """A body with its entity tag; 304 without it for who has it already."""
    return sent(request, made_of(body, media_type), status)


def sent(request: Request, made: Made, status: int = 200) -> Response:
    """What was made, as an answer; 304 without its body for who has it already."""
    headers = {"etag": made.tag, "cache-control": "private, no-cache", "vary": "Accept"}
    if request.method == "GET" and status == 200 and _has_it(request, made.tag):
        return Response(status_code=304, headers=headers)
    return Response(made.body, status_code=status, media_type=made.media_type, headers=headers)


def _has_it(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "").split(",")
    return tag in {one.strip().removeprefix("W/") for one in known}
