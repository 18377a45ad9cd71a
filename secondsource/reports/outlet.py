"""Who published the report, by what its page says of itself, or by its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from secondsource.reports.news_names import agency, canonical, name_pattern, outlet_at
from secondsource.reports.records import Basis, Stated
from secondsource.text import Span

_PUBLISHER = re.compile(
    r"(?:^|[.;|]\s*)(?:published by|copyright(?:\s*©)?(?:\s*\(c\))?|©|\(c\))\s*"
    r"(?:(?:19|20)\d\d[\s,–-]*)*"
    r"(?:by\s+)?(?P<name>[^\W\d_][\w'’&\- ]{1,60}?)(?=\s*(?:[.,;|(]|all rights|$))",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER_TITLE = re.compile(r"\s+[|–—-]\s+(?P<name>[^|–—]{2,50})$")


def outlet_in(text: str, boilerplate: Sequence[Span], title: Span | None) -> Stated | None:
    """The outlet that boilerplate names as the publisher, or a headline carries at its end.

    Only set-aside lines and the headline's tail are read: an outlet named in the report proper is
    a source that it cites. An agency's name there is a credit (see `publishing_agency`).
    """
    return (
        _after_title(text, title)
        or _first(_no_agency(_publisher(text, span)) for span in boilerplate)
        or _first(_no_agency(_named(text, span)) for span in boilerplate)
    )


def publishing_agency(text: str, boilerplate: Sequence[Span]) -> Stated | None:
    """The agency whose copyright a page carries: its report, on whoever's page."""
    found = (_publisher(text, span) for span in boilerplate)
    return _first(stated if stated and agency(stated.value) else None for stated in found)


def outlet_by_address(url: str | None) -> Stated | None:
    """The outlet of a web address: by the table of domains, else the host name itself."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # no address after all
        return None
    if not host:
        return None
    return Stated(value=outlet_at(host) or host.removeprefix("www."), basis=Basis.URL)


def _first(found: Iterable[Stated | None]) -> Stated | None:
    return next((stated for stated in found if stated is not None), None)


def _no_agency(stated: Stated | None) -> Stated | None:
    return stated if stated is not None and agency(stated.value) is None else None


def _after_title(text: str, title: Span | None) -> Stated | None:
    match = _AFTER_TITLE.search(text, title.start, title.end) if title else None
    name = canonical(match["name"]) if match else None
    return _stated(name, Span(*match.span("name"))) if match and name else None


def _publisher(text: str, span: Span) -> Stated | None:
    match = _PUBLISHER.search(text, span.start, span.end)
    if match is None or not match["name"][0].isupper():
        return None
    return _stated(canonical(match["name"]) or match["name"], Span(*match.span("name")))


def _named(text: str, span: Span) -> Stated | None:
    match = name_pattern().search(text, span.start, span.end)
    name = canonical(match[0]) if match else None
    return _stated(name, Span(match.start(), match.end())) if match and name else None


def _stated(name: str, span: Span) -> Stated:
    return Stated(value=name, basis=Basis.TEXT, span=span)
