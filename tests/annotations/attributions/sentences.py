"""Texts as reports, for tests of attributions."""

from __future__ import annotations

import re
from collections.abc import Callable

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.reports import Report, report_id
from secondsource.text import Span

Read = Callable[[str], tuple[AttributionMention, ...]]


def report_of(text: str) -> Report:
    """A report whose paragraphs are the text's lines."""
    body = tuple(Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
    return Report(id=report_id(text, None), text=text, body=body)
