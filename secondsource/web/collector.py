"""Keeping the garbage collector off what a server loads once."""

from __future__ import annotations

import gc


def keep_for_good() -> None:
    """Leave all that is loaded by now out of the collector's walks.

    Each of them would hold up a request for a tenth of a second. For a process that goes on to
    serve and does nothing else.
    """
    gc.collect()
    gc.freeze()
