"""JSON lines and CSV: each row becomes an input of its own, read one at a time."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import IO

from secondsource.errors import Empty, InputRejected, TooLarge, Unreadable
from secondsource.reports.options import Limits
from secondsource.reports.readers.inputs import Input
from secondsource.reports.readers.kinds import Kind
from secondsource.reports.rejection import Rejection, rejection

_DELIMITERS = ",;\t|"
_SNIFFED_BYTES = 65536


def json_rows(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Input | Rejection]:
    """One input for each line that is not blank, named by its line number."""
    number = 0
    while line := stream.readline(limits.document_bytes + 1):
        number += 1
        label = f"{name}#{number}"
        if len(line) > limits.document_bytes:
            yield rejection(
                TooLarge(label, f"longer than {limits.document_bytes} bytes", "split it")
            )
            _skip_line(stream, line, limits.document_bytes)
        elif line.strip():
            yield _row(label, line.strip())
    if number == 0:
        yield rejection(Empty(name, "the file is empty", "nothing to do"))


def _skip_line(stream: IO[bytes], line: bytes, size: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(size)


def csv_rows(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Input | Rejection]:
    """One input for each row under the header, as a JSON object, named by its line number.

    The delimiter is the one among comma, semicolon, tab and bar that the header has most of. The
    bytes of a row are its JSON, since quoting makes the file's own bytes ambiguous.
    """
    # The standard limit of 131,072 characters a field is shorter than many reports.
    csv.field_size_limit(limits.document_bytes)
    try:
        words = _decoded(name, stream)
    except InputRejected as error:
        yield rejection(error)
        return
    header = words.readline()
    delimiter = max(_DELIMITERS, key=header.count)
    words.seek(0)
    reader = csv.DictReader(words, delimiter=delimiter, restkey=None, strict=True)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            broken = Unreadable(f"{name}#{reader.line_num}", f"broken row: {error}", "correct it")
            yield rejection(broken)
            continue
        if row is None:
            return
        yield _csv_row(f"{name}#{reader.line_num}", row)


def _csv_row(label: str, row: dict[str | None, object]) -> Input | Rejection:
    if None in row or None in row.values():
        short = Unreadable(label, "the row has not as many cells as the header", "correct it")
        return rejection(short)
    return _row(label, json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _row(label: str, data: bytes) -> Input:
    return Input(name=label, kind=Kind.ROW, data=data, path=label)


def _decoded(name: str, stream: IO[bytes]) -> io.TextIOWrapper:
    """The file as text: UTF-8 with or without a mark, else Windows-1252."""
    for encoding in ("utf-8-sig", "cp1252"):
        stream.seek(0)
        words = io.TextIOWrapper(stream, encoding=encoding, newline="")
        try:
            empty = not words.read(_SNIFFED_BYTES).strip()
            while words.read(_SNIFFED_BYTES):
                pass
        except UnicodeDecodeError:
            words.detach()
            continue
        if empty:
            raise Empty(name, "the file is empty", "nothing to do")
        words.seek(0)
        return words
    raise Unreadable(name, "the bytes are not text", "save it as CSV in UTF-8")
