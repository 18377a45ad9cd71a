"""What the words of a clause do to it: negation, auxiliaries, adverbs, adjectives."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from tests.claims.putting import put

ROWS = [
    ("The army almost certainly *attacked the base.", "actual", "affirmed", ""),
    ("The town was nearly *captured by the rebels.", "actual", "denied: nearly", ""),
    ("Nusra Front almost *attacked Hazm.", "actual", "denied: almost", ""),
    ("The rebels nearly *captured the town.", "actual", "denied: nearly", ""),
    ("The rebels attacked and *killed nearly 100 people.", "actual", "affirmed", ""),
    ("The rebels *killed almost all of the hostages.", "actual", "affirmed", ""),
    ("The group no longer *attacks civilians.", "actual", "denied: no longer", ""),
    ("Nor did the army *attack the base.", "actual", "denied: Nor", ""),
    ("Neither Nusra Front nor Hazm *attacked the base.", "actual", "denied: Neither", ""),
    ("No group *attacked the base.", "actual", "denied: No", ""),
    ("The army will *attack the base.", "planned: will", "affirmed", ""),
    ("The group will not *attack the base.", "planned: will", "denied: not", ""),
    ("The army may *attack the base.", "possible: may", "affirmed", ""),
    ("The army might have *attacked the base.", "possible: might", "affirmed", ""),
    ("The army could have *attacked the base.", "possible: could", "affirmed", ""),
    ("The army would have *attacked the base.", "hypothetical: would", "affirmed", ""),
    ("The army should have *attacked the base.", "hypothetical: should", "affirmed", ""),
    ("The army must *attack the base.", "requested: must", "affirmed", ""),
    ("The army must not *attack the base.", "requested: must", "denied: not", ""),
    ("The army must stop *attacking the base.", "requested: must", "denied: stop", ""),
    ("The army should *attack the base.", "requested: should", "affirmed", ""),
    ("The army should not *attack the base.", "requested: should", "denied: not", ""),
    ("Perhaps the army *attacked the base.", "possible: Perhaps", "affirmed", "Perhaps"),
    ("The army allegedly *attacked the base.", "actual", "affirmed", "allegedly"),
    ("The army reportedly *attacked the base.", "actual", "affirmed", "reportedly"),
    ("The alleged *attack on the base killed two.", "actual", "affirmed", "alleged"),
    ("The reported *attack on the base killed two.", "actual", "affirmed", "reported"),
    ("The apparent *attack on the base killed two.", "actual", "affirmed", "apparent"),
    ("The suspected *attack on the base killed two.", "actual", "affirmed", "suspected"),
    ("The foiled *attack on the base was blamed on rain.", "actual", "denied: foiled", ""),
    ("The attempted *attack on the base was blamed on rain.", "planned: attempted", "affirmed", ""),
    ("The planned *attack on the base was put off.", "planned: planned put off", "affirmed", ""),
    ("No doubt the army *attacked the base.", "actual", "affirmed", ""),
    ("The army undoubtedly *attacked the base.", "actual", "affirmed", ""),
    (
        "The group could possibly *attack the base.",
        "possible: could possibly",
        "affirmed",
        "possibly",
    ),
    ("The group probably *attacked the base.", "actual", "affirmed", "probably"),
    (
        "The US has not *attacked the base, but its planes have patrolled it.",
        "actual",
        "denied: not",
        "",
    ),
    ("The army said it had not *attacked the base.", "actual", "denied: not", ""),
]


@pytest.mark.parametrize(("text", "modality", "polarity", "hedges"), ROWS)
def test_stance(parser: Parser, text: str, modality: str, polarity: str, hedges: str) -> None:
    assert put(parser, text) == (modality, polarity, hedges)
