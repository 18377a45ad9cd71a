"""Whom an outlet cites, and when it reported: neither is what it reported."""

from __future__ import annotations

import pytest

from secondsource.annotations import Layers, Parser, SourceType
from secondsource.annotations.attributions import find_attributions
from secondsource.reports import from_text

CASES = [
    (
        "The two groups met, the agency Sample Wire reported on Thursday, citing two officials.",
        [("the agency Sample Wire", "The two groups met"), ("two officials", "The two groups met")],
    ),
    ("The two groups met, Reuters reported on Thursday.", [("Reuters", "The two groups met")]),
    (
        "The paper reported on the talks in Ankara.",
        [("The paper", "the talks in Ankara")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sources_and_contents(parser: Parser, text: str, expected: list[tuple[str, str]]) -> None:
    report = from_text(text)
    layers = Layers(report=report, parse=next(iter(parser.parse([report]))))
    found = [
        (row.source[0].of(report.text), row.content[0].of(report.text))
        for row in find_attributions(layers)
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The groups met, the agency Sample Wire said.", SourceType.OUTLET),
        ("The groups met, the state news agency said.", SourceType.OUTLET),
        ("The groups met, the intelligence agency said.", SourceType.NAMED_ORGANISATION),
    ],
)
def test_news_agencies_are_outlets(parser: Parser, text: str, type_: SourceType) -> None:
    report = from_text(text)
    layers = Layers(report=report, parse=next(iter(parser.parse([report]))))
    found = find_attributions(layers)[0].source_type
    assert (found is SourceType.OUTLET) is (type_ is SourceType.OUTLET)
