"""Sentences read by the real parser, each distinct text once a session."""

from __future__ import annotations

from functools import cache

import pytest

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.annotations.attributions import find_attributions
from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.records import Layers
from tests.annotations.attributions.sentences import Read, report_of


@pytest.fixture(scope="session")
def read(parser: Parser) -> Read:
    @cache
    def attributions(text: str) -> tuple[AttributionMention, ...]:
        report = report_of(text)
        (parse,) = parser.parse([report])
        return find_attributions(Layers(report=report, parse=parse))

    return attributions
