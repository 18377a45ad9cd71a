"""Whether anything was written to a ledger since one last looked, told without waiting."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock


class Pulse:
    """A number that changes with whatever is written to the ledger, by any process.

    SQLite counts the commits of others for each connection; this one is for nothing else. It waits
    for nobody, so that it may be asked where waiting would hold up everybody.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def beat(self) -> int | None:
        """The number now; ``None`` where it cannot be told: of a server, or of a locked file."""
        if self._file is None:
            return None
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = _opened(self._file)
                found = self._connection.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error:
                return None
            return int(found[0])

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _opened(file: Path) -> sqlite3.Connection:
    """A connection that makes no file where there is none."""
    address = f"{file.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(
        address, uri=True, timeout=0, isolation_level=None, check_same_thread=False
    )
