"""A claim that breaks its own rules cannot be made, and its record comes back the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import Parser
from secondsource.claims import (
    ClaimKind,
    EventType,
    TieType,
    claim_from_record,
    claim_to_record,
    extract_claims,
)
from secondsource.errors import EvidenceMismatch, LayerOrder
from tests.claims.reading import claims_of, layers_of

TEXT = "A source told Reuters that Nusra Front attacked Hazm on 2 November and 12 civilians died."


def test_records_round_trip(parser: Parser) -> None:
    layers = layers_of(parser, TEXT)
    claims = extract_claims(layers)
    assert claims
    for claim in claims:
        record = claim_to_record(claim, layers.report)
        again = type(record).model_validate_json(record.model_dump_json())
        assert claim_from_record(again, layers.report.text) == claim


def test_the_words_of_a_stance_come_back(parser: Parser) -> None:
    layers = layers_of(parser, "Nusra Front denied that it will attack Hazm.")
    claim = next(row for row in extract_claims(layers) if row.trigger.text == "attack")
    record = claim_to_record(claim, layers.report)
    again = type(record).model_validate_json(record.model_dump_json())
    assert [words.text for words in again.modality_words] == ["will"]
    assert [words.text for words in again.polarity_words] == ["denied"]
    assert claim_from_record(again, layers.report.text) == claim


def test_a_record_from_before_there_were_stance_words_loads(parser: Parser) -> None:
    layers = layers_of(parser, "Nusra Front denied that it will attack Hazm.")
    claim = next(row for row in extract_claims(layers) if row.trigger.text == "attack")
    record = claim_to_record(claim, layers.report)
    old = record.model_dump_json(exclude={"modality_words", "polarity_words"})
    read = claim_from_record(type(record).model_validate_json(old), layers.report.text)
    assert read == replace(claim, modality_words=(), polarity_words=())


def test_words_of_a_stance_from_elsewhere_are_refused(parser: Parser) -> None:
    layers = layers_of(parser, "Nusra Front did not attack Hazm.")
    record = claim_to_record(extract_claims(layers)[0], layers.report)
    moved = record.polarity_words[0].model_copy(update={"start": 0, "end": 3})
    with pytest.raises(EvidenceMismatch):
        claim_from_record(
            record.model_copy(update={"polarity_words": (moved,)}), layers.report.text
        )


def test_a_record_of_another_text_is_refused(parser: Parser) -> None:
    layers = layers_of(parser, TEXT)
    record = claim_to_record(extract_claims(layers)[0], layers.report)
    with pytest.raises(EvidenceMismatch):
        claim_from_record(record, "X" + layers.report.text)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"evidence": ()}, "without evidence"),
        ({"kind": ClaimKind.TIE, "type": EventType.ASSAULT}, "no type"),
        ({"kind": ClaimKind.EVENT, "type": TieType.ALLY}, "no type"),
        ({"confidence": 1.2}, "no probability|not a probability"),
    ],
)
def test_broken_claims_are_refused(
    parser: Parser, changes: dict[str, object], complaint: str
) -> None:
    claim = claims_of(parser, TEXT)[0]
    with pytest.raises(ValueError, match=complaint):
        replace(claim, **changes)  # type: ignore[arg-type]


def test_ids_follow_the_words_and_not_the_reading(parser: Parser) -> None:
    one, other = (claims_of(parser, TEXT)[0] for _ in range(2))
    assert one.id == other.id == replace(one, confidence=0.1).id
    assert one.id != replace(one, extractor="rules/2").id


def test_claims_need_their_layers(parser: Parser) -> None:
    layers = layers_of(parser, TEXT)
    with pytest.raises(LayerOrder):
        extract_claims(replace(layers, actors=None))
