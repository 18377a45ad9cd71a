"""One builder at a time: a lock file that the second waits for."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

STALE_SECONDS = 120.0
"""How long a lock file may stand untouched before its holder is taken for dead."""
_PAUSE_SECONDS = 0.2


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` inside the block, once whoever holds it lets go.

    A file left by a process that died counts for nothing `STALE_SECONDS` after it was made.

    Raises:
        OSError: if the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while not _taken(path):
        if _is_stale(path):
            path.unlink(missing_ok=True)
        else:
            time.sleep(_PAUSE_SECONDS)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _taken(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True


def _is_stale(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > STALE_SECONDS
    except FileNotFoundError:
        return False
