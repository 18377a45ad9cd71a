"""Templates: everything in them is escaped unless it is markup of their own."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request

from secondsource import __version__
from secondsource.web import addresses, wording
from secondsource.web.doors import Doors
from secondsource.web.navigation import navigation
from secondsource.web.network_chart import network_chart
from secondsource.web.outlines import outline
from secondsource.web.tie_chart import tie_chart
from secondsource.web.timeline_chart import timeline_chart
from secondsource.web.visitors import Visitor

# Controls that HTML has no place for, and overrides of the direction of writing: shown for what
# they are, one letter for one, so that no report turns the words around it.
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e]")


def _shown(value: object) -> object:
    """What a template prints for a value."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSHOWN.sub("\ufffd", value)
    return value


ENVIRONMENT = Environment(
    loader=PackageLoader("secondsource.web"),
    autoescape=True,
    finalize=_shown,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
ENVIRONMENT.filters |= {
    "count": wording.count,
    "day": wording.day,
    "edtf": wording.edtf,
    "interval": wording.interval,
    "moment": wording.moment,
    "plural": wording.plural,
    "snippets": wording.snippets,
    "titled": wording.titled,
}
ENVIRONMENT.tests["supporting"] = wording.supporting
ENVIRONMENT.globals |= {
    "network_chart": network_chart,
    "outline": outline,
    "tie_chart": tie_chart,
    "timeline_chart": timeline_chart,
    "to": addresses,
    "version": __version__,
}


def render(template: str, request: Request, **context: Any) -> str:
    """The template's HTML; it also sees the request, the navigation and the visitor."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    doors: Doors = request.app.state.doors
    return ENVIRONMENT.get_template(template).render(
        visitor=visitor,
        csrf_token=doors.form_token(visitor) if visitor else "",
        locked=doors.locked,
        path=request.url.path,
        query=addresses.Query.of(request),
        rooms=navigation(request),
        **context,
    )
