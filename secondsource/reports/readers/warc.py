"""WARC archives by fastwarc: pages, texts, PDFs and feeds that a crawler stored.

Records of other kinds (images, scripts, redirects, requests) are no reports and are passed over
without a rejection; a WARC that holds no report at all is rejected as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from secondsource.errors import Empty, InputRejected, TooLarge, Unreadable
from secondsource.reports.options import Limits
from secondsource.reports.readers.inputs import Input
from secondsource.reports.readers.kinds import CONTAINERS, HEAD_BYTES, Kind, kind_of
from secondsource.reports.rejection import Rejection, rejection

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_GOOD_STATUS = 200


def warc_inputs(name: str, stream: IO[bytes], limits: Limits) -> Iterator[Input | Rejection]:
    """One input for each stored document, in the archive's order."""
    found = False
    number = 0
    try:
        for record in _records(stream):
            number += 1
            result = _input(f"{name}#{number}", record, limits)
            if result is not None:
                found = True
                yield result
    except (OSError, ValueError, EOFError) as error:
        yield rejection(Unreadable(name, f"the archive breaks off: {error}", "fetch it again"))
        return
    if number == 0:
        yield rejection(Unreadable(name, "no WARC record was found", "check the file"))
    elif not found:
        yield rejection(Empty(name, "no stored document is a report", "nothing to do"))


def _records(stream: IO[bytes]) -> Iterator[WarcRecord]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # compiled, optional

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    return iter(ArchiveIterator(stream, record_types=wanted, auto_decode="all"))


def _input(label: str, record: WarcRecord, limits: Limits) -> Input | Rejection | None:
    if record.is_http and record.http_headers.status_code != _GOOD_STATUS:
        return None
    content_type = (
        record.http_content_type if record.is_http else record.headers.get("Content-Type")
    )
    url = record.headers.get("WARC-Target-URI")
    try:
        data = _payload(label, record, limits)
    except InputRejected as error:
        return rejection(error)
    kind = kind_of(url or label, data[:HEAD_BYTES], content_type or "")
    if kind is None or kind in CONTAINERS or kind is Kind.ROW:
        return None
    charset = record.http_charset if record.is_http else None
    return Input(name=label, kind=kind, data=data, path=label, url=url, charset=charset)


def _payload(label: str, record: WarcRecord, limits: Limits) -> bytes:
    data = bytes(record.reader.read(limits.document_bytes + 1))
    if len(data) > limits.document_bytes:
        raise TooLarge(label, f"larger than {limits.document_bytes} bytes", "raise the limit")
    return data
