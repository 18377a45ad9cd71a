"""Secondsource: a ledger of who says what about armed conflict, on what evidence.

import secondsource as ss

with ss.open("x.db") as ledger:
    ledger.ingest("folder")
    for claim in ledger.claims(actor="islamic-state"):
        print(claim.type, claim.evidence[0].text)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.pipeline import Workspace

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(place: str | Path, *, create: bool = True) -> Workspace:  # noqa: A001 - as in the docs
    """Open the ledger in a file or at a ``postgresql://`` URL.

    Raises:
        LedgerUnavailable: if it cannot be opened, or is not there and ``create`` is false.
    """
    from secondsource.pipeline import open_workspace

    return open_workspace(place, create=create)
