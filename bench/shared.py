"""Where the shared development data lie, and how they are read."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

Row = TypeVar("Row")

_BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared_folder() -> Path | None:
    """The shared folder: ``SECONDSOURCE_SHARED``, else ``../shared``; ``None`` if absent."""
    folder = Path(os.environ.get("SECONDSOURCE_SHARED") or _BESIDE)
    return folder if folder.is_dir() else None


def json_rows(path: Path) -> Iterator[Any]:
    """The objects of a gzipped JSON-lines file, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def corpus_hash(paths: Iterable[Path]) -> str:
    """SHA-256 in hexadecimal over the bytes of ``paths``, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def spread(rows: Sequence[Row], limit: int | None) -> Sequence[Row]:
    """At most ``limit`` of ``rows``, evenly spread over them; all where ``limit`` is ``None``."""
    if limit is None or limit >= len(rows):
        return rows
    return [rows[index * len(rows) // limit] for index in range(limit)]
