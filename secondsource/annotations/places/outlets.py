"""Where an outlet is at home, from its address and its name."""

from __future__ import annotations

import re

from secondsource.reports import Report

_COUNTRY_DOMAIN = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)+(?P<code>[a-z]{2})(?:[/:].*)?$", re.IGNORECASE
)
_GENERIC = frozenset({"tv", "io", "co", "me", "fm", "ai", "eu", "ly", "cc", "to", "am", "ws"})
_OTHER_CODES = {"uk": "GB", "su": "RU"}


def outlet_letters(report: Report) -> str:
    """The letters of the outlet's name and host, in which its town may be read ("parisbeacon")."""
    host = re.sub(r"^https?://|/.*$", "", report.url or "")
    written = f"{host} {report.outlet.value if report.outlet else ''}"
    return re.sub(r"[^a-z ]", "", written.casefold())


def outlet_country(report: Report) -> str | None:
    """The ISO code of the country whose domain the outlet uses, ``None`` for generic domains."""
    for address in (report.url, report.outlet.value if report.outlet else None):
        found = _COUNTRY_DOMAIN.match(address.strip()) if address else None
        if found and (code := found["code"].lower()) not in _GENERIC:
            return _OTHER_CODES.get(code, code.upper())
    return None
