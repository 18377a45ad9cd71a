"""What the one who starts the workbench decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from secondsource.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the workbench is served.

    ``hosts`` are the names by which a browser may ask for it; any other ``Host`` header is
    refused, so that a page elsewhere cannot reach the ledger through a name of its own
    (DNS rebinding). ``registry`` is the user's own actor file. ``refresh`` brings the standing
    picture of a ledger up to date; it is called at the start and after each decision.
    """

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    registry: Path | None = None
    refresh: Callable[[Ledger], object] = bool
