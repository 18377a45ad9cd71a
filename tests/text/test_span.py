from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.text import Misalignment, Span, cover, merge, subtract

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(
    lambda ends: Span(min(ends), max(ends))
)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        (Span(0, 5), Span(1, 4), True, True),
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(4, 6), False, True),
        (Span(0, 5), Span(5, 6), False, False),
    ],
)
def test_containing_and_overlapping(one: Span, other: Span, contains: bool, overlaps: bool) -> None:
    assert one.contains(other) is contains
    assert one.overlaps(other) is overlaps is other.overlaps(one)


@pytest.mark.parametrize(
    ("words", "strip", "kept"),
    [("  a b ", None, "a b"), ("“a”", "“”", "a"), ("   ", None, ""), ("ab", None, "ab")],
)
def test_trimming(words: str, strip: str | None, kept: str) -> None:
    assert Span(0, len(words)).trim(words, strip).of(words) == kept


UNITS = (Span(0, 3), Span(4, 7), Span(8, 12))


@pytest.mark.parametrize(
    ("span", "policy", "expected"),
    [
        (Span(4, 12), Misalignment.STRICT, (1, 3)),
        (Span(5, 12), Misalignment.STRICT, None),
        (Span(5, 12), Misalignment.CONTRACT, (2, 3)),
        (Span(5, 6), Misalignment.CONTRACT, None),
        (Span(2, 5), Misalignment.EXPAND, (0, 2)),
        (Span(3, 4), Misalignment.EXPAND, None),
    ],
)
def test_alignment_follows_its_policy(
    span: Span, policy: Misalignment, expected: tuple[int, int] | None
) -> None:
    assert span.align(UNITS, policy) == expected


@given(st.lists(spans, max_size=8))
def test_merged_spans_are_sorted_apart_and_cover_the_same(rows: list[Span]) -> None:
    merged = merge(rows)
    assert all(one.end < other.start for one, other in pairwise(merged))
    positions = {offset for span in rows for offset in range(span.start, span.end)}
    assert {offset for span in merged for offset in range(span.start, span.end)} == positions


@given(spans, st.lists(spans, max_size=8))
def test_subtracting_leaves_exactly_the_rest(whole: Span, holes: list[Span]) -> None:
    left = subtract(whole, holes)
    gone = {offset for span in holes for offset in range(span.start, span.end)}
    expected = set(range(whole.start, whole.end)) - gone
    assert {offset for span in left for offset in range(span.start, span.end)} == expected
    assert all(len(span) for span in left)


@given(st.lists(spans, min_size=1, max_size=8))
def test_a_cover_contains_all(rows: list[Span]) -> None:
    assert all(cover(rows).contains(span) for span in rows)
