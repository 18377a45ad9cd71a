"""The report: one text as one outlet published it, untouched, with what is known about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from secondsource.text import OffsetMap, Rewrite, Span, rewrite


class Basis(Enum):
    """Where a statement about a report was found."""

    METADATA = "metadata"  # the file's or feed's own fields, HTML metadata, WARC headers
    TEXT = "text"  # words of the report's text; the span says which
    URL = "url"  # the address or the path
    GIVEN = "given"  # the caller said so


class AsideKind(Enum):
    """Why a part of the text is set aside from analysis (it is never removed from the text)."""

    TITLE_REPEATED = "title repeated"
    CAPTION_REPEATED = "caption repeated"
    BYLINE = "byline"
    DATE_LINE = "date line"
    BOILERPLATE = "boilerplate"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A value about the report, with where it was found.

    ``value`` is normalised (a publication date is EDTF). ``span`` gives the words in the report's
    text and is present exactly when ``basis`` is ``Basis.TEXT``.
    """

    value: str
    basis: Basis
    span: Span | None = None

    def __post_init__(self) -> None:
        if not self.value:
            raise ValueError("a stated value has content; use None for what is unknown")
        if (self.span is not None) != (self.basis is Basis.TEXT):
            raise ValueError("a value has a span exactly when its basis is the text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A part of the text that is stored but not analysed."""

    span: Span
    kind: AsideKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text.

    ``id`` comes from what the report says and who published it (see `report_id`), so that reading
    it twice gives one report. ``text`` is stored exactly as decoded; all offsets of all later
    records point into it. ``body`` are the paragraphs to analyse, sorted and disjoint; ``aside``
    are the parts set aside. ``published`` is EDTF at the precision that was found. ``notes`` say
    in short sentences what was not straightforward in reading it (an encoding guessed).
    """

    id: str
    text: str
    body: tuple[Span, ...]
    aside: tuple[Aside, ...] = ()
    outlet: Stated | None = None
    byline: Stated | None = None
    agency: Stated | None = None
    title: Stated | None = None
    dateline: Stated | None = None
    published: Stated | None = None
    language: str | None = None
    path: str | None = None
    url: str | None = None
    bytes_sha256: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        previous = 0
        for span in self.body:
            if span.start < previous or span.end > len(self.text):
                raise ValueError(f"body {span} is out of order or outside the text")
            previous = span.end

    def cleaned(self) -> tuple[str, OffsetMap]:
        """The analysed paragraphs joined by blank lines, with offsets mapped back to ``text``."""
        last = len(self.body) - 1
        changes = [
            Rewrite(span=Span(span.end, span.end), words="\n\n")
            for index, span in enumerate(self.body)
            if index < last
        ]
        return rewrite(self.text, self.body, changes)


def report_id(text: str, outlet: str | None) -> str:
    """``r_`` and 16 hexadecimal digits of SHA-256 over the outlet and the text's words.

    White space is folded, so that a re-wrapped copy by the same outlet is the same report; the
    outlet is part of it, so that a reprint elsewhere is another report.
    """
    words = " ".join(text.split())
    digest = hashlib.sha256(
        f"{outlet or ''}\x00{words}".encode("utf-8", "surrogatepass")
    ).hexdigest()
    return f"r_{digest[:16]}"
