"""Agency credits: lines and tails that say whose report this is, or whose it draws on.

Only a credit of the report counts. "Told The Associated Press" and "the BBC said" are
attributions of one statement inside it: the report that says so may be anybody's, so they are
left to the attribution layer and never become the report's agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reports.news_names import agency, agency_alternatives
from secondsource.text import Span

_SEARCHED_TAILS = 3
_SEARCHED_HEADS = 6
_LONGEST_LINE = 200
_WORK = "(?:[Rr]eporting|Writing|Editing|Compiled|Written|Edited)"
_SEVERAL = r"(?:(?:[Nn]ews\s+)?(?:[Aa]gencies|AGENCIES|wires|wire services))"
_STAFF = r"(?:staff\s+)?(?:writers?|reporters?|correspondents?|journalists?)"
_PERSON = r"[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){1,3}"
_PLACE = r"[^\W\d_a-z][\w'’-]*(?:[ ,]+[^\W\d_a-z][\w'’-]*){0,3}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """``span`` is set aside; ``agency`` and ``named`` are the body's usual name and its words.

    They are absent where the credit names nobody ("agencies") or names persons.
    """

    span: Span
    agency: str | None = None
    named: Span | None = None


@lru_cache(maxsize=1)
def _lines() -> tuple[re.Pattern[str], ...]:
    """Whole paragraphs that are credits."""
    name = rf"(?:[Tt]he\s+)?(?P<name>{agency_alternatives()}|{_SEVERAL})"
    more = rf"(?:(?:\s*[,/&]\s*|\s+and\s+)(?:the\s+)?(?:[\w ]{{2,30}}|{agency_alternatives()}))*"
    matter = "(?:additional )?(?:material|files|reporting)"
    forms = (
        rf"[\s(\[—–-]*(?:[Bb]y|BY|[Ww]ith|[Ss]ources?\s*:?|[Vv]ia|[Ff]rom)?\s*{name}{more}[\s)\].]*",
        rf"{name}{more}\s+(?:also\s+)?contributed to this (?:report|article|story)\.?",
        rf"{name}\s+{_STAFF}\s.{{3,150}}\bcontributed(?: to this (?:report|article|story))?\.?",
        rf"(?:Material|Files|Information|Reporting) from {name}{more} (?:was|were) used.{{0,40}}",
        rf"(?:[Bb]y\s+|BY\s+)?{_PERSON}(?:,|\s+[|/–—-]|\s+(?:of|for|in {_PLACE} for))\s*{name}\.?",
        rf"(?:[Bb]y\s+)?{name}\s+in\s+{_PLACE}\.?",
        rf"(?:[Bb]y\s+)?(?:[Oo]ur\s+)?(?:foreign\s+)?(?:[Ss]taff|[Rr]eporters?)\s+and\s+{name}",
        rf".{{0,40}}(?:[Ww]ith {matter}|[Aa]dditional {matter})\s+(?:from|by)\s+{name}.{{0,60}}",
        rf"\(?(?:Additional |With )?{_WORK} by\s.{{3,160}}",
    )
    return tuple(re.compile(form) for form in forms)


@lru_cache(maxsize=1)
def _tails() -> tuple[re.Pattern[str], ...]:
    """Ends of paragraphs that are credits."""
    name = rf"(?P<name>{agency_alternatives()}|{_SEVERAL})"
    forms = (
        rf"\s*(?:[—–-]{{1,3}}|(?<=[.!?\"”’'\)]))\s*(?:[Ww]ith\s+)?(?:[Tt]he\s+)?{name}\s*\.?\s*$",
        rf"\s*[(\[](?:[Ww]ith\s+)?{name}(?:\s*[/,&]\s*[\w ]{{2,30}})*[)\]]\.?\s*$",
        rf"(?:(?<=[.!?\"”’'\)])|^|\n)\s*\(?[Ss]ources?:?\s+[\w ]{{0,30}}?{name}\)?\s*$",
        rf"(?:(?<=[.!?\"”’'\)])|^)\s*\(?(?:Additional |With )?{_WORK} by\s[^\W\d_a-z].{{2,200}}$",
    )
    return tuple(re.compile(form) for form in forms)


def find_credits(text: str, paragraphs: Sequence[Span]) -> tuple[Credit, ...]:
    """Credit lines near the beginning and end, and credit tails of the last paragraphs."""
    found = list(_credit_lines(text, paragraphs))
    whole = {credit.span for credit in found}
    tails = [span for span in paragraphs[-_SEARCHED_TAILS:] if span not in whole]
    for span in tails:
        credit = _tail(text, span)
        if credit is not None:
            found.append(credit)
    return tuple(sorted(found, key=lambda credit: credit.span))


def _credit_lines(text: str, paragraphs: Sequence[Span]) -> Iterator[Credit]:
    if len(paragraphs) < 2:
        return
    for span in sorted({*paragraphs[:_SEARCHED_HEADS], *paragraphs[-_SEARCHED_TAILS:]}):
        if len(span) > _LONGEST_LINE:
            continue
        for pattern in _lines():
            match = pattern.fullmatch(text, span.start, span.end)
            if match is not None:
                yield _record(match, span)
                break


def _tail(text: str, span: Span) -> Credit | None:
    """The longest credit at the end of a paragraph that leaves something of the paragraph."""
    words = span.of(text)
    start = max(0, len(words) - 2 * _LONGEST_LINE)
    found = [match for pattern in _tails() if (match := pattern.search(words, start))]
    if not found:
        return None
    first = min(found, key=lambda match: match.start())
    named = next((match for match in found if match.groupdict().get("name")), first)
    record = _record(named, Span(span.start + first.start(), span.end), span.start)
    return record if first.start() > 0 else None


def _record(match: re.Match[str], span: Span, offset: int = 0) -> Credit:
    name = match.groupdict().get("name")
    known = agency(name) if name else None
    named = Span(*match.span("name")).shift(offset) if known else None
    return Credit(span=span, agency=known, named=named)
