"""An exported zip read back: checked as a whole, then its facts one by one."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from secondsource.claims import WireRecord
from secondsource.errors import Unreadable
from secondsource.exports.bundle import FACTS, SUMS
from secondsource.ledger import SHELVES, Shelf

_PIECE = 1 << 20
LONGEST_LINE = 1 << 28
"""The longest line read, in bytes; a longer one is no record."""


def archived(path: Path) -> Iterator[WireRecord]:
    """The facts of an exported zip in its order, after all its checksums were found right.

    Raises:
        Unreadable: if it is no such zip, or not what it was when it was written.
    """
    with _opened(path) as file:
        _check(file, path)
        for shelf in Shelf:
            name = f"{FACTS}{shelf.value}.jsonl"
            if name in file.namelist():
                yield from _records(file, name, SHELVES[shelf], path)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as file:
            yield file
    except (OSError, zipfile.BadZipFile) as error:
        raise Unreadable(
            str(path), f"it is no readable zip: {error}", "name another file"
        ) from error


def _check(file: zipfile.ZipFile, path: Path) -> None:
    if SUMS not in file.namelist():
        raise Unreadable(
            str(path), "it holds no checksums", "name a file that `export --format zip` wrote"
        )
    lines = file.read(SUMS).decode().splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    unlisted = [name for name in file.namelist() if name.startswith(FACTS) and name not in sums]
    for name in (*unlisted, *sums):
        if name not in sums or name not in file.namelist() or _digest(file, name) != sums[name]:
            raise Unreadable(str(path), f"{name} is not what was written", "export it again")


def _digest(file: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with file.open(name) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _records(
    file: zipfile.ZipFile, name: str, kind: type[WireRecord], path: Path
) -> Iterator[WireRecord]:
    with file.open(name) as stream:
        number = 0
        while line := stream.readline(LONGEST_LINE):
            number += 1
            try:
                yield kind.model_validate_json(line)
            except ValidationError as error:
                fault = f"line {number} of {name} is no such record: {error.errors()[0]['msg']}"
                raise Unreadable(str(path), fault, "export it again") from error
