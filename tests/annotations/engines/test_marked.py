"""Two mentions marked in word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.engines.marked import (
    AT,
    BOTH,
    FIRST,
    HASH,
    LAST,
    LONGEST,
    NEITHER,
    SOURCE,
    TARGET,
    Marked,
    marked,
    plain,
)
from secondsource.text import Span
from tests.annotations.engines.speaking import tokenizer

_TOKENIZER = tokenizer()
_THE, _ARMY, _REBELS, _SAID, _LEFT = 1, 2, 3, 4, 8


def _pair(text: str, source: str, target: str) -> Marked:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    return marked(_TOKENIZER, text, *spans)


def test_each_mention_stands_between_its_marks() -> None:
    found = _pair("rebels left the army", "rebels", "the army")
    assert found.pieces == (FIRST, AT, _REBELS, AT, _LEFT, HASH, _THE, _ARMY, HASH, LAST)
    assert found.marks == (0, *[SOURCE] * 3, 0, *[TARGET] * 4, 0)


def test_mentions_that_touch_or_lie_in_each_other() -> None:
    beside = _pair("the army rebels left", "the army", "rebels")
    assert beside.pieces == (FIRST, AT, _THE, _ARMY, AT, HASH, _REBELS, HASH, _LEFT, LAST)
    inside = _pair("the army said", "the army", "army")
    assert inside.pieces == (FIRST, AT, _THE, HASH, _ARMY, AT, HASH, _SAID, LAST)
    assert inside.marks[4] == BOTH


@pytest.mark.parametrize("between", [0, 60, 400])
def test_of_a_long_text_what_is_nearest_is_kept(between: int) -> None:
    text = f"{'it ' * 300}rebels {'said ' * between}army {'it ' * 300}"
    found = _pair(text, "rebels", "army")
    assert len(found.pieces) == LONGEST
    assert {SOURCE, TARGET} <= set(found.marks)
    kept = found.pieces[1:-1]
    assert kept[kept.index(_REBELS) - 1] == AT
    assert kept[kept.index(_ARMY) - 1] == HASH


words = st.lists(st.sampled_from(("the", "army", "rebels", "said", ".", "zzz")), min_size=2)


@given(words=words, data=st.data())
def test_marks_fit_pieces_and_both_mentions_are_marked(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    spans = [Span(0, len(words[0])), Span(len(text) - len(words[-1]), len(text))]
    source, target = data.draw(st.permutations(spans))
    found = marked(_TOKENIZER, text, source, target)
    assert len(found.pieces) == len(found.marks) <= LONGEST
    assert SOURCE in found.marks
    assert TARGET in found.marks


def test_a_plain_text_is_cut_at_its_end() -> None:
    assert plain(_TOKENIZER, "rebels left").pieces == (FIRST, _REBELS, _LEFT, LAST)
    long = plain(_TOKENIZER, "rebels " * 500)
    assert len(long.pieces) == LONGEST
    assert set(long.marks) == {NEITHER}
