"""What the one who starts the workbench decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from secondsource.ledger import Ledger
from secondsource.pipeline import Plan
from secondsource.web.listening import LOOPBACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one request may hold, and how many uploads may wait to be read.

    ``seconds`` bounds the pause between two parts of a request's body. ``kept_bytes`` of answers
    are kept to be sent again while the ledger stays as it is; 0 keeps none.
    """

    request_bytes: int = 32 * 1024 * 1024
    seconds: float = 30.0
    files: int = 100
    waiting_uploads: int = 8
    kept_bytes: int = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the workbench is served.

    ``hosts`` are the names by which a browser may ask for it; any other ``Host`` header is
    refused, so that a page elsewhere cannot reach the ledger through a name of its own
    (DNS rebinding). ``registry`` is the user's own actor file. ``refresh`` brings the standing
    picture of a ledger up to date; it is called at the start and after each decision.

    ``tokens`` is a token file; without one everybody who can reach the port may do everything,
    so it is left out on the loopback address only. ``audit`` is the file of who read what, with
    what was searched for if ``audit_queries``. ``plan`` says how uploads are read.
    """

    hosts: tuple[str, ...] = LOOPBACK
    registry: Path | None = None
    refresh: Callable[[Ledger], object] = bool
    tokens: Path | None = None
    audit: Path | None = None
    audit_queries: bool = False
    plan: Plan = field(default_factory=Plan)
    limits: Limits = field(default_factory=Limits)
