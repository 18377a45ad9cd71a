"""Which cues of the tagger may stand where no rule reads them."""

from __future__ import annotations

import pytest

from secondsource.annotations.attributions.credible import is_credible, is_nobodys
from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.engines.tagging import Tagged
from secondsource.text import Span
from tests.annotations.attributions.sentences import report_of


def _span(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),) if words else ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "lowest"),
    [
        ("The army said that it left.", "The army", "said", "that it left", 0.5),
        ("The rebels want to leave the dam.", "The rebels", "want", "to leave the dam", 0.5),
        ("The town fell, according to monitors.", "monitors", "according to", "The town fell", 0.5),
        ("The army winked that it left.", "The army", "winked", "that it left", 0.7),
        ("The alliance counted on raids at night.", "The alliance", "counted on", "raids", 0.9),
        ("The two sides agreed on a plan.", "The two sides", "agreed on", "a plan", 0.9),
        ("The dam was spotted at noon.", "", "was spotted", "The dam", 0.9),
    ],
)
def test_how_sure_a_cue_must_be(
    parser: Parser, text: str, source: str, cue: str, content: str, lowest: float
) -> None:
    (parse,) = parser.parse([report_of(text)])
    for score, stands in ((lowest, True), (lowest - 0.01, False)):
        found = Tagged(
            source=_span(text, source),
            cue=_span(text, cue),
            content=_span(text, content),
            score=score,
        )
        assert is_credible(parse, found, by_somebody=bool(source)) is stands


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The brigade, known as the Eagles, left.", "known as", "the Eagles"),
        ("The force is called the Shield.", "is called", "the Shield"),
        ("The two groups appear to be allies.", "appear", "to be allies"),
    ],
)
def test_names_and_appearances_are_nobodys_words(
    parser: Parser, text: str, cue: str, content: str
) -> None:
    (parse,) = parser.parse([report_of(text)])
    found = Tagged(source=(), cue=_span(text, cue), content=_span(text, content), score=0.99)
    assert not is_credible(parse, found, by_somebody=False)


@pytest.mark.parametrize(
    ("text", "source", "cue", "nobodys"),
    [
        ("The army reportedly took the dam.", "The army", "reportedly", True),
        ("The army said it took the dam.", "The army", "said", False),
        ("The mayor was accused of theft.", "The mayor", "was accused of", True),
        ("The mayor has accused the army of theft.", "The mayor", "has accused", False),
        ("The mayor was accused of theft by a judge.", "a judge", "was accused of", False),
    ],
)
def test_cues_that_name_nobody(
    parser: Parser, text: str, source: str, cue: str, nobodys: bool
) -> None:
    (parse,) = parser.parse([report_of(text)])
    found = Tagged(
        source=_span(text, source), cue=_span(text, cue), content=_span(text, text[-5:]), score=0.9
    )
    assert is_nobodys(parse, found) is nobodys
