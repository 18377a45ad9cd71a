from __future__ import annotations

import pytest

from bench.scorers.claimed import QUAD, anchored, between, commitment, events, top_type
from bench.wire import claim_from_json
from secondsource.claims import EventType
from secondsource.text import Span

from .answering import claim, party, trigger


def test_every_plover_type_has_a_quad_class() -> None:
    assert set(QUAD) == {kind.value for kind in EventType}


def test_the_surest_event_claim_gives_the_type() -> None:
    claims = [
        claim_from_json(claim(type="CONSULT", confidence=0.4)),
        claim_from_json(claim("tie", type="ally", confidence=0.9)),
        claim_from_json(claim(type="ASSAULT", confidence=0.8)),
    ]
    assert [row.type for row in events(claims)] == ["ASSAULT", "CONSULT"]
    assert top_type(claims) == "ASSAULT"
    assert top_type([]) is None


def test_between_keeps_the_direction() -> None:
    row = claim_from_json(claim(type="AID", actors=[party(0, 4)], recipients=[party(10, 14)]))
    assert between([row], Span(0, 2), Span(12, 20)) == [row]
    assert between([row], Span(12, 20), Span(0, 2)) == []
    met = claim_from_json(claim(type="CONSULT", actors=[party(0, 4), party(10, 14)]))
    assert between([met], Span(12, 20), Span(0, 2)) == [met]
    assert between([met], Span(0, 4), Span(20, 22)) == []


def test_a_claim_without_trigger_stands_at_its_evidence() -> None:
    evidence = [{"start": 5, "end": 9, "text": "word"}]
    bare = claim_from_json(claim(trigger=None, evidence=evidence))
    exact = claim_from_json(claim(trigger=trigger(20, 24), evidence=evidence))
    assert anchored([bare, exact], Span(5, 6)) == [bare]


@pytest.mark.parametrize(
    ("modality", "polarity", "expected"),
    [
        ("actual", "affirmed", "true"),
        ("actual", "denied", "false"),
        ("actual", "unconfirmed", "open"),
        ("possible", "affirmed", "open"),
        ("hypothetical", "denied", "open"),
    ],
)
def test_commitment(modality: str, polarity: str, expected: str) -> None:
    row = claim_from_json(claim(modality=modality, polarity=polarity))
    assert commitment(row) == expected
