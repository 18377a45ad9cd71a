"""What the one who starts the workbench decides."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the workbench is served.

    ``hosts`` are the names by which a browser may ask for it; any other ``Host`` header is
    refused, so that a page elsewhere cannot reach the ledger through a name of its own
    (DNS rebinding).
    """

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
