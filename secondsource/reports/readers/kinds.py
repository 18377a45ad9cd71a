"""What kind of input some bytes are, by name, by declared type and by how they begin."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePosixPath


class Kind(Enum):
    """The kinds of input that are read."""

    TEXT = "plain text"
    HTML = "HTML"
    PDF = "PDF"
    FEED = "RSS or Atom"
    ROW = "row"
    JSONL = "JSON lines"
    CSV = "CSV"
    WARC = "WARC"
    ZIP = "zip archive"


HEAD_BYTES = 2048
CONTAINERS = frozenset({Kind.JSONL, Kind.CSV, Kind.WARC, Kind.ZIP})
SUPPORTED = ".txt, .html, .pdf, .rss, .atom, .xml feeds, .jsonl, .csv, .tsv, .warc, .zip"

_BY_SUFFIX = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".warc": Kind.WARC,
    ".zip": Kind.ZIP,
}
_BY_TYPE = {
    "text/plain": Kind.TEXT,
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/pdf": Kind.PDF,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "application/x-ndjson": Kind.JSONL,
    "application/jsonl": Kind.JSONL,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "application/warc": Kind.WARC,
    "application/zip": Kind.ZIP,
}
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF|atom:feed)[\s>]", re.IGNORECASE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(name: str, head: bytes, content_type: str | None = None) -> Kind | None:
    """The kind, or ``None`` where it is none that is read.

    A name with a known ending decides; then a declared media type; then the first bytes. A name
    without any ending may be plain text.
    """
    suffix = _suffix(name)
    by_name = _BY_SUFFIX.get(suffix)
    declared = _BY_TYPE.get((content_type or "").split(";")[0].strip().casefold())
    sniffed = _sniffed(head)
    if content_type is None:
        return by_name or sniffed or (Kind.TEXT if not suffix else None)
    return sniffed or declared or by_name


def _suffix(name: str) -> str:
    folded = name.casefold().removesuffix(".gz") if name.casefold().endswith(".warc.gz") else name
    return PurePosixPath(folded.replace("\\", "/")).suffix.casefold()


def _sniffed(head: bytes) -> Kind | None:
    body = head.removeprefix(b"\xef\xbb\xbf")
    if body.startswith(b"%PDF-"):
        return Kind.PDF
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if body.startswith(b"WARC/"):
        return Kind.WARC
    readable = body.replace(b"\x00", b"").lstrip(b" \t\r\n\xff\xfe")
    if _HTML_START.match(readable):
        return Kind.HTML
    return Kind.FEED if readable.startswith(b"<") and _FEED_ROOT.search(readable) else None
