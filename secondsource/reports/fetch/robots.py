"""robots.txt (RFC 9309), read with protego."""

from __future__ import annotations

from secondsource.errors import InputRejected, Refused
from secondsource.reports.fetch.hops import Hop, request
from secondsource.reports.fetch.urls import redirected, robots_address
from secondsource.reports.options import ReadOptions


def check_robots(url: str, options: ReadOptions, deadline: float) -> None:
    """Let an address pass that its site's robots.txt allows to our user agent.

    A site without robots.txt (a 4xx answer) allows everything; one whose robots.txt cannot be
    reached, or fails with 5xx, allows nothing (RFC 9309, 2.3.1.3 and 2.3.1.4).

    Raises:
        Refused: if it is not allowed.
        Unreadable: if ``url`` is malformed.
    """
    from protego import Protego  # only for web addresses

    answer = _robots(url, options, deadline)
    if answer.status >= 500:
        raise Refused(url, f"the site's robots.txt fails with {answer.status}", "try again later")
    if answer.status >= 400 or answer.location is not None:
        return
    rules = Protego.parse(answer.data.decode("utf-8", "replace"))
    if not rules.can_fetch(url, options.user_agent):
        raise Refused(url, "the site's robots.txt does not allow it", "save the page by hand")


def _robots(url: str, options: ReadOptions, deadline: float) -> Hop:
    """The answer for robots.txt, after redirects; one that goes on and on counts as absent."""
    address = robots_address(url)
    try:
        answer = request(address, options, deadline, options.limits.robots_bytes)
        for _ in range(options.limits.redirects):
            if answer.location is None:
                break
            address = redirected(address, answer.location)
            answer = request(address, options, deadline, options.limits.robots_bytes)
    except Refused:
        raise
    except InputRejected as error:
        reason = f"the site's robots.txt cannot be read: {error.reason}"
        raise Refused(url, reason, "try again later") from error
    return answer
