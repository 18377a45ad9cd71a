"""Bytes to text: UTF-8 if it is UTF-8, else what is declared, and it says so."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from secondsource.errors import Empty, Unreadable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:\-]+)", re.IGNORECASE)
_META_BYTES = 4096
_FALLBACK = "cp1252"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """``text`` exactly as ``encoding`` gives it; ``note`` says why it is not UTF-8."""

    text: str
    encoding: str
    note: str | None = None


def decode(name: str, data: bytes, charset: str | None = None, markup: bool = False) -> Decoded:
    """Decode strictly: UTF-8, then a byte-order mark, a declared encoding, and Windows-1252.

    ``charset`` is what a header declared; ``markup`` also looks for a declaration in the bytes.

    Raises:
        Empty: if there are no bytes, or only white space.
        Unreadable: if the bytes are not text.
    """
    if not data.strip():
        raise Empty(name, "the file is empty", "nothing to do")
    decoded = _utf8(data) or _marked(data) or _declared(data, charset, markup) or _fallback(data)
    if decoded is None or _is_binary(decoded.text):
        raise Unreadable(name, "the bytes are not text in any known encoding", _NEXT)
    if not decoded.text.strip(" \t\r\n\ufeff"):
        raise Empty(name, "the file holds only white space", "nothing to do")
    return decoded


_NEXT = "open it in its own program and save it as UTF-8 text"


def _is_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data, encoding, f"read as {encoding} by its byte-order mark")
    return None


def _declared(data: bytes, charset: str | None, markup: bool) -> Decoded | None:
    found = _META.search(data[:_META_BYTES]) if markup else None
    for encoding in (charset, found[1].decode("ascii", "replace") if found else None):
        if encoding is not None:
            decoded = _as(data, encoding, f"not UTF-8; read as {encoding}, which it declares")
            if decoded is not None:
                return decoded
    return None


def _fallback(data: bytes) -> Decoded | None:
    where = _first_bad_byte(data)
    note = (
        f"not UTF-8 (byte 0x{data[where]:02x} at {where}) and declares nothing; read as {_FALLBACK}"
    )
    return _as(data, _FALLBACK, note)


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _as(data: bytes, encoding: str, note: str) -> Decoded | None:
    """``None`` where Python knows no such text encoding or the bytes are not in it."""
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            return None
        return Decoded(text=data.decode(encoding), encoding=encoding, note=note)
    except (LookupError, UnicodeDecodeError):
        return None
