"""Who speaks of their own acts, and whose kin is no party."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of, who

NUSRA, IS = "nusra-front", "islamic-state"


@pytest.mark.parametrize(
    "text",
    [
        "The Nusra Front denied that it had attacked Islamic State.",
        "The Nusra Front denied attacking Islamic State.",
    ],
)
def test_a_denial_keeps_actor_and_source(parser: Parser, text: str) -> None:
    claim = next(row for row in claims_of(parser, text) if row.type.value == "ASSAULT")
    assert who(claim) == ([NUSRA], [IS])
    assert claim.polarity.value == "denied"
    assert [link.id for link in claim.attribution] == [NUSRA]


def test_whose_brother_was_killed_is_not_who_was_killed(parser: Parser) -> None:
    text = "Islamic State fighters killed the minister's brother on Sunday."
    claim = next(row for row in claims_of(parser, text) if row.type.value == "ASSAULT")
    assert who(claim) == ([IS], ["brother"])
