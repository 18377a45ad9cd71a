"""The API for those who write programs: its description, its list, and who one is to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from secondsource.web.endpoints import api_context
from secondsource.web.guard import VisitorParameter
from secondsource.web.openapi import PATH
from secondsource.web.pages import JSON, html_answer, json_answer, tagged
from secondsource.web.visitors import Role

router = APIRouter(tags=["api"])


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoAmI:
    """Who asks, as the program sees it."""

    name: str | None = field(metadata={"help": "The name of the token; null where none is asked."})
    role: Role = field(metadata={"help": "What the visitor may do."})


@router.get("/api", include_in_schema=False)
def listing(request: Request) -> Response:
    """Every operation, for people."""
    return html_answer(request, "api.html", api_context(request.app.openapi()), None)


@router.get(PATH, summary="This description", response_model=dict[str, Any])
def description(request: Request) -> Response:
    """OpenAPI 3.1."""
    return tagged(request, json.dumps(request.app.openapi()).encode(), JSON)


@router.get("/api/me", summary="Who one is", response_model=WhoAmI)
def who_am_i(request: Request, visitor: VisitorParameter) -> Response:
    """The name and the role of the token that was sent."""
    return json_answer(request, WhoAmI(name=visitor.name, role=visitor.role))
