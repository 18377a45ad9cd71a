"""Dates as pages, feeds and newspapers write them, to EDTF at the precision given.

A time of day is kept to the minute or second that was written; a zone is kept where it is UTC or
an offset, and left out where it is only an abbreviation, which names different zones in different
countries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from secondsource.reports.edtf import is_date, is_edtf
from secondsource.text import Span

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r(?:s)?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_ZONE = r"(?:z\b|(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|[a-z]{1,4}t\b)"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:(?:[:.h]|(?<=at \d\d))(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
    r"(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?(?![\d.,:])"
)
_TIME = (
    r"(?:,?\s*[-–|·]?\s*(?:at\s+)?|T)"
    rf"(?=\d{{1,2}}[:.h]\d\d|\d{{1,2}}\s*[ap]\.?m|(?<=at )\d{{4}}\b){_CLOCK}"
)

HUMAN_DATE = re.compile(
    rf"(?:{_WEEKDAY})?"
    r"(?:"
    rf"(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))"
    rf"|(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<m1>{MONTH}),?\s*(?P<y1>{_YEAR})"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}}?){_ORDINAL},?\s*(?P<y2>{_YEAR})"
    rf"|(?P<a>\d{{1,2}})(?P<mark>[./-])(?P<b>\d{{1,2}})(?P=mark)(?P<y3>{_YEAR})"
    r")"
    rf"(?:{_TIME}(?:\s*\(?(?P<zone>{_ZONE})\)?)?)?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STAMP = re.compile(
    r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):?(?P<minute>[0-5]\d)(?::?(?P<second>[0-5]\d|60))?"
    r"(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
# The year first needs no guess, whatever parts it: "2014/11/5", "2014.11.05", "20141105".
_YEAR_FIRST = re.compile(
    r"(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})|(?P<m2>\d\d)(?P<d2>\d\d))"
    r"(?P<rest>[T ].+)?"
)
_SHORT_YEAR = re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d\d)")
_PIVOT = 69  # POSIX strptime, %y: 69 to 99 are 1969 to 1999


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date in a text: EDTF and where it stands."""

    edtf: str
    span: Span


def month_number(words: str) -> int:
    """1 to 12 for a month's name or abbreviation in English."""
    return _MONTHS.index(words[:3].casefold()) + 1


def date_at(text: str, start: int, end: int) -> Dated | None:
    """The full date that begins exactly at ``start``."""
    match = HUMAN_DATE.match(text, start, end)
    edtf = edtf_of(match) if match else None
    return Dated(edtf=edtf, span=Span(match.start(), match.end())) if match and edtf else None


def edtf_of(match: re.Match[str]) -> str | None:
    """The EDTF value of a match of `HUMAN_DATE`, ``None`` where the calendar has no such day."""
    day = _day(match)
    return None if day is None else day + (_clock(match) if len(day) == 10 else "")


def _day(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return _checked(*(int(part) for part in match["iso"].split("-")))
    if match["m1"]:
        return _checked(int(match["y1"]), month_number(match["m1"]), int(match["d1"]))
    if match["m2"]:
        return _checked(int(match["y2"]), month_number(match["m2"]), int(match["d2"]))
    return _numeric(int(match["y3"]), int(match["a"]), int(match["b"]), match["mark"])


def _numeric(year: int, first: int, second: int, mark: str) -> str | None:
    """Day first with dots and hyphens; with slashes only where one number cannot be a month.

    ``03/04/2016`` is two different days on two sides of an ocean, so only its year is kept.
    """
    if mark == "/" and first <= 12 and second <= 12 and first != second:
        return str(year)
    return _checked(year, second, first) or _checked(year, first, second)


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> str:
    if match["hour"] is None:
        return ""
    half = (match.groupdict().get("half") or "")[:1].casefold()
    hour = int(match["hour"])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    seconds = f":{match['second']}" if match["second"] else ""
    return f"T{hour:02d}:{match['minute'] or '00'}{seconds}{_zone(match['zone'])}"


def _zone(words: str | None) -> str:
    folded = (words or "").casefold().replace("utc", "").replace("gmt", "").replace(" ", "")
    if words and folded in {"", "z", "+00:00", "+0000", "-0000"}:
        return "Z"
    offset = re.fullmatch(r"([+-])(\d{1,2}):?(\d\d)?", folded)
    return f"{offset[1]}{int(offset[2]):02d}:{offset[3] or '00'}" if offset else ""


def stamp(words: str) -> str | None:
    """EDTF for a machine's time stamp (ISO 8601, RFC 822), an English date, or EDTF itself.

    Dates in figures are read where they can mean one day only: year first, or with one number that
    is no month. Returns ``None`` where the words are none of these.
    """
    words = _dashed(" ".join(words.split()))
    machine = _STAMP.fullmatch(words)
    if machine is not None:
        return _moment(machine)
    human = HUMAN_DATE.fullmatch(words)
    if human is not None:
        return edtf_of(human)
    short = _SHORT_YEAR.fullmatch(words)
    if short is not None:
        year = int(short["year"])
        century = 1900 if year >= _PIVOT else 2000
        return _numeric(century + year, int(short["a"]), int(short["b"]), "/")
    return words if is_edtf(words) else _mail_date(words)


def _dashed(words: str) -> str:
    """A date with its year first, parted as ISO 8601 parts it; other words as they are."""
    found = _YEAR_FIRST.fullmatch(words)
    if found is None:
        return words
    month, day = found["month"] or found["m2"], found["day"] or found["d2"]
    return f"{found['year']}-{month:0>2}-{day:0>2}{found['rest'] or ''}"


def _moment(machine: re.Match[str]) -> str | None:
    day = machine["date"]
    if not is_date(day) or (machine["hour"] and len(day) < len("2014-11-05")):
        return None
    return day + (_clock(machine) if machine["hour"] else "")


def _mail_date(words: str) -> str | None:
    try:
        moment: datetime = parsedate_to_datetime(words)
    except (TypeError, ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
