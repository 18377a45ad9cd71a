"""Texts read by the real parser, each distinct text once a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.quantities import find_quantities
from secondsource.annotations.records import Layers, Quantity
from secondsource.annotations.times import find_times
from secondsource.reports import Report
from secondsource.text import Span

Read = Callable[[str], tuple[Quantity, ...]]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    @cache
    def quantities(text: str) -> tuple[Quantity, ...]:
        report = Report(id="r_test", text=text, body=(Span(0, len(text)),) if text else ())
        (parse,) = parser.parse([report])
        layers = Layers(report=report, parse=parse)
        return find_quantities(replace(layers, times=find_times(layers)))

    return quantities
