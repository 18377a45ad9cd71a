from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text import Rewrite, Span, fold, rewrite

WHOLE = "the IS group met"


def test_a_replaced_word_maps_back_as_a_whole() -> None:
    derived, offsets = rewrite(
        WHOLE, (Span(0, len(WHOLE)),), (Rewrite(span=Span(4, 6), words="ISIS"),)
    )
    assert derived == "the ISIS group met"
    assert offsets.to_origin(Span(4, 8)).of(WHOLE) == "IS"
    assert offsets.to_origin(Span(5, 7)).of(WHOLE) == "IS"
    assert offsets.to_origin(Span(9, 14)).of(WHOLE) == "group"
    assert offsets.to_origin(Span(0, 18)) == Span(0, len(WHOLE))


def test_inserted_words_have_no_origin() -> None:
    derived, offsets = rewrite(
        "ab", (Span(0, 1), Span(1, 2)), (Rewrite(span=Span(1, 1), words="\n\n"),)
    )
    assert derived.replace("\n", "") == "ab"
    assert offsets.to_origin(Span(0, 1)) == Span(0, 1)
    assert offsets.to_origin(Span(len(derived) - 1, len(derived))) == Span(1, 2)


def test_a_span_outside_the_derived_text_is_refused() -> None:
    _, offsets = rewrite("abc", (Span(0, 2),), ())
    with pytest.raises(ValueError, match="leaves a text"):
        offsets.to_origin(Span(0, 3))


@pytest.mark.parametrize("text", ["İstanbul", "Straße", "AL-RAQQA", "ﬁnal ﬂight", ""])
def test_folding_maps_back_to_the_letters_folded(text: str) -> None:
    folded, offsets = fold(text)
    assert folded == text.casefold()
    assert offsets.to_origin(Span(0, len(folded))) == Span(0, len(text))


@given(st.text(max_size=40), st.data())
def test_every_folded_span_maps_to_letters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded, offsets = fold(text)
    end = data.draw(st.integers(0, len(folded)))
    start = data.draw(st.integers(0, end))
    origin = offsets.to_origin(Span(start, end))
    assert folded[start:end] in origin.of(text).casefold()


@given(st.text(alphabet="ab \n", max_size=30), st.data())
def test_kept_text_maps_back_word_for_word(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    keep = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    derived, offsets = rewrite(text, keep, ())
    for index, character in enumerate(derived):
        assert offsets.to_origin(Span(index, index + 1)).of(text) == character
