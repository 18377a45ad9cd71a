"""The description of the API for programs: what FastAPI derives, and what every operation shares.

Each operation can answer with a problem, and each GET with 304, so both are described here once.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import TypeAdapter

from secondsource.web.problems import PROBLEM, Problem

PATH = "/api/openapi.json"
Described = dict[str, Any]
_ALWAYS = {
    "400": "A value fits its type but not the question.",
    "401": "A token is needed.",
    "403": "The token's role does not allow it.",
    "421": "The server is not known by this name.",
    "422": "A parameter is missing or does not fit.",
    "500": "The program failed; its log says why.",
    "503": "The ledger cannot be reached.",
}
_NAMED = {"404": "There is nothing of this name."}
# Pages that name a claim in their query.
_NAMING = frozenset({"/review", "/review.json"})
_CHANGING = {
    "404": "There is nothing of this name.",
    "408": "The request did not come to its end.",
    "409": "Somebody else decided on it meanwhile.",
    "413": "The request is too large.",
    "415": "The body is not of the kind that is read here.",
    "429": "Too many uploads wait.",
}
_ETAG = {
    "description": "Send it back in If-None-Match to get 304 where nothing changed.",
    "schema": {"type": "string"},
}
_SCHEMES = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token of the token file."}
}


def describe(app: FastAPI) -> None:
    """Make ``app.openapi()`` the whole description."""

    def whole() -> Described:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(
                get_openapi(
                    title=app.title,
                    version=app.version,
                    description=app.description,
                    routes=app.routes,
                )
            )
        return app.openapi_schema

    app.openapi = whole  # type: ignore[method-assign]


def _completed(schema: Described) -> Described:
    parts = schema.setdefault("components", {})
    shapes = parts.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        shapes.pop(unused, None)
    shapes["Problem"] = TypeAdapter(Problem).json_schema(mode="serialization")
    parts["securitySchemes"] = _SCHEMES
    schema["security"] = [{"token": []}, {}]
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            _complete(path, method, operation)
    return schema


def _complete(path: str, method: str, operation: Described) -> None:
    answers = operation["responses"]
    shared = (
        _ALWAYS
        | (_NAMED if "{" in path or path in _NAMING else {})
        | (_CHANGING if method != "get" else {})
    )
    answers |= {status: _problem(words) for status, words in shared.items()}
    good = answers.get("200")
    if method == "get" and good and "application/json" in good.get("content", {}):
        good["headers"] = {"ETag": _ETAG} | good.get("headers", {})
        answers["304"] = {"description": "Nothing changed.", "headers": {"ETag": _ETAG}}


def _problem(words: str) -> Described:
    shape = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {PROBLEM: {"schema": shape}}}
