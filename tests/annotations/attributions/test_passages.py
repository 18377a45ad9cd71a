"""Which sentences the trained reader is asked about."""

from __future__ import annotations

import pytest

from secondsource.annotations.attributions import passages_to_read
from secondsource.annotations.engines.parser import Parser
from secondsource.annotations.records import Layers
from tests.annotations.attributions.sentences import report_of

READ = [
    ("Rebels took the town. Residents said it was quiet.", ["Residents said it was quiet."]),
    ("The army said it withdrew. The town is empty. “We are free.”",
     ["The army said it withdrew.", "“We are free.”"]),
    ("He hopes for peace. They believe him. It rained.",
     ["He hopes for peace. They believe him."]),
    ("It is said.\n\nIt is believed.", ["It is said.", "It is believed."]),
    ("Minister: the border is closed. It rained.", ["Minister: the border is closed."]),
    ("It rained. The town is empty.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_only_sentences_that_may_hold_a_cue_are_read(
    parser: Parser, text: str, expected: list[str]
) -> None:
    report = report_of(text)
    (parse,) = parser.parse([report])
    passages = passages_to_read(Layers(report=report, parse=parse))
    assert [span.of(report.text) for span in passages] == expected
