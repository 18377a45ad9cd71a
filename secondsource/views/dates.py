"""EDTF values as a reader says them; nothing is added to their precision."""

from __future__ import annotations

import re

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(
    r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?:T(?P<time>[\d:]+)\S*?)?(?P<sign>[?~%]?)"
)
_SIGNS = {"?": "probably ", "~": "about ", "%": "probably about ", "": ""}
_OPEN = frozenset({"", ".."})


def spoken(edtf: str) -> str:
    """``edtf`` in words: "2 November 2014", "about 2013", "from 2013 to November 2014".

    What is not understood is given back as it is.
    """
    if "/" in edtf:
        return _interval(*edtf.split("/", 1))
    found = _DATE.fullmatch(edtf)
    return _date(found) if found else edtf


def dated(edtf: str) -> str:
    """When something happened: "on 2 November 2014", "in 2013", "between … and …"."""
    words = spoken(edtf)
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        closed = start not in _OPEN and end not in _OPEN
        return f"between {spoken(start)} and {spoken(end)}" if closed else words
    found = _DATE.fullmatch(edtf)
    if found is None or found["sign"]:
        return words
    return f"on {words}" if found["day"] and "X" not in found["day"] else f"in {words}"


def _interval(start: str, end: str) -> str:
    if start in _OPEN:
        return f"until {spoken(end)}"
    if end in _OPEN:
        return f"since {spoken(start)}"
    return f"from {spoken(start)} to {spoken(end)}"


def _date(found: re.Match[str]) -> str:
    year, month, day = found["year"], found["month"], found["day"]
    unknown = "X" in year
    parts = [
        str(int(day)) if day and "X" not in day else "",
        _month(month) if month else "",
        "" if year == "XXXX" else f"the {year[:-1]}0s" if unknown else year,
    ]
    words = " ".join(part for part in parts if part)
    if year == "XXXX":
        words = f"{words} of an unknown year" if words else "at an unknown time"
    return f"{_SIGNS[found['sign']]}{words}"


def _month(number: str) -> str:
    if number in _SEASONS:
        return _SEASONS[number]
    return _MONTHS[int(number) - 1] if number.isdigit() and 1 <= int(number) <= 12 else ""
