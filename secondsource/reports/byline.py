"""Who wrote the report, by its byline.

A byline is a line that begins with "By", or a bare personal name that stands next to a date line,
or the "Reporting by" tail of an agency. Anything else that looks like a name is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.reports.published import DateLine
from secondsource.text import Span

_NAME_WORD = (
    r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.\-]*|(?:al|el|de|van|von|bin|ibn|der|den|la|le|di|du|ul)[- ]?\w*)"
)
_NAME = rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}"
_BY = re.compile(
    rf"(?:[Ww]ritten\s+|[Pp]osted\s+)?(?:by|By|BY)\s*:?\s+(?P<who>{_NAME}"
    rf"(?:(?:\s*,\s*|\s+and\s+|\s+AND\s+|\s*&\s*){_NAME}){{0,5}})"
    r"(?P<where>\s*(?:,|\s(?:in|IN|for|FOR|at))\s.{2,60})?\s*\.?"
)
_BARE_NAME = re.compile(
    rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}}(?:\s+and\s+{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}})?"
)
_LONGEST = 120
_HEADER_PARAGRAPHS = 10
_FOOTER_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """``span`` is the line that is set aside, ``who`` the name or names in it."""

    span: Span
    who: Span


def find_byline(
    text: str, paragraphs: Sequence[Span], dates: Sequence[DateLine], title: Span | None
) -> Byline | None:
    """The byline among the first ten or last three paragraphs."""
    if text.isupper():
        return None
    for span in (*paragraphs[:_HEADER_PARAGRAPHS], *paragraphs[-_FOOTER_PARAGRAPHS:]):
        match = _BY.fullmatch(text, span.start, span.end) if len(span) <= _LONGEST else None
        if match is not None:
            return Byline(span=span, who=Span(*match.span("who")))
    for line in dates:
        if line.who is not None:
            return Byline(span=line.span, who=line.who)
    return _beside_a_date(text, paragraphs, dates, title)


def _beside_a_date(
    text: str, paragraphs: Sequence[Span], dates: Sequence[DateLine], title: Span | None
) -> Byline | None:
    dated = {line.span for line in dates}
    for index, span in enumerate(paragraphs[:_HEADER_PARAGRAPHS]):
        neighbours = {*paragraphs[max(0, index - 1) : index], *paragraphs[index + 1 : index + 2]}
        if span == title or span in dated or not neighbours & dated or len(span) > _LONGEST:
            continue
        match = _BARE_NAME.fullmatch(text, span.start, span.end)
        if match is not None:
            return Byline(span=span, who=span)
    return None
