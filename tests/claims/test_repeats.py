"""What is said twice is claimed once."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.reading import claims_of, who

IS, NUSRA, US = "islamic-state", "nusra-front", "united-states"

SUPPOSED = (
    "Islamic State and Nusra Front formed an alliance. "
    "The army would suffer if Islamic State and Nusra Front formed an alliance."
)
ONCE = [
    # the verb tells what its subject names
    ("US air strikes targeted Islamic State positions.", "ASSAULT", ["targeted"]),
    # two words for one thing
    ("Islamic State leader Abu Bakr al-Baghdadi was killed or wounded.", "ASSAULT", ["killed"]),
    # a passing mention of a meeting told before
    (
        "Islamic State and Nusra Front met at a farm. During the meeting, a guard sang.",
        "CONSULT",
        ["met"],
    ),
    # a supposition of what was said to be so
    (
        SUPPOSED,
        "ally",
        ["formed an alliance"],
    ),
]


@pytest.mark.parametrize(("text", "type_", "triggers"), ONCE)
def test_said_again_is_claimed_once(
    parser: Parser, text: str, type_: str, triggers: list[str]
) -> None:
    found = [claim for claim in claims_of(parser, text) if claim.type.value == type_]
    assert [claim.trigger.text for claim in found] == triggers


TWICE = [
    # other counts, other victims, other sentences
    ("Nusra Front killed a pilot whom Nusra Front had captured.", "ASSAULT", 2),
    ("Nusra Front killed 12 guards and wounded 30 guards.", "ASSAULT", 2),
    ("Nusra Front attacked Islamic State. Nusra Front attacked Islamic State.", "ASSAULT", 2),
    ("Nusra Front attacked Islamic State but will not attack the United States.", "ASSAULT", 2),
]


@pytest.mark.parametrize(("text", "type_", "count"), TWICE)
def test_what_differs_stays(parser: Parser, text: str, type_: str, count: int) -> None:
    found = [claim for claim in claims_of(parser, text) if claim.type.value == type_]
    assert len(found) == count


def test_the_verb_takes_the_mode_of_its_noun(parser: Parser) -> None:
    text = "US air strikes targeted Islamic State positions."
    [claim] = [claim for claim in claims_of(parser, text) if claim.type.value == "ASSAULT"]
    assert claim.mode == "aerial"
    assert who(claim) == ([US], [IS])
