"""One document's bytes on their way to becoming reports."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from secondsource.reports.readers.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was sent, not named: its bytes, and the name that it goes by."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """The bytes of one document: a file, page, feed, archive member, WARC record or table row.

    ``name`` is unique within its batch and stable: a path, ``archive.zip!/member``, ``rows.csv#7``
    or a URL. ``charset`` is what a header declared. ``sha256`` hashes ``data``, so that a caller
    who has seen these bytes can skip the work of reading them.
    """

    name: str
    kind: Kind
    data: bytes = field(repr=False)
    path: str | None = None
    url: str | None = None
    charset: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, as hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()
