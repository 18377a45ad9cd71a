"""Texts read by the real parser, each distinct text and date once a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.records import Layers, TimeMention
from secondsource.annotations.times import find_times
from secondsource.reports import Basis, Report, Stated
from secondsource.text import Span

Read = Callable[[str, str | None], tuple[TimeMention, ...]]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    @cache
    def times(text: str, published: str | None) -> tuple[TimeMention, ...]:
        stated = Stated(value=published, basis=Basis.GIVEN) if published else None
        body = (Span(0, len(text)),) if text else ()
        report = Report(id="r_test", text=text, body=body, published=stated)
        (parse,) = parser.parse([report])
        return find_times(Layers(report=report, parse=parse))

    return times
