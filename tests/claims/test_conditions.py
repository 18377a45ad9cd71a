"""Clauses as a whole: conditions, aims, occasions, questions, orders."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.putting import put

ROWS = [
    ("If the army *attacks the base, Turkey will respond.", "hypothetical: If", "affirmed", ""),
    (
        "Should the army *attack the base, Turkey will respond.",
        "hypothetical: Should",
        "affirmed",
        "",
    ),
    (
        "Were the army to *attack the base, Turkey would respond.",
        "hypothetical: Were",
        "affirmed",
        "",
    ),
    (
        "Had the army *attacked the base, Turkey would have responded.",
        "hypothetical: Had",
        "affirmed",
        "",
    ),
    (
        "Turkey will respond as long as the army *attacks the base.",
        "hypothetical: long",
        "affirmed",
        "",
    ),
    ("The rebels fled as if the army had *attacked the base.", "hypothetical: if", "affirmed", ""),
    (
        "Unless the army *attacks the base, the group will stay.",
        "hypothetical: Unless",
        "affirmed",
        "",
    ),
    ("The group will stay even if the army *attacks the base.", "hypothetical: if", "affirmed", ""),
    (
        "If the army had *attacked the base, Turkey would have responded.",
        "hypothetical: If",
        "affirmed",
        "",
    ),
    ("The army would *attack the base if ordered.", "hypothetical: would", "affirmed", ""),
    (
        "If investigators find that Nusra Front *attacked Hazm, talks will end.",
        "hypothetical: If",
        "affirmed",
        "",
    ),
    ("The army sent tanks to *attack the base.", "planned: to", "affirmed", ""),
    ("The army sent tanks in order to *attack the base.", "planned: in order", "affirmed", ""),
    ("The army sent tanks so that it could *attack the base.", "planned: so that", "affirmed", ""),
    ("When the army *attacks the base, Turkey will respond.", "planned: When", "affirmed", ""),
    ("When the army *attacked the base, Turkey responded.", "actual", "affirmed", ""),
    ("Turkey will respond once the army *attacks the base.", "planned: once", "affirmed", ""),
    ("The group will fight until the army *attacks the base.", "planned: until", "affirmed", ""),
    (
        "The group withdrew before the army could *attack the base.",
        "actual",
        "denied: before could",
        "",
    ),
    ("The group withdrew before the army *attacked the base.", "actual", "affirmed", ""),
    ("Did the army *attack the base?", "actual", "unconfirmed: ?", ""),
    ("Will the army *attack the base?", "actual", "unconfirmed: ?", ""),
    ("Do you think the army *attacked the base?", "actual", "unconfirmed: ?", "think"),
    ("The question is whether the army *attacked the base.", "actual", "unconfirmed: whether", ""),
    ("Only then did the army *attack the base.", "actual", "affirmed", ""),
    ("*Attack the base now!", "requested: Attack", "affirmed", ""),
    ("Do not *attack the base!", "requested: attack", "denied: not", ""),
    (
        "The general announced that the army would *attack the base.",
        "planned: would",
        "affirmed",
        "",
    ),
    (
        "The general said in a statement that the army would *attack the base.",
        "planned: would",
        "affirmed",
        "",
    ),
    (
        "The general announced in a letter on Monday that the army would *attack the base.",
        "planned: would",
        "affirmed",
        "",
    ),
    ("The army refused to say when it would *attack the base.", "planned: would", "affirmed", ""),
    ("It is unclear whether the army *attacked the base.", "actual", "unconfirmed: whether", ""),
    (
        "The army wondered whether the group had *attacked the base.",
        "actual",
        "unconfirmed: whether",
        "",
    ),
    ("Officials asked if the group had *attacked the base.", "actual", "unconfirmed: if", ""),
    ("Nor did Turkey say when the group *attacked the base.", "actual", "affirmed", ""),
    ("Without a *deal, the fighting will go on.", "hypothetical: Without", "affirmed", ""),
    ("The army withdrew without *attacking the base.", "actual", "denied: without", ""),
    ("Instead of *attacking the base, the army withdrew.", "actual", "denied: Instead", ""),
    ("Rather than *attack the base, the army withdrew.", "actual", "denied: Rather", ""),
    (
        "It was not immediately clear who *attacked the base.",
        "actual",
        "unconfirmed: not clear",
        "",
    ),
    ("The army launched an operation to *retake the town.", "planned: to", "affirmed", ""),
    ("The army was the first to *attack the base.", "actual", "affirmed", ""),
    (
        "The plane was shot down before it could *bomb the village.",
        "actual",
        "denied: before could",
        "",
    ),
    ("The army said it would *withdraw if the rebels did.", "hypothetical: would", "affirmed", ""),
    ("The army carried out the threat and *attacked the base.", "actual", "affirmed", ""),
    ("The group did not take the town but *shelled the airport.", "actual", "affirmed", ""),
    ("The group failed to take the town or *shell the airport.", "actual", "denied: failed", ""),
]


@pytest.mark.parametrize(("text", "modality", "polarity", "hedges"), ROWS)
def test_stance(parser: Parser, text: str, modality: str, polarity: str, hedges: str) -> None:
    assert put(parser, text) == (modality, polarity, hedges)
