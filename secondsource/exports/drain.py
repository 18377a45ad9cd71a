"""A file that is read while it is written."""

from __future__ import annotations

import io


class Drain(io.RawIOBase):
    """Keeps what a library writes until it is taken, so that it can be sent on piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._written = bytearray()
        self._length = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: object) -> int:
        """Keep ``data``."""
        piece = bytes(data)  # type: ignore[call-overload]
        self._written += piece
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How much was written in all."""
        return self._length

    def take(self) -> bytes:
        """What was written since the last time."""
        piece = bytes(self._written)
        self._written.clear()
        return piece
