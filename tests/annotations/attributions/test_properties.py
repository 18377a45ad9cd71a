"""What holds for the layer over any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from secondsource.annotations.attribution_records import AttributionMention
from secondsource.text import cover
from tests.annotations.attributions.sentences import Read

_WORDS = (
    "he she said told that the commander “ ” \" ' '' ‘ ’ , . : — ( ) army says Reuters according "
    "to an official was believed to have left which reports of fighting claimed and but who is "
    "certain put it as warned them 100 \n"
).split(" ")
_TEXTS = st.one_of(
    st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join),
    st.text(alphabet="ab “”\"'’‘,.:\n—İß", max_size=60),
)


def _extent(row: AttributionMention) -> tuple[int, int]:
    span = cover((*row.source, *row.cue, *row.content))
    return span.start, -span.end


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=_TEXTS)
@example(text="he told says he he")
def test_spans_stand_in_the_text_in_order(read: Read, text: str) -> None:
    rows = read(text)
    for number, row in enumerate(rows):
        assert row.cue
        assert row.content
        assert row.why
        for spans in (row.source, row.cue, row.content):
            assert list(spans) == sorted(spans)
            assert all(len(span) and span.end <= len(text) for span in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert row.nested_in is None or row.nested_in != number
        assert row.nested_in is None or row.nested_in < len(rows)
    assert [_extent(row) for row in rows] == sorted(_extent(row) for row in rows)
