"""The model as shipped, on sentences that any reader of attributions must get right."""

from __future__ import annotations

import pytest

from secondsource.annotations.engines.reader import load_reader
from tests.annotations.attributions.sentences import report_of


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The governor said that two villages had been shelled overnight.",
            "The governor",
            "said",
            "that two villages had been shelled overnight",
        ),
        (
            "According to a local doctor, two villages were shelled overnight.",
            "a local doctor",
            "According to",
            "two villages were shelled overnight",
        ),
        ("“The road is open,” the mayor said.", "the mayor", "said", "“The road is open,”"),
    ],
)
def test_plain_attributions_are_read(text: str, source: str, cue: str, content: str) -> None:
    ((found,),) = load_reader().read([report_of(text)], threshold=0.5)
    words = [[span.of(text) for span in row] for row in (found.source, found.cue, found.content)]
    assert words == [[source], [cue], [content]]


def test_where_nobody_speaks_nothing_is_read() -> None:
    report = report_of("Two villages were shelled overnight. The road is open.")
    assert load_reader().read([report], threshold=0.5) == ((),)
