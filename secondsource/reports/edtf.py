"""Whether words are an Extended Date/Time Format value (ISO 8601-2:2019, annex A, levels 0 to 2).

Dates, seasons, intervals, sets, qualified and partly unknown dates are known; times of day are
read in `secondsource.reports.stamps`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

_DATE = re.compile(
    r"[?~%]?(?P<year>-?[\dX]{4})[?~%]?"
    r"(?:-[?~%]?(?P<month>[\dX]{2})[?~%]?(?:-[?~%]?(?P<day>[\dX]{2})[?~%]?)?)?"
)
_LONG_YEAR = re.compile(r"Y-?\d{5,}(?:S\d+)?|Y-?\d+E\d+(?:S\d+)?|-?\d{4}S\d+")
_SET = re.compile(r"\[[^\[\]{}]+\]|\{[^\[\]{}]+\}")
_OPEN = frozenset({"", ".."})
_MONTHS = range(1, 13)
_SEASONS = range(21, 42)  # seasons, quarters, quadrimesters and semesters
_SOME_LEAP_YEAR = 2000


def is_edtf(words: str) -> bool:
    """Whether ``words`` are EDTF that some day of the calendar fits; all unknown is none."""
    if _SET.fullmatch(words):
        return all(_is_member(part.strip()) for part in words[1:-1].split(","))
    sides = words.split("/")
    if len(sides) == 1:
        return is_date(words)
    return len(sides) == 2 and _spans(sides)


def is_date(words: str) -> bool:
    """Whether ``words`` are one date, month, season or year in EDTF."""
    if _LONG_YEAR.fullmatch(words):
        return True
    found = _DATE.fullmatch(words)
    if found is None or found["year"].lstrip("-") == "0000" or not re.search(r"\d", words):
        return False
    month, day = found["month"], found["day"]
    if month is None:
        return True
    months = [number for number in _MONTHS if _fits(month, number)]
    if day is None:
        return bool(months) or any(_fits(month, number) for number in _SEASONS)
    longest = max((_days(found["year"], number) for number in months), default=0)
    return any(_fits(day, number) for number in range(1, longest + 1))


def _spans(sides: Iterable[str]) -> bool:
    """Whether the ends of an interval are dates, or open but for one."""
    dated = [side for side in sides if side not in _OPEN]
    return bool(dated) and all(map(is_date, dated))


def _is_member(words: str) -> bool:
    return _spans(words.split("..")) if words.count("..") == 1 else is_date(words)


def _fits(digits: str, number: int) -> bool:
    """Whether two digits, unknown ones written X, can mean a number."""
    return all(digit in ("X", known) for digit, known in zip(digits, f"{number:02d}", strict=True))


def _days(year: str, month: int) -> int:
    known = int(year) if year.isdigit() else _SOME_LEAP_YEAR
    return calendar.monthrange(known, month)[1]
