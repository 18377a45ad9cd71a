"""Who may come in: by a token in a header, or by a cookie for which a token was shown once."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers

from secondsource.web.tokens import TokenFile, digest_of, token_for
from secondsource.web.visitors import ANYBODY, Visitor

COOKIE = "secondsource"
LASTING = 12 * 3600
_MOST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pass:
    """A browser that showed a token: the token's digest, and until when it is believed."""

    digest: str
    until: float


class Doors:
    """Knows visitors by their tokens; without a token file everybody may do everything.

    Passes are kept in memory: who was signed in before a restart signs in again. Those of a
    token that is taken out of the file end with it.
    """

    def __init__(
        self, tokens: TokenFile | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tokens = tokens
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._passes: dict[str, _Pass] = {}

    @property
    def locked(self) -> bool:
        """Whether a token is needed."""
        return self._tokens is not None

    def visitor(self, headers: Headers) -> Visitor | None:
        """Who sent a request with these headers; ``None`` for nobody known."""
        if self._tokens is None:
            return ANYBODY
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        if scheme.casefold() == "bearer":
            return self._known(digest_of(secret.strip()))
        session = _cookie(headers)
        held = self._passes.get(digest_of(session)) if session else None
        if held is None or held.until < self._clock():
            return None
        return self._known(held.digest, session)

    def open(self, secret: str) -> str | None:
        """Sign a browser in; what its cookie must say, or ``None`` for a token that is none."""
        digest = digest_of(secret.strip())
        if self._known(digest) is None:
            return None
        session = secrets.token_urlsafe(32)
        now = self._clock()
        standing = {key: one for key, one in self._passes.items() if one.until >= now}
        newest = dict(list(standing.items())[-(_MOST - 1) :])
        self._passes = newest | {digest_of(session): _Pass(digest=digest, until=now + LASTING)}
        return session

    def close(self, session: str) -> None:
        """Sign a browser out."""
        self._passes.pop(digest_of(session), None)

    def form_token(self, visitor: Visitor) -> str:
        """What a page of ``visitor`` must send back with a change: other sites cannot know it."""
        subject = visitor.session or "loopback"
        return hmac.digest(self._key, subject.encode(), "sha256").hex()

    def is_form_token(self, visitor: Visitor, given: str) -> bool:
        """Whether ``given`` is the token of the pages of ``visitor``."""
        return hmac.compare_digest(self.form_token(visitor).encode(), given.encode())

    def _known(self, digest: str, session: str | None = None) -> Visitor | None:
        token = token_for(digest, self._tokens.tokens()) if self._tokens else None
        return Visitor(name=token.name, role=token.role, session=session) if token else None


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None
