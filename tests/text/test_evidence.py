from __future__ import annotations

import pickle

import pytest

from secondsource.errors import EvidenceMismatch
from secondsource.text import Evidence, Span

TEXT = "The two sides met in Ankara."


def test_evidence_holds_the_report_s_words() -> None:
    evidence = Evidence.at(TEXT, Span(4, 13))
    assert evidence.text == "two sides"
    assert (evidence.start, evidence.end) == (4, 13)


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span(4, 13), "Two sides"), (Span(5, 14), "two sides"), (Span(3, 3), ""), (Span(20, 99), "x")],
)
def test_words_that_do_not_stand_there_are_refused(span: Span, words: str) -> None:
    with pytest.raises(EvidenceMismatch, match="the report has"):
        Evidence(span=span, text=words, report_text=TEXT)


def test_evidence_survives_a_trip_between_processes() -> None:
    evidence = Evidence.at(TEXT, Span(0, 3))
    assert pickle.loads(pickle.dumps(evidence)) == evidence
