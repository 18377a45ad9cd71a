"""Letters without their marks."""

import pytest

from secondsource.text import without_accents


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Atārib", "Atarib"),
        ("Şanlıurfa", "Sanlıurfa"),
        ("Dayr az-Zawr", "Dayr az-Zawr"),
        ("ﬁve", "five"),
        ("", ""),
    ],
)
def test_marks_are_dropped_and_letters_kept(written: str, plain: str) -> None:
    assert without_accents(written) == plain
