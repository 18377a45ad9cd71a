"""How answers are worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.claims import TieType
from secondsource.claims.records import ABOUT_A_DAY
from secondsource.cli.progress import in_words
from secondsource.cli.wording import (
    CREDIBILITY,
    MUTUAL,
    according_to,
    between,
    day,
    event_lines,
    plural,
)
from secondsource.fusion import Credibility
from secondsource.pipeline import Progress
from secondsource.views import EventRow, event_to_record
from tests.views.test_wire import EVENT


@pytest.mark.parametrize(
    ("who", "whom", "words"),
    [
        (["A"], ["B"], "A → B"),
        (["A", "B"], ["C"], "A, B → C"),
        (["A"], [], "A → —"),
        ([], ["B"], "— → B"),
        (["A", "B"], ["B", "A"], "A, B to each other"),
        (["A"], ["A"], "A → A"),
    ],
)
def test_between(who: list[str], whom: list[str], words: str) -> None:
    assert between(who, whom) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2014-11-13T09:10Z", "2014-11-13"),
        ("2014-11", "2014-11"),
        ("2014-11-01/2014-11-03", "2014-11-01/2014-11-03"),
        (None, "undated"),
    ],
)
def test_day(edtf: str | None, words: str) -> None:
    assert day(edtf) == words


@pytest.mark.parametrize(("precision", "words"), [("day", "2014-11-02"), (ABOUT_A_DAY, "about")])
def test_an_event_on_the_day_of_its_report_is_about_that_day(precision: str, words: str) -> None:
    assert EVENT.time is not None
    event = replace(EVENT, time=replace(EVENT.time, precision=precision))
    row = EventRow(record=event_to_record(event, ()), evidence=())
    heading = next(iter(event_lines(row, 3))).text.plain
    assert heading.split("  ·  ")[1].startswith(words)


def test_according_to() -> None:
    assert according_to(None) == "in the outlet's own voice"
    assert according_to("a source, who spoke,") == "according to a source, who spoke"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 origins"), (1, "1 origin"), (1234, "1,234 origins")]
)
def test_plural(count: int, words: str) -> None:
    assert plural(count, "origin") == words


def test_every_digit_and_tie_has_words() -> None:
    assert set(CREDIBILITY) == {digit.value for digit in Credibility}
    assert {tie.value for tie in TieType} >= MUTUAL


@pytest.mark.parametrize(
    ("progress", "seconds", "words"),
    [
        (Progress(stored=3, rejected=1), 1.0, "3 stored, 1 rejected"),
        (
            Progress(stored=3, unread=40, read=10, claims=7),
            2.0,
            "3 stored, 0 rejected, 10 of 40 read (5.0/s), 7 claims",
        ),
        (
            Progress(unread=1, read=2),
            0.0,
            "0 stored, 0 rejected, 2 of 2 read (0.0/s), 0 claims",
        ),
    ],
)
def test_progress_in_words(progress: Progress, seconds: float, words: str) -> None:
    assert in_words(progress, seconds) == words
