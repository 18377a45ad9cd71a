from __future__ import annotations

from math import inf, log

import numpy as np
import pytest

from secondsource.annotations.engines.decoding import BEGIN, END, OUTSIDE, SINGLE
from secondsource.annotations.engines.tagging import Role, Tagged, TagScores
from secondsource.text import Span

_WORDS = (Span(0, 3), Span(4, 8), Span(9, 13))


def _scores() -> TagScores:
    """Content is the last two words, or with a third of that chance the last alone."""
    chances = np.full((3, 3, 5), 0.001)
    chances[Role.CONTENT, 0, OUTSIDE] = 1.0
    chances[Role.CONTENT, 1, [BEGIN, OUTSIDE]] = 0.6, 0.2
    chances[Role.CONTENT, 2, [END, SINGLE]] = 0.5, 0.5
    return TagScores(words=_WORDS, tags=np.log(chances).astype(np.float32))


def _tagged(scores: TagScores | None) -> Tagged:
    return Tagged(source=(), cue=(), content=(Span(4, 13),), score=0.5, scores=scores)


def test_another_reading_costs_what_the_model_thinks_less_of_it() -> None:
    tagged = _tagged(_scores())
    assert tagged.dearer(Role.CONTENT, (Span(9, 13),)) == pytest.approx(log(3), abs=1e-4)
    assert tagged.dearer(Role.CONTENT, tagged.content) == 0
    assert tagged.dearer(Role.CONTENT, (Span(0, 3),)) > 10


def test_without_scores_no_other_reading_will_do() -> None:
    assert _tagged(None).dearer(Role.CONTENT, (Span(9, 13),)) == inf
