"""Plain text files: the text is the file's, untouched."""

from __future__ import annotations

from secondsource.reports.assembly import Known, assemble
from secondsource.reports.readers.decoding import decode
from secondsource.reports.readers.inputs import Input
from secondsource.reports.records import Report


def read_plain(source: Input) -> Report:
    """The report of a text file.

    Raises:
        InputRejected: if the bytes are empty or not text.
    """
    decoded = decode(source.name, source.data, source.charset)
    known = Known(
        path=source.path,
        url=source.url,
        bytes_sha256=source.sha256,
        notes=(decoded.note,) if decoded.note else (),
    )
    return assemble(decoded.text, known)
