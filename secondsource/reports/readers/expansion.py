"""From what the user named to single documents: folders, archives and tables are opened.

Everything is lazy and in a fixed order, so that a run that was cut off can be repeated and skip
what it has.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from secondsource.errors import InputRejected, TooLarge, Unreadable
from secondsource.reports.options import Limits, ReadOptions
from secondsource.reports.readers.archive import Budget, archive_members
from secondsource.reports.readers.folder import folder_files
from secondsource.reports.readers.inputs import Input, Upload
from secondsource.reports.readers.kinds import CONTAINERS, HEAD_BYTES, SUPPORTED, Kind, kind_of
from secondsource.reports.readers.tables import csv_rows, json_rows
from secondsource.reports.readers.warc import warc_inputs
from secondsource.reports.rejection import Rejection, rejection


def expand(path_or_url: str | Path | Upload, options: ReadOptions) -> Iterator[Input | Rejection]:
    """Every document in a file, folder, archive, upload or at an address."""
    if isinstance(path_or_url, Upload):
        yield from _upload(path_or_url, options.limits)
        return
    if isinstance(path_or_url, str) and path_or_url.casefold().startswith(("http://", "https://")):
        yield from _address(path_or_url, options)
        return
    path = Path(path_or_url)
    if not path.is_dir():
        yield from _file(path, options.limits)
        return
    for entry in folder_files(path):
        if isinstance(entry, Rejection):
            yield entry
        else:
            yield from _file(entry, options.limits)


def _file(path: Path, limits: Limits) -> Iterator[Input | Rejection]:
    name = path.as_posix()
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(name, "this is no regular file", "name a file or a folder")
        with path.open("rb") as stream:
            yield from _opened(name, stream, limits)
    except InputRejected as error:
        yield rejection(error)
    except OSError as error:
        reason = error.strerror or "cannot be read"
        yield rejection(Unreadable(name, reason.lower(), "check the path and its permissions"))


def _upload(upload: Upload, limits: Limits) -> Iterator[Input | Rejection]:
    try:
        yield from _opened(upload.name, io.BytesIO(upload.data), limits)
    except InputRejected as error:
        yield rejection(error)


def _opened(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Input | Rejection]:
    kind = _kind(name, stream.read(HEAD_BYTES))
    stream.seek(0)
    if kind in CONTAINERS:
        yield from _container(name, kind, stream, limits)
    else:
        data = _bounded(name, stream, limits)
        yield Input(name=name, kind=kind, data=data, path=name)


def _address(url: str, options: ReadOptions) -> Iterator[Input | Rejection]:
    from secondsource.reports.fetch.fetching import fetch  # httpx is slow to import

    try:
        page = fetch(url, options)
        kind = _kind(url, page.data[:HEAD_BYTES], page.content_type)
    except InputRejected as error:
        yield rejection(error)
        return
    if kind in CONTAINERS:
        yield from _container(page.url, kind, io.BytesIO(page.data), options.limits)
    else:
        yield Input(name=page.url, kind=kind, data=page.data, url=page.url, charset=page.charset)


def _kind(name: str, head: bytes, content_type: str | None = None) -> Kind:
    kind = kind_of(name, head, content_type)
    if kind is None:
        raise Unreadable(name, "this kind of file is not read", f"read are {SUPPORTED}")
    return kind


def _bounded(name: str, stream: IO[bytes], limits: Limits) -> bytes:
    data = stream.read(limits.document_bytes + 1)
    if len(data) > limits.document_bytes:
        raise TooLarge(name, f"larger than {limits.document_bytes} bytes", "raise the limit")
    return data


def _container(
    name: str, kind: Kind, stream: IO[bytes], limits: Limits
) -> Iterator[Input | Rejection]:
    if kind is Kind.ZIP:
        yield from _archive(name, stream, limits, Budget(limits), depth=1)
    elif kind is Kind.WARC:
        yield from warc_inputs(name, stream, limits)
    elif kind is Kind.CSV:
        yield from csv_rows(name, stream, limits)
    else:
        yield from json_rows(name, stream, limits)


def _archive(
    name: str, stream: IO[bytes], limits: Limits, budget: Budget, depth: int
) -> Iterator[Input | Rejection]:
    if depth > limits.archive_depth:
        nested = TooLarge(name, f"archives more than {limits.archive_depth} deep", "unpack it")
        yield rejection(nested)
        return
    for member in archive_members(name, stream, limits, budget):
        if isinstance(member, Rejection):
            yield member
            continue
        try:
            kind = _kind(member.name, member.data[:HEAD_BYTES])
        except InputRejected as error:
            yield rejection(error)
            continue
        inner = io.BytesIO(member.data)
        if kind is Kind.ZIP:
            yield from _archive(member.name, inner, limits, budget, depth + 1)
        elif kind in CONTAINERS:
            yield from _container(member.name, kind, inner, limits)
        else:
            yield Input(name=member.name, kind=kind, data=member.data, path=member.name)
