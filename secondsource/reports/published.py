"""When a text was published, by its own words: date lines, and dates that open it.

Dates inside sentences are about events, never about publication, and are not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reports.news_names import agency_alternatives
from secondsource.reports.stamps import MONTH, Dated, date_at
from secondsource.text import Span

_LABEL = re.compile(
    r"(?P<later>(?:last )?(?:updated?|modified|amended)|(?:first |originally )?(?:published|posted)"
    r"|publication date|date of publication|this story is from|dated?|released)"
    r"(?:\s+(?:on|at))?\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_WRITER_BEFORE = re.compile(
    r"(?:(?:posted|published|written)\s+)?by\s+(?P<who>[^\W\d][^\d|,;•·]{2,60}?)"
    rf"\s*(?:[|,;•·–—-]\s*|\son\s+|\s(?=published|posted|updated|\d|{MONTH}\s+\d))",
    re.IGNORECASE,
)
# "13:42 EST, 13 November 2014": the day is kept, not the hour, whose zone is only a name.
_CLOCK_FIRST = re.compile(
    r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?\s*(?:,|on)\s*", re.IGNORECASE
)
_WRITER_AFTER = re.compile(r"by\s+(?P<who>[^\W\d][^\d.|]{2,60}?)\s*\.?$", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+[A-Z]")
_LATER = re.compile(r"(?:last )?(?:updated?|modified|amended)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|;,·•/\-–—]*\s*")
_SEPARATOR = re.compile(r"\s+[-–—|]{1,2}\s+|\s*[—|]\s*|\s*:\s+")
_LONGEST_LINE = 160
_HEADER_PARAGRAPHS = 10
_FOOTER_PARAGRAPHS = 4
_OPENING_PARAGRAPHS = 4
_CHRONOLOGY = 4
_LONGEST_HEADLINE = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line, or the opening of one, that says when the text was published.

    ``span`` is what is set aside with it. ``amended`` marks a date that is only called that of an
    update. ``agency`` is a credit that stands in the same line ("AFP Sunday 3 Jul 2016"), ``who``
    a writer's name ("By Sample Writer, 3 November 2014").
    """

    span: Span
    date: Dated
    amended: bool = False
    agency: Span | None = None
    who: Span | None = None


def date_lines(text: str, paragraphs: Sequence[Span]) -> tuple[DateLine, ...]:
    """The date lines among the first ten and last four paragraphs, in order.

    Four or more bare date lines are the headings of a chronology; then there is none.
    """
    edge = {*paragraphs[:_HEADER_PARAGRAPHS], *paragraphs[-_FOOTER_PARAGRAPHS:]}
    found = [line for span in sorted(edge) if (line := _whole_line(text, span)) is not None]
    if len(found) >= _CHRONOLOGY:
        return ()
    whole = {line.span for line in found}
    rest = [span for span in paragraphs[:_OPENING_PARAGRAPHS] if span not in whole]
    opening = _opening(text, rest[0]) if rest and rest[0] == paragraphs[0] else None
    inside = (_credited(text, span) for span in rest)
    found.extend(line for line in (opening, *inside) if line is not None)
    return tuple(sorted(found, key=lambda line: line.span))


def published_date(lines: Sequence[DateLine]) -> Dated | None:
    """The date to take: the first that is not called an update, else the first."""
    ordered = sorted(lines, key=lambda line: line.amended)
    return ordered[0].date if ordered else None


def _whole_line(text: str, span: Span) -> DateLine | None:
    if len(span) > _LONGEST_LINE or not any(character.isdigit() for character in span.of(text)):
        return None
    position, credit = _credit(text, span)
    position, who = _writer(text, position, span.end)
    if credit is None and who is not None:
        position, credit = _credit_behind(text, position, span.end)
        position = _after(text, position, span.end)
        credit, who = (who, None) if _agency().fullmatch(who.of(text)) else (credit, who)
    found: list[tuple[Dated, bool]] = []
    while position < span.end:
        position, amended = _label(text, position, span.end)
        clock = _CLOCK_FIRST.match(text, position, span.end)
        dated = date_at(text, clock.end() if clock else position, span.end)
        if dated is None:
            break
        found.append((dated, amended))
        position = _after(text, dated.span.end, span.end)
    if found and credit is None:
        position, credit = _credit_behind(text, position, span.end)
    behind = _WRITER_AFTER.match(text, position, span.end)
    if not found or (behind is None and text[position : span.end].strip(" .|)")):
        return None
    if behind is not None:
        who = Span(*behind.span("who"))
    dated, amended = min(found, key=lambda pair: pair[1])
    return DateLine(span=span, date=dated, amended=amended, agency=credit, who=who)


def _writer(text: str, position: int, end: int) -> tuple[int, Span | None]:
    match = _WRITER_BEFORE.match(text, position, end)
    return (match.end(), Span(*match.span("who"))) if match else (position, None)


def _credited(text: str, span: Span) -> DateLine | None:
    """An agency's name and a full date that stand inside a paragraph, between headline and story.

    So print pages that were flattened to text: "Headline AFP Sunday 3 Jul 2016 The story begins".
    """
    end = min(span.end, span.start + _LONGEST_HEADLINE)
    for match in _agency_before_date().finditer(text, span.start, end):
        dated = date_at(text, match.end(), span.end)
        following = text[dated.span.end : span.end].lstrip() if dated else ""
        if dated is not None and following and not following[0].islower():
            line = Span(match.start(), dated.span.end)
            return DateLine(span=line, date=dated, agency=Span(*match.span(1)))
    return None


@lru_cache(maxsize=1)
def _agency_before_date() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])({agency_alternatives()})[\s,|/:\-–—]+")


def _credit(text: str, span: Span) -> tuple[int, Span | None]:
    """Where the line goes on after an agency's name, and that name."""
    match = _agency_before_date().match(text, span.start, span.end)
    if match is None:
        return span.start, None
    return match.end(), Span(match.start(1), match.end(1))


def _credit_behind(text: str, position: int, end: int) -> tuple[int, Span | None]:
    """Where the line goes on after an agency's name behind the date, and that name."""
    match = _agency().match(text, position, end)
    return (match.end(), Span(*match.span(1))) if match else (position, None)


@lru_cache(maxsize=1)
def _agency() -> re.Pattern[str]:
    return re.compile(
        rf"\(?(?:by\s+)?(?:the\s+)?({agency_alternatives()})(?![\w’'-])\)?", re.IGNORECASE
    )


def _label(text: str, position: int, end: int) -> tuple[int, bool]:
    match = _LABEL.match(text, position, end)
    if match is None:
        return position, False
    return match.end(), bool(_LATER.fullmatch(match["later"]))


def _after(text: str, position: int, end: int) -> int:
    match = _BETWEEN.match(text, position, end)
    return match.end() if match else position


def _opening(text: str, first: Span) -> DateLine | None:
    """A full date that opens the text and is no part of its first sentence.

    Told by what follows: a separator, a byline, or a word that does not go on in lower case. In a
    text without case, a label or a separator is needed.
    """
    position, amended = _label(text, first.start, first.end)
    dated = date_at(text, position, first.end)
    if dated is None:
        return None
    separator = _SEPARATOR.match(text, dated.span.end, first.end)
    if separator is not None and separator.end() < first.end:
        return DateLine(span=Span(first.start, separator.end()), date=dated, amended=amended)
    rest = text[dated.span.end : first.end].lstrip(" .,")
    if not rest or dated.span.end + 1 > first.end:
        return None
    cased = not first.of(text).isupper() or position > first.start
    goes_on = rest[0].islower() and _BYLINE.match(rest) is None
    if not cased or goes_on or text[dated.span.end] == ",":
        return None
    start_of_rest = first.end - len(rest)
    return DateLine(span=Span(first.start, start_of_rest), date=dated, amended=amended)
