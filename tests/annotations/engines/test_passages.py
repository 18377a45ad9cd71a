from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.annotations.engines.passages import LONGEST, passages
from secondsource.text import Span
from tests.annotations.engines.speaking import tokenizer

_TOKENIZER = tokenizer()
_TEXTS = st.lists(
    st.sampled_from(("the", "Army", "REBELS", "said", ".", ",", "İß", "[it]", "\n")), max_size=300
).map(" ".join)


@given(text=_TEXTS, longest=st.integers(8, 64))
def test_passages_hold_every_word_once_in_order(text: str, longest: int) -> None:
    cut = passages(_TOKENIZER, text, [Span(0, len(text))], longest=longest)
    held = [span for passage in cut for span in passage.words]
    assert held == sorted(set(held))
    assert "".join(span.of(text) for span in held) == "".join(text.split())
    for passage in cut:
        assert len(passage.pieces) <= longest
        assert len(passage.words) == len(passage.heads)


def test_a_passage_ends_with_a_sentence_if_it_can() -> None:
    text = "the army left it. " * 3
    first, second = passages(_TOKENIZER, text, [Span(0, len(text))], longest=13)
    assert first.words[-1].of(text) == "."
    assert len(first.words) == 10
    assert second.words[0].of(text) == "the"


def test_only_the_parts_given_are_read() -> None:
    text = "the army left. by the army. it fell."
    [passage] = passages(_TOKENIZER, text, [Span(0, 14), Span(28, len(text))], longest=LONGEST)
    assert [span.of(text) for span in passage.words] == [
        "the",
        "army",
        "left",
        ".",
        "it",
        "fell",
        ".",
    ]


def test_square_brackets_read_as_round_ones() -> None:
    square, round_ = "the army [it] left", "the army (it) left"
    spans = [Span(0, len(square))]
    assert passages(_TOKENIZER, square, spans) == passages(_TOKENIZER, round_, spans)
