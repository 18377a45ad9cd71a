from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.engines.windows import SEPARATOR, SIZE, lines, windows
from secondsource.text import Span
from tests.annotations.engines.speaking import tokenizer

_TEXTS = st.lists(
    st.sampled_from(("the", "Army", "REBELS", "said", ".", ",", "İß", "A. ", "\n", "”")),
    max_size=900,
).map(" ".join)
_TOKENIZER = tokenizer()


def _paragraphs(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]


@given(text=_TEXTS, first=st.integers(20, SIZE))
def test_windows_hold_every_word_once_in_order(text: str, first: int) -> None:
    rows = lines(_TOKENIZER, text, _paragraphs(text))
    cut = list(windows(rows, first=first))
    held = [span for window in cut for span in window.words]
    assert held == sorted(set(held)) == [word.span for row in rows for word in row.words]
    assert all(not re.search(r"\s", span.of(text)) and len(span) for span in held)
    for window in cut:
        assert len(window.pieces) == len(window.shapes) <= SIZE
        assert len(window.words) == len(window.heads)
        assert list(window.words) == sorted(window.words)


def test_a_window_shows_paragraphs_and_shapes() -> None:
    text = "The REBELS left.\nIt fell."
    (window,) = windows(lines(_TOKENIZER, text, _paragraphs(text)))
    assert [span.of(text) for span in window.words] == [
        "The", "REBELS", "left", ".", "It", "fell", "."
    ]  # fmt: skip
    assert window.pieces[5] == SEPARATOR
    assert window.shapes == (0, 2, 3, 1, 0, 0, 2, 1, 0)
    assert window.heads == (1, 2, 3, 4, 6, 7, 8)


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    text = "the army " * SIZE
    rows = lines(_TOKENIZER, text, [Span(0, len(text))])
    assert max(map(len, rows)) <= SIZE - 1
    assert [row.opens for row in rows] == [True, *[False] * (len(rows) - 1)]
