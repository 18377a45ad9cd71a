"""Words that may fill a role, scored over all their occurrences."""

from __future__ import annotations

import pytest

from secondsource.annotations import IncidentRole, IncidentType
from secondsource.claims.incidents.fillers import fillers, key_of
from tests.claims.incidents.scoring import scores

TEXT = "The rebels fired at a bank. The Rebels left, and a rebel stayed."
BOMBING = {IncidentType.BOMBING: 0.9}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("The FMLN", "fmln"),
        ("  a car\nbomb.", "car bomb"),
        ("(an) ", "an"),
        ("the", "the"),
        ("Theresa", "theresa"),
        ("Juan Perez", "juan perez"),
        ("guerrillas of the ELN (Army of", "guerrillas of the eln"),
        ("the ELN (Army) men", "eln (army) men"),
        ("--", ""),
    ],
)
def test_keys_are_bare_words(words: str, key: str) -> None:
    assert key_of(words) == key


def test_every_occurrence_counts() -> None:
    window = scores(TEXT, BOMBING, {IncidentRole.PERPETRATOR: [("rebels", 0.8)]})
    [found] = fillers(TEXT, [window], 3.0)
    assert [span.of(TEXT) for span in found.spans] == ["rebels", "Rebels"]
    assert found.key == "rebels"
    assert found.score == pytest.approx((0.8 + (0.8 + 0.0001) / 2) / 2, abs=0.01)


def test_more_bias_finds_the_less_likely() -> None:
    window = scores(TEXT, BOMBING, {IncidentRole.TARGET: [("bank", 0.2)]})
    assert fillers(TEXT, [window], 0.0) == []
    assert [row.key for row in fillers(TEXT, [window], 3.0)] == ["bank"]


def test_capitals_read_as_small_letters() -> None:
    loud = TEXT.upper()
    window = scores(loud, BOMBING, {IncidentRole.PERPETRATOR: [("REBELS", 0.8)]})
    [found] = fillers(loud, [window], 3.0)
    assert found.key == "rebels"
    assert len(found.spans) == 2


def test_no_words_fill_nothing() -> None:
    assert fillers("", [], 3.0) == []
