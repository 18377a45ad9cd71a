"""What is quoted of a tie, and what was known of it by a day."""

from __future__ import annotations

import pytest

from secondsource.claims import TieType
from secondsource.fusion import Credibility, Reason, TieStance, TieState, Verdict
from secondsource.views.pages.tie_told import quoted_of


def state(claims: int, supporting: int, disputing: int) -> TieState:
    ids = [f"c_{number:02}" for number in range(claims)]
    return TieState(
        id="t_1",
        between=("one", "other"),
        state=TieType.ALLY,
        start=None,
        end=None,
        claims=tuple(ids),
        supporting=tuple(ids[:supporting]),
        disputing=tuple(ids[supporting : supporting + disputing]),
        reports=1,
        origins=1,
        sources=1,
        verdict=Verdict(
            credibility=Credibility.POSSIBLE, reasons=(Reason(text="one origin", claims=()),)
        ),
        stance=TieStance.ASSERTED,
        reported=None,
    )


@pytest.mark.parametrize(
    ("claims", "supporting", "disputing", "most", "shown"),
    [
        (0, 0, 0, 12, (0, 0)),
        (3, 2, 1, 12, (2, 1)),
        (50, 30, 0, 12, (12, 0)),
        (50, 30, 20, 12, (8, 4)),
        (50, 2, 1, 12, (11, 1)),
        (50, 0, 50, 12, (0, 12)),
        (50, 30, 20, 1, (1, 0)),
        (50, 0, 50, 1, (0, 1)),
    ],
)
def test_few_claims_are_quoted_and_some_that_dispute(
    claims: int, supporting: int, disputing: int, most: int, shown: tuple[int, int]
) -> None:
    matter = state(claims, supporting, disputing)
    quoted = quoted_of(matter, most)
    assert len(quoted) == len(set(quoted))
    assert set(quoted) <= set(matter.claims)
    against = [one for one in quoted if one in matter.disputing]
    assert (len(quoted) - len(against), len(against)) == shown
