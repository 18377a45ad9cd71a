"""The menu of the workbench; only the pages that are there are shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from starlette.requests import Request

MENU = (
    ("Overview", "/"),
    ("Events", "/events"),
    ("Reports", "/reports"),
    ("Actors", "/actors"),
    ("Ties", "/ties"),
    ("Sources", "/sources"),
    ("Map", "/map"),
    ("Timeline", "/timeline"),
    ("Network", "/network"),
    ("Review", "/review"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One entry of the menu."""

    name: str
    href: str
    here: bool


def menu_of(paths: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The entries whose pages are among ``paths``."""
    return tuple((name, href) for name, href in MENU if href in paths)


def navigation(request: Request) -> tuple[Room, ...]:
    """The entries that this application serves, and which of them the page belongs to."""
    path = request.url.path
    menu: tuple[tuple[str, str], ...] = request.app.state.menu
    return tuple(Room(name=name, href=href, here=_is_here(path, href)) for name, href in menu)


def _is_here(path: str, href: str) -> bool:
    return path == href or (href != "/" and path.startswith(f"{href}/"))
