"""Sources against their key."""

from __future__ import annotations

import pytest

from bench.gold.sources import SourceKey, judge
from bench.records import AttributionFound, SourceFound
from secondsource.text import Span

KEY = SourceKey(
    span=Span(10, 30),
    types=("anonymous source",),
    role="official",
    of=("syrian-opposition",),
    at=None,
    via=Span(40, 50),
)


def found(**changes: object) -> AttributionFound:
    plain: dict[str, object] = {
        "span": Span(10, 28),
        "type": "anonymous source",
        "role": "official",
        "affiliate": "syrian-opposition",
    }
    source = SourceFound(**(plain | changes))  # type: ignore[arg-type]
    return AttributionFound(
        source=(source.span,), cue=(), content=(), via=Span(44, 50), details=(source,)
    )


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"type": "office-holder"}, {"type"}),
        ({"role": None}, {"role"}),
        ({"affiliate": None}, {"affiliation"}),
        ({"location": Span(0, 1)}, set()),
    ],
)
def test_fields(changes: dict[str, object], wrong: set[str]) -> None:
    judged = judge(KEY, [found(**changes)])
    assert judged.found
    assert {name for name, ok in judged.fields if not ok} == wrong
    assert "location" not in dict(judged.fields)


def test_the_best_of_several_counts() -> None:
    judged = judge(KEY, [found(type=None), found(), found(role=None)])
    assert all(ok for _, ok in judged.fields)


def test_a_source_elsewhere_is_not_it() -> None:
    assert not judge(KEY, [found(span=Span(60, 70))]).found
