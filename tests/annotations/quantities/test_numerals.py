from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.quantities import numerals
from secondsource.annotations.quantities.phrases import value

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, *, join: str = " ") -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        rest = f"-{ONES[number % 10]}" if number % 10 else ""
        return TENS[number // 10] + rest
    if number < 1000:
        rest = f"{join}{spelled(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = f" {spelled(number % 1000, join=join)}" if number % 1000 else ""
    return f"{spelled(number // 1000, join=join)} thousand{rest}"


@given(number=st.integers(min_value=0, max_value=999_999), join=st.sampled_from([" ", " and "]))
def test_words_are_read_back(number: int, join: str) -> None:
    assert numerals.cardinal(spelled(number, join=join)) == number
    assert numerals.cardinal(spelled(number, join=join).title()) == number


@given(number=st.integers(min_value=0, max_value=999_999_999))
def test_figures_are_read_back(number: int) -> None:
    assert numerals.figure(str(number)) == number
    assert numerals.figure(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("sixty-five", 65),
        ("two dozen", 24),
        ("dozen", 12),
        ("twelve hundred", 1200),
        ("one million two hundred thousand", 1_200_000),
        ("ninety six seven", None),
        ("thousand million", None),
        ("several", None),
        ("", None),
    ],
)
def test_cardinals(words: str, number: int | None) -> None:
    assert numerals.cardinal(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("third", 3), ("twelfth", 12), ("twenty-first", 21), ("21st", 21), ("four", None)],
)
def test_ordinals(words: str, number: int | None) -> None:
    assert numerals.ordinal(words) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety-six", 1996), ("two thousand", 2000), ("sixty-five", None)],
)
def test_years_in_words(words: str, year: int | None) -> None:
    assert numerals.year_in_words(words) == year


@pytest.mark.parametrize(
    ("words", "number"), [("2.5 million", 2.5e6), ("1,500", 1500.0), ("two", None), ("1,50", None)]
)
def test_figures(words: str, number: float | None) -> None:
    assert numerals.figure(words) == number


@pytest.mark.parametrize("words", ["9" * 400, "9" * 305 + " million", "9" * 5000])
def test_a_number_without_end_is_no_number(words: str) -> None:
    assert numerals.figure(words) is None


@pytest.mark.parametrize("words", ["9" * 305 + "bn", "9" * 400 + "m"])
def test_a_short_scale_of_no_number_is_none(words: str) -> None:
    assert value(words) is None


@pytest.mark.parametrize("words", ["9" * 5000 + "th", "²st"])
def test_an_ordinal_without_end_is_none(words: str) -> None:
    assert numerals.ordinal(words) is None
