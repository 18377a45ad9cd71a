"""The files below a folder, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from secondsource.errors import Empty, Refused, Unreadable
from secondsource.reports.rejection import Rejection, rejection


def folder_files(folder: Path) -> Iterator[Path | Rejection]:
    """Every file below ``folder``, sorted by name at each level.

    Names that begin with a dot are passed over: they are the system's, not the user's. Links are
    refused where they lead out of the folder, and folders are not entered through links, so that
    no walk runs in a circle.
    """
    found = False
    for entry in _walk(folder, folder.resolve()):
        found = True
        yield entry
    if not found:
        yield rejection(Empty(folder.as_posix(), "the folder holds no files", "nothing to do"))


def _walk(folder: Path, root: Path) -> Iterator[Path | Rejection]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield rejection(Unreadable(folder.as_posix(), str(error.strerror), "check the permissions"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and (entry.is_dir() or not entry.resolve().is_relative_to(root)):
            leads_away = Refused(entry.as_posix(), "a link that is not followed", "name its target")
            yield rejection(leads_away)
        elif entry.is_dir():
            yield from _walk(entry, root)
        else:
            yield entry
