"""Datelines that open a report's first sentence: "ATAREB, Syria (AP) —", "BEIRUT, Nov 2 -".

The dateline is set aside and the sentence stays. Its place, date and credit say where the report
was filed, when, and by whom, which is not where or when the events took place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from secondsource.reports.news_names import agency_alternatives, canonical
from secondsource.reports.stamps import MONTH, month_number
from secondsource.text import Span

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITALS = rf"{_UPPER}(?:{_UPPER}|['’.\-])+(?:[ /](?:{_UPPER}|['’.\-])+){{0,3}}"
_TITLED = rf"{_UPPER}[\w'’.\-]+(?:[ /][\w'’.\-]+){{0,3}}"
_REGION = rf"(?:,\s+{_TITLED}){{0,2}}?"
_DAY = (
    rf"(?P<when>(?:(?P<month>(?i:{MONTH}))\s+(?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>(?i:{MONTH})))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d|\d\d)(?!\d))?)"
)
_CREDIT = r"\((?P<credit>[^()\n]{2,60})\)"
_DASH = r"(?:\s*(?:—|–|--+)\s*|\s+-\s*)"
_MARKS = r"(?:\[(?:TEXT|REPORT|EXCERPTS?|SUMMARY)\]\s*)*"
_LABELS = frozenset(
    "ANALYSIS ANSWER BREAKING CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX INTERVIEW LIVE NEWS"
    " NOTE OPINION PHOTOS QUESTION SUMMARY TIMELINE UPDATE VIDEO WATCH".split()
)
_SEARCHED = 8
_LONGEST = 160
_SHORTEST_BARE_PLACE = 4
_LEAP_YEAR = 2000  # any, so that 29 February without a year is a day
_PIVOT_YEAR = 69  # two-digit years as POSIX reads them: 69 to 99 are 19xx


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """``span`` is the whole prefix with its separator, ``place`` the words for the place.

    ``edtf`` is the filing date, with an unknown year as ``XXXX``, and ``when`` its words;
    ``agency`` the body named in it, under its usual name where the table has one, and ``credit``
    its words.
    """

    span: Span
    place: Span | None = None
    edtf: str | None = None
    when: Span | None = None
    agency: str | None = None
    credit: Span | None = None


@lru_cache(maxsize=1)
def _credited() -> tuple[re.Pattern[str], ...]:
    """Forms that a credit or a date vouches for, most telling first."""
    named = rf"(?P<credit>{agency_alternatives()})"
    place = rf"(?P<place>{_TITLED}{_REGION})"
    forms = (
        rf"{place}(?:,?\s+{_DAY})?,?\s*{_CREDIT}{_DASH}{_MARKS}",
        rf"{_CREDIT}{_DASH}{_MARKS}",
        rf"{place},?\s+{_DAY}{_DASH}{_MARKS}",
        rf"{place}(?:,?\s+{_DAY})?,\s+{named}{_DASH}",
    )
    return tuple(re.compile(form) for form in forms)


_BARE = (
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DASH}"),
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}):\s+"),
)


def find_dateline(text: str, paragraphs: Sequence[Span]) -> Dateline | None:
    """The first dateline among the opening paragraphs."""
    for span in paragraphs[:_SEARCHED]:
        found = _dateline_at(text, span)
        if found is not None:
            return found
    return None


def _dateline_at(text: str, span: Span) -> Dateline | None:
    end = min(span.end, span.start + _LONGEST)
    for pattern in _credited():
        match = pattern.match(text, span.start, end)
        if match is not None and match.end() < span.end and _vouched(match):
            return _record(match)
    if span.of(text).isupper():
        return None
    for pattern in _BARE:
        match = pattern.match(text, span.start, end)
        if match is not None and match.end() < span.end and _is_place(text, match):
            return _record(match)
    return None


def _vouched(match: re.Match[str]) -> bool:
    """A credit is a known body, or at least a name in capitals; "(left)" is neither."""
    credit = match.groupdict().get("credit")
    if credit is None:
        return True
    return canonical(credit) is not None or all(word[0].isupper() for word in credit.split())


def _is_place(text: str, match: re.Match[str]) -> bool:
    """Whether bare capitals are a place and not an acronym that opens the sentence.

    A dateline's capitals are for show, so the place does not recur in capitals; an acronym does.
    What follows a dateline is the beginning of a sentence.
    """
    capitals = match["place"].split(",")[0]
    if len(capitals) < _SHORTEST_BARE_PLACE or canonical(capitals) is not None:
        return False
    if _LABELS & set(capitals.split()):
        return False
    following = text[match.end()]
    recurs = re.search(rf"(?<!\w){re.escape(capitals)}(?!\w)", text[match.end() :])
    return recurs is None and (not following.isalpha() or following.isupper())


def _record(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    credit = groups.get("credit")
    whole = Span(match.start(), match.end())
    if credit and "place" not in groups and canonical(credit) is None:
        return Dateline(span=whole, place=_span(match, "credit"))
    return Dateline(
        span=whole,
        place=_span(match, "place"),
        edtf=_filed(groups),
        when=_span(match, "when"),
        agency=(canonical(credit) or credit) if credit else None,
        credit=_span(match, "credit"),
    )


def _span(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match.groupdict().get(group) else None


def _filed(groups: Mapping[str, str | None]) -> str | None:
    month, day = (
        groups.get("month") or groups.get("month2"),
        groups.get("day") or groups.get("day2"),
    )
    if month is None or day is None:
        return None
    year = groups.get("year")
    if year is not None and len(year) == 2:
        year = f"{'19' if int(year) >= _PIVOT_YEAR else '20'}{year}"
    try:
        moment = date(int(year or _LEAP_YEAR), month_number(month), int(day))
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{moment:%m-%d}"
