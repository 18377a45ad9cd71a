"""The pages of the workbench by name, and where they stand for the samples."""

from __future__ import annotations

import json
from functools import cache
from urllib.request import urlopen

FIXED = {
    "overview": "/",
    "events": "/events",
    "reports": "/reports",
    "actors": "/actors",
    "actor": "/actors/nusra-front",
    "ties": "/ties",
    "tie": "/ties/islamic-state/nusra-front",
    "tie as known by a day": "/ties/islamic-state/nusra-front?as_of=2014-11-20&known_by=2014-11-14",
    "sources": "/sources",
    "search": "/search?q=truce",
    "search without results": "/search?q=nothingofthekind",
    "map": "/map",
    "timeline": "/timeline",
    "network": "/network",
    "review": "/review",
    "agreement": "/review/agreement",
    "api": "/api",
}
PAGES = (*FIXED, "report", "claim", "event")


def address_of(home: str, name: str) -> str:
    """Where the page stands: for a report, a claim or an event one that several tell of."""
    return FIXED.get(name) or _chosen(home)[name]


@cache
def _chosen(home: str) -> dict[str, str]:
    event = asked(f"{home}/events.json?type=AGREE&_sort=reports&_size=1")["rows"][0]["id"]
    origins = asked(f"{home}/events/{event}.json")["origins"]
    account = max((one for one in origins), key=lambda one: one["reports"])["accounts"][0]
    return {
        "event": f"/events/{event}",
        "report": f"/reports/{account['report']}",
        "claim": f"/claims/{account['claim']}",
    }


def asked(address: str) -> dict:
    """What the workbench answers in JSON."""
    with urlopen(address) as answer:
        return json.load(answer)
