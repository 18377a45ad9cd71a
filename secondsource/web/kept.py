"""Answers kept as long as nothing is written to the ledger, so that who comes back does not wait.

An answer is found by the pulse of the ledger before it was made. Whatever is added, decided, taken
back or drawn anew, by this process or another, changes the pulse, and all that was kept before is
dropped: nothing that is out of date is ever sent.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from starlette.requests import Request

from secondsource.web.options import WebOptions
from secondsource.web.visitors import Visitor

_LARGEST_SHARE = 8
"""No answer takes more than this part of the room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The body of an answer, with its entity tag."""

    body: bytes
    media_type: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that an answer depends on beside the ledger: the address, the form, who asks, since
    pages show a name and carry the token of a session, and the version of the user's registry."""

    address: str
    media_type: str
    visitor: Visitor | None
    registry: int


def made_of(body: bytes, media_type: str) -> Made:
    """A body with its entity tag."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Made(body=body, media_type=media_type, tag=tag)


def asked_by(request: Request, media_type: str) -> Asked:
    """What ``request`` asks for, in the form of this media type."""
    options: WebOptions = request.app.state.options
    return Asked(
        address=f"{request.url.path}?{request.url.query}",
        media_type=media_type,
        visitor=getattr(request.state, "visitor", None),
        registry=_version(options.registry),
    )


def _version(registry: Path | None) -> int:
    try:
        return registry.stat().st_mtime_ns if registry else 0
    except OSError:
        return 0


class KeptAnswers:
    """Answers made at one pulse of the ledger, ``most`` bytes of them; those not asked for longest
    go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._pulse: int | None = None
        self._made: OrderedDict[Asked, Made] = OrderedDict()
        self._bytes = 0

    def find(self, pulse: int | None, asked: Asked) -> Made | None:
        """What was answered to this at ``pulse``; nothing where the pulse is not known."""
        with self._lock:
            if pulse is None or pulse != self._pulse:
                return None
            found = self._made.get(asked)
            if found is not None:
                self._made.move_to_end(asked)
            return found

    def keep(self, pulse: int | None, asked: Asked, made: Made) -> None:
        """Remember an answer that was begun at ``pulse``; those of another one are dropped."""
        if pulse is None or len(made.body) * _LARGEST_SHARE > self._most:
            return
        with self._lock:
            if pulse != self._pulse:
                self._made.clear()
                self._pulse, self._bytes = pulse, 0
            before = self._made.pop(asked, None)
            self._made[asked] = made
            self._bytes += len(made.body) - (len(before.body) if before else 0)
            while self._bytes > self._most:
                _, dropped = self._made.popitem(last=False)
                self._bytes -= len(dropped.body)
