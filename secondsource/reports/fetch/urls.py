"""Taking web addresses apart and joining them; one that is malformed is a named rejection."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from secondsource.errors import Unreadable


def robots_address(url: str) -> str:
    """Where the robots.txt of an address's site is.

    Raises:
        Unreadable: if ``url`` is malformed.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise Unreadable(url, f"this is no web address: {error}", "correct the address") from error
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def redirected(url: str, location: str) -> str:
    """The address that ``url`` redirects to.

    Raises:
        Unreadable: if ``location`` is malformed.
    """
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise Unreadable(
            url, f"it redirects to {location!r}, which is no web address", "name the page itself"
        ) from error
