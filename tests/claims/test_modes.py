"""Modes: by the words, by the means, by what is threatened."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        (
            "The Islamic State killed three men in a suicide car bombing.",
            "ASSAULT",
            "suicide-attack",
        ),
        ("The Islamic State killed three men in a car bomb explosion.", "ASSAULT", "explosives"),
        ("Three soldiers of Iraq were killed by a roadside mine.", "ASSAULT", "explosives"),
        ("Israel attacked Hezbollah with missiles.", "ASSAULT", "heavy-weapons"),
        ("Russian warplanes attacked the Nusra Front.", "ASSAULT", "aerial"),
        ("Israel killed two men of Hezbollah in a gunbattle.", "ASSAULT", "firearms"),
        ("Israel attacked Hezbollah near a bomb factory.", "ASSAULT", None),
        ("Israel bombed Hezbollah.", "ASSAULT", "aerial"),
        ("Iran threatened to attack Israel.", "THREATEN", "violence"),
        ("Iran threatened Israel with sanctions.", "THREATEN", "restrict"),
        ("Iran threatened to arrest the diplomats of Israel.", "THREATEN", "arrest"),
        ("Iran threatened Israel.", "THREATEN", None),
        ("The attack by Iran threatened Israel.", "THREATEN", None),
        ("Barack Obama telephoned Vladimir Putin.", "CONSULT", "phone"),
    ],
)
def test_modes(parser: Parser, text: str, type_: str, mode: str | None) -> None:
    found = [claim.mode for claim in claims_of(parser, text) if claim.type.value == type_]
    assert found[:1] == [mode]
