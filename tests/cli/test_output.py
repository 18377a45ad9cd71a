"""Printing: nothing of a report steers the terminal; nothing is cut on a pipe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from secondsource.cli.output import Line, print_lines, print_table, printable


@given(st.text())
def test_printable_keeps_length_and_drops_control(words: str) -> None:
    shown = printable(words)
    assert len(shown) == len(words)
    assert not any(ord(letter) < 32 and letter not in "\t\n" for letter in shown)
    assert "\x1b" not in shown
    assert "\x9b" not in shown


@pytest.mark.parametrize("letter", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_printable_drops_direction_overrides(letter: str) -> None:
    assert printable(f"a{letter}b") == "a\ufffdb"


def test_printable_keeps_marks_of_direction() -> None:
    assert printable("حلب\u200f\u200e") == "حلب\u200f\u200e"


def test_a_long_line_is_not_cut_on_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    words = "word " * 2_000
    print_lines([Line(text=Text(words), indent=2)])
    assert capsys.readouterr().out == f"  {words}\n"


def test_cells_stay_in_their_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("a", "b"), [("one\ttwo\nthree", "\x1b[31mred")])
    assert capsys.readouterr().out == "a\tb\none two three\t\ufffd[31mred\n"
