"""Reads a codebook's file."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from secondsource.annotations import Node, wrong_file, yaml_document
from secondsource.claims.codebook.check import checked
from secondsource.claims.codebook.records import Codebook
from secondsource.errors import UsageError

_EMPTY = "it has the fields codebook, types and examples"


def read_codebook(path: Path) -> Codebook:
    """The codebook of the YAML file ``path``; it is read again only when the file has changed.

    Raises:
        UsageError: if the file cannot be read or is wrong somewhere; the message has a line for
            each error, with the line's number, the reason and what to do.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            str(path), f"cannot be read: {error.strerror}", "check the name"
        ) from error
    return _parsed(path, data)


@lru_cache(maxsize=4)
def _parsed(path: Path, data: bytes) -> Codebook:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"this is not UTF-8 (byte {error.start})"
        raise UsageError(str(path), reason, "save it as UTF-8") from error
    root = yaml_document(text)
    if root is None:
        raise UsageError(str(path), "the file is empty", _EMPTY)
    if not isinstance(root, Node):
        raise wrong_file(path, [root])
    found, problems = checked(root, hashlib.sha256(data).hexdigest())
    if problems:
        raise wrong_file(path, problems)
    return found
