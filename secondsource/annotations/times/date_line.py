"""The date of publication where the report's own text states it."""

from __future__ import annotations

import re

from secondsource.annotations.records import TimeMention, TimeType
from secondsource.reports import Report

_NO_SECONDS = re.compile(r"T\d\d:\d\d$")


def date_line(report: Report) -> TimeMention | None:
    """The date line as a mention: it is set aside from the sentences, yet it says when.

    ``None`` where the date is unknown or was not found in the text.
    """
    published = report.published
    if published is None or published.span is None:
        return None
    value = published.value
    return TimeMention(
        span=published.span,
        type=TimeType.TIME if "T" in value else TimeType.DATE,
        value=value,
        edtf=f"{value}:00" if _NO_SECONDS.search(value) else value,
        why="the report's date line",
    )
