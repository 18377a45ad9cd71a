from __future__ import annotations

import pytest

from secondsource.annotations.engines.tagging import Tagged
from secondsource.reports import Report
from secondsource.text import Span
from tests.annotations.attributions.sentences import report_of
from tests.annotations.engines.speaking import reader


def _words(report: Report, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(report.text) for span in spans]


def _told(report: Report, row: Tagged) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = (_words(report, spans) for spans in (row.source, row.cue, row.content))
    return source, cue, content


def test_spans_point_into_the_text_of_each_report() -> None:
    first = report_of("The town fell.\n\nThe Army  said the town fell. Rebels left.")
    second = report_of("Rebels said it left.")
    found = reader().read([first, second])
    assert [[_told(*pair) for pair in zip([report] * len(rows), rows, strict=True)]
            for report, rows in zip([first, second], found, strict=True)] == [
        [(["Army"], ["said"], ["the town fell"])],
        [(["Rebels"], ["said"], ["it left"])],
    ]  # fmt: skip


def test_a_report_without_words_has_no_attributions() -> None:
    assert reader().read([report_of(""), report_of("\n\n")]) == ((), ())


def test_only_cues_that_are_sure_enough_are_given() -> None:
    report = report_of("Rebels said it left.")
    (sure,) = reader().read([report], threshold=0.9)
    (none,) = reader().read([report], threshold=0.99)
    assert [round(row.score, 2) for row in sure] == [0.95]
    assert none == ()


def test_a_cue_without_content_is_no_attribution() -> None:
    assert reader().read([report_of("The army said.")]) == ((),)


@pytest.mark.parametrize("sentences", [1, 30, 200])
def test_every_cue_is_read_once_however_long_the_report(sentences: int) -> None:
    text = "The town fell, the army said it left the town. " * sentences
    report = report_of(text.strip())
    (found,) = reader().read([report])
    assert len(found) == sentences
    assert [row.cue for row in found] == sorted(row.cue for row in found)
    assert {tuple(map(tuple, _told(report, row))) for row in found} == {
        (("army",), ("said",), ("it left the town",))
    }
