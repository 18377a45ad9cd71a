"""Fetching one web address that the user named, with every hop checked on its own."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from secondsource.errors import Refused, Unreadable
from secondsource.reports.fetch.hops import Hop, request
from secondsource.reports.fetch.robots import check_robots
from secondsource.reports.fetch.urls import redirected
from secondsource.reports.options import ReadOptions

_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page. ``url`` is its address after redirects, ``charset`` what the server declared."""

    url: str
    content_type: str
    charset: str | None
    data: bytes = field(repr=False)


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Get a page, following at most ``options.limits.redirects`` redirects.

    Raises:
        InputRejected: naming what forbade or failed it.
    """
    deadline = time.monotonic() + options.limits.fetch_seconds
    hop = _checked(url, options, deadline)
    for _ in range(options.limits.redirects):
        if hop.location is None:
            break
        hop = _checked(redirected(hop.url, hop.location), options, deadline)
    if hop.location is not None:
        raise Refused(url, f"more than {options.limits.redirects} redirects", "name the last page")
    if hop.status != _OK:
        raise Unreadable(url, f"the server answered {hop.status}", "check the address")
    return Fetched(url=hop.url, content_type=hop.content_type, charset=hop.charset, data=hop.data)


def _checked(url: str, options: ReadOptions, deadline: float) -> Hop:
    check_robots(url, options, deadline)
    return request(url, options, deadline, options.limits.document_bytes)
