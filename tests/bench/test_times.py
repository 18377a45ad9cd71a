from __future__ import annotations

import pytest

from bench.scorers.times import Timex, compare
from secondsource.text import Span


def timex(start: int, end: int, value: str) -> Timex:
    return Timex(Span(start, end), value)


def test_strict_relaxed_and_value_f1() -> None:
    gold = [timex(0, 10, "2014-11-02"), timex(20, 30, "P1W"), timex(40, 44, "2014")]
    found = [timex(0, 10, "2014-11-02"), timex(22, 30, "P1M")]
    counts = compare(gold, found)
    # strict: 1 of 2 and 1 of 3; relaxed: 2 of 2 and 2 of 3; value: 1 of 2 and 1 of 3
    assert counts.strict.f1 == pytest.approx(2 * (1 / 2) * (1 / 3) / (1 / 2 + 1 / 3))
    assert counts.relaxed.f1 == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert counts.value.f1 == counts.strict.f1


def test_one_answer_matches_one_key() -> None:
    counts = compare([timex(0, 4, "a"), timex(5, 9, "b")], [timex(0, 9, "a")])
    assert (counts.relaxed.hits, counts.relaxed.gold) == (1, 2)


def test_counts_add_up_over_documents() -> None:
    one = compare([timex(0, 4, "a")], [timex(0, 4, "a")])
    other = compare([timex(0, 4, "a")], [])
    assert (one + other).value.recall == 0.5
