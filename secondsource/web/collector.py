"""Keeping the garbage collector off what a server loads once."""

from __future__ import annotations

import gc

_YOUNGEST = 20_000
"""How many objects are made before the youngest are walked over."""


def keep_for_good() -> None:
    """Leave all that is loaded by now out of the collector's walks, and walk less often.

    Each walk over all of it would hold up a request for a tenth of a second, and a page that reads
    many claims would be walked over while they are read. For a process that goes on to serve and
    does nothing else.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNGEST, *gc.get_threshold()[1:])
