"""Properties that hold for every text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reports import Report, from_text
from secondsource.text import Span

_PIECES = st.sampled_from(
    [
        "Fighters clashed near the town, residents said.",
        "Headline without a stop",
        "By Sample Writer",
        "Monday 29 September 2014 19:45",
        "BEIRUT, Nov 2 (Reuters) - The army advanced on Sunday.",
        "AFP Sunday 3 Jul 2016 Six people died in the town.",
        "24.07.2016 - Six killed - Six people died.",
        "View comments",
        "Read more",
        "The end. -- REUTERS",
        "© 2014 Sample Courier. All rights reserved.",
        "— * —",
        "Wrapped line of about eighty columns that goes on and on until it has to break",
        "and runs on in lower case",
        "\ufeff",
        "İstanbul'da çatışma",
        "“We will fight on, he said.",
    ]
)
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", " \n \n", "\u2028", "\t", " "])
_LAID_OUT = st.lists(st.tuples(_PIECES, _BREAKS), max_size=12).map(
    lambda rows: "".join(piece + gap for piece, gap in rows)
)
_TEXTS = st.one_of(_LAID_OUT, st.text(max_size=300))


def _parts(report: Report) -> list[Span]:
    return sorted([*report.body, *(aside.span for aside in report.aside)])


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_body_and_aside_are_disjoint_and_cover_the_words(text: str) -> None:
    report = from_text(text)
    covered = bytearray(len(text))
    for span in _parts(report):
        assert 0 <= span.start < span.end <= len(text)
        assert not any(covered[span.start : span.end])
        covered[span.start : span.end] = b"\x01" * len(span)
    left = [text[index] for index, taken in enumerate(covered) if not taken]
    assert not [c for c in left if not c.isspace() and c not in "\ufeff\u200b"]


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_cleaned_offsets_lead_back_to_the_same_words(text: str) -> None:
    report = from_text(text)
    cleaned, offsets = report.cleaned()
    position = 0
    for span in report.body:
        words = span.of(text)
        start = cleaned.index(words, position)
        assert offsets.to_origin(Span(start, start + len(words))) == span
        position = start + len(words)


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_stated_words_stand_where_they_say(text: str) -> None:
    report = from_text(text)
    for value in (report.title, report.byline, report.dateline):
        if value is not None and value.span is not None:
            assert " ".join(value.span.of(text).split()) == value.value


@settings(max_examples=50, deadline=None)
@given(_TEXTS)
def test_reading_twice_gives_the_same_report(text: str) -> None:
    assert from_text(text) == from_text(text)
