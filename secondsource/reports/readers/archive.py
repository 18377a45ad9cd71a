"""The members of a zip archive, within limits that stop decompression bombs.

Nothing is unpacked to disk. Sizes are counted while reading, for what an archive says of itself
may be a lie.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO

from secondsource.errors import Empty, InputRejected, Refused, TooLarge, Unreadable
from secondsource.reports.options import Limits
from secondsource.reports.rejection import Rejection, rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One unpacked file. ``name`` is ``archive.zip!/folder/file``."""

    name: str
    data: bytes = field(repr=False)


class Budget:
    """The bytes that may still be unpacked, shared by an archive and those inside it."""

    def __init__(self, limits: Limits) -> None:
        self.left = limits.archive_bytes


def archive_members(
    name: str, stream: IO[bytes], limits: Limits, budget: Budget
) -> Iterator[Member | Rejection]:
    """The files of a zip archive, sorted by name; a bad member is a rejection and the rest goes on.

    An archive that would go over the budget is closed with a rejection.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield rejection(Unreadable(name, f"the archive cannot be opened: {error}", _REPAIR))
        return
    with archive:
        infos = sorted(_files(archive), key=lambda info: info.filename)
        if len(infos) > limits.archive_members:
            over = f"{len(infos)} members, more than {limits.archive_members}"
            yield rejection(TooLarge(name, over, _SPLIT))
            return
        if not infos:
            yield rejection(Empty(name, "the archive holds no files", "nothing to do"))
        yield from _unpacked(name, archive, infos, limits, budget)


_REPAIR = "pack it again"
_SPLIT = "unpack it yourself and read the folder"


def _files(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Members that a user put there, without the folders and the packer's own files."""
    for info in archive.infolist():
        parts = PurePosixPath(info.filename).parts
        hidden = any(part.startswith(".") and part != ".." for part in parts)
        if not info.is_dir() and not hidden and "__MACOSX" not in parts:
            yield info


def _unpacked(
    name: str,
    archive: zipfile.ZipFile,
    infos: list[zipfile.ZipInfo],
    limits: Limits,
    budget: Budget,
) -> Iterator[Member | Rejection]:
    for info in infos:
        label = f"{name}!/{info.filename}"
        try:
            _check(label, info, limits)
            if info.file_size > budget.left:
                yield rejection(
                    TooLarge(name, f"unpacks to more than {limits.archive_bytes} bytes", _SPLIT)
                )
                return
            data = _read(label, archive, info, limits.document_bytes)
        except InputRejected as error:
            yield rejection(error)
            continue
        budget.left -= len(data)
        yield Member(name=label, data=data)


def _check(label: str, info: zipfile.ZipInfo, limits: Limits) -> None:
    written = info.orig_filename
    parts = (*PurePosixPath(written).parts, *PureWindowsPath(written).parts)
    anchored = PurePosixPath(written).is_absolute() or PureWindowsPath(written).drive
    if anchored or ".." in parts or "\x00" in written or "\\" in written:
        raise Refused(label, "the member's path leaves the archive", "pack it with plain paths")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(label, "the member is a link", "pack the file itself")
    if info.flag_bits & 1:
        raise Unreadable(label, "the member is encrypted", "pack it without a password")
    large = info.file_size > limits.archive_ratio_from
    if large and info.file_size > limits.archive_ratio * max(1, info.compress_size):
        raise TooLarge(label, f"unpacks to more than {limits.archive_ratio} times its size", _SPLIT)


def _read(label: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    try:
        with archive.open(info) as member:
            data = member.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise Unreadable(label, f"the member cannot be unpacked: {error}", _REPAIR) from error
    except RuntimeError as error:
        raise Unreadable(label, f"the member is locked: {error}", _REPAIR) from error
    if len(data) > most:
        raise TooLarge(label, f"unpacks to more than {most} bytes", _SPLIT)
    return data
