"""Confidence: the logistic sum of what a claim's parties and type are."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims.confidence import chance, load_confidence, marks_of
from tests.claims.reading import claims_of


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (
            "The Islamic State attacked the Nusra Front.",
            {"always", "actor known", "recipient known", "type ASSAULT"},
        ),
        (
            "The United States imposed sanctions on a bank.",
            {"always", "actor known", "recipient words", "type COERCE"},
        ),
        (
            "The Islamic State plans to attack the Nusra Front.",
            {"always", "actor known", "recipient known", "type ASSAULT", "not actual"},
        ),
        (
            "The Islamic State did not attack the Nusra Front.",
            {"always", "actor known", "recipient known", "type ASSAULT", "not affirmed"},
        ),
        (
            "The Nusra Front was attacked.",
            {"always", "actor none", "recipient known", "type ASSAULT"},
        ),
        (
            "Jund al-Aqsa pledged allegiance to the Islamic State.",
            {"always", "actor known", "recipient known", "tie"},
        ),
    ],
)
def test_marks(parser: Parser, text: str, marks: set[str]) -> None:
    [claim] = (claim for claim in claims_of(parser, text) if marks_of(claim) == marks)
    assert claim.confidence == chance(frozenset(marks), load_confidence())


def test_a_chance_is_the_logistic_sum_of_the_weights() -> None:
    weights = {"always": 1.0, "actor none": -3.0}
    assert chance(frozenset({"always"}), weights) == 0.73
    assert chance(frozenset({"always", "actor none"}), weights) == 0.12
    assert chance(frozenset({"unheard of"}), weights) == 0.5


def test_who_is_known_counts_for_more_than_nobody() -> None:
    weights = load_confidence()
    for role in ("actor", "recipient"):
        assert weights[f"{role} known"] > weights[f"{role} open"] > weights[f"{role} none"]
