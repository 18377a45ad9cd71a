"""No cell of a CSV file is a formula, and the words can be had back."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.exports.columns import Table, column
from secondsource.exports.commas import csv_lines, harmless, tab_lines
from secondsource.exports.tally import Tally

ESCAPED = re.compile(r"''*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
WORDS: Table[str] = Table(name="words", columns=(column("said", "Words.", lambda said: said),))


def plain(cell: str) -> str:
    """A cell as it was before: one apostrophe less where one was put."""
    return cell[1:] if ESCAPED.match(cell) else cell


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-dash", "'-dash"),
        ("@name", "'@name"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),
        ("\uff1d1", "'\uff1d1"),
        ("1=1", "1=1"),
        ("'quoted'", "'quoted'"),
        ("–", "–"),
        ("", ""),
        (None, None),
        (-3.5, -3.5),
        (-3, -3),
    ],
)
def test_formulas_are_neutralised_and_numbers_left_alone(cell: object, shown: object) -> None:
    assert harmless(cell) == shown  # type: ignore[arg-type]


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\nab \uff1d")))
def test_words_can_be_had_back(said: str) -> None:
    shown = harmless(said)
    assert isinstance(shown, str)
    assert shown[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert plain(shown) == said


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]))))
def test_a_row_a_record_whatever_it_holds(said: list[str]) -> None:
    text = "".join(csv_lines(WORDS, said))
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["said"], *([str(harmless(one))] if one else [""] for one in said)] or [
        row for row in rows[1:] if row
    ] == [[str(harmless(one))] for one in said if one]
    lines = "".join(tab_lines(WORDS, said, Tally(), heading=False)).split("\n")
    assert len(lines) == len(said) + 1


def test_empty_cells_are_counted_with_their_reason() -> None:
    tally = Tally()
    list(csv_lines(WORDS, ["a", "", "b", ""], tally))
    [gap] = tally.about("words").empty
    assert (gap.column, gap.rows) == ("said", 2)
