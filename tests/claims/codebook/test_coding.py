"""Codes on claims: by words, by examples, and only under the type's parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from secondsource.annotations import Parser, StateReader
from secondsource.annotations.engines.states import WIDTH
from secondsource.claims import (
    Claim,
    Codebook,
    CodedBy,
    EventType,
    Fitted,
    TieType,
    claim_from_record,
    claim_to_record,
    code_claims,
    extract_claims,
    read_codebook,
)
from secondsource.claims.codebook.head import Head
from tests.annotations.engines.speaking import tokenizer
from tests.claims.reading import layers_of, who

OURS = """\
codebook: ours
types:
  - name: siege
    parent: COERCE
    definition: A town is closed off.
    mode: siege
    contexts: [military]
    ucdp: one-sided violence
    lexicon:
      - {verbs: [besiege, kettle], nouns: [cordon], prepositions: [around]}
      - {verbs: [come under siege], prepositions: [from], swapped: true}
  - name: arms
    parent: support
    definition: Arms are given.
    lexicon: {verbs: [gift rifle], prepositions: [to]}
"""


def ours(folder: Path) -> Codebook:
    path = folder / "ours.yaml"
    path.write_text(OURS, encoding="utf-8")
    return read_codebook(path)


def coded(claims: Sequence[Claim]) -> dict[str, Claim]:
    return {code.type: claim for claim in claims for code in claim.codes}


def test_own_words_make_claims_and_win_over_shipped_ones(parser: Parser, tmp_path: Path) -> None:
    text = "The Islamic State besieged the Nusra Front in Atareb."
    layers = layers_of(parser, text)
    [plain] = extract_claims(layers)
    assert (plain.type, plain.codes) == (EventType.ASSAULT, ())
    claim = coded(extract_claims(layers, ours(tmp_path)))["siege"]
    assert (claim.type, claim.mode) == (EventType.COERCE, "siege")
    assert claim.contexts[0] == "military"
    assert who(claim) == (["islamic-state"], ["nusra-front"])
    [code] = claim.codes
    assert (code.by, code.words.text, code.score) == (CodedBy.LEXICON, "besieged", None)
    assert code.why == "'besieged' is in the lexicon of siege"


def test_a_word_that_no_shipped_lexicon_has(parser: Parser, tmp_path: Path) -> None:
    layers = layers_of(parser, "Iraq kettled the Islamic State in the square.")
    assert "kettled" not in {claim.trigger.text for claim in extract_claims(layers)}
    assert coded(extract_claims(layers, ours(tmp_path)))["siege"].trigger.text == "kettled"


def test_swapped_roles(parser: Parser, tmp_path: Path) -> None:
    text = "The Nusra Front came under siege from the Islamic State."
    claim = coded(extract_claims(layers_of(parser, text), ours(tmp_path)))["siege"]
    assert who(claim) == (["islamic-state"], ["nusra-front"])


def test_ties_can_be_coded(parser: Parser, tmp_path: Path) -> None:
    text = "Iran gifted rifles to the Nusra Front."
    claim = coded(extract_claims(layers_of(parser, text), ours(tmp_path)))["arms"]
    assert claim.type is TieType.SUPPORT


def leaning(score: float) -> Head:
    weights = np.zeros(WIDTH)
    return Head(name="siege", weights=weights, bias=score, right=9, others=20)


def reader() -> StateReader:
    def pool(pieces: np.ndarray, marks: np.ndarray) -> np.ndarray:
        return np.zeros((len(pieces), WIDTH), dtype=np.float32)

    return StateReader(tokenizer(), pool)


def test_examples_code_claims_of_the_parent_only(parser: Parser, tmp_path: Path) -> None:
    book = ours(tmp_path)
    text = "Iraq arrested fighters of the Nusra Front. The Islamic State attacked the Nusra Front."
    claims = extract_claims(layers_of(parser, text), book)
    found = code_claims(claims, Fitted(codebook=book, heads={"siege": leaning(2.0)}), reader())
    assert [claim.type for claim in found if claim.codes] == [EventType.COERCE]
    [code] = coded(found)["siege"].codes
    assert (code.by, code.score) == (CodedBy.EXAMPLES, 0.881)
    assert code.words.text == "Iraq arrested fighters of the Nusra Front."
    assert "9 examples of siege" in code.why
    assert coded(found)["siege"].mode is not None
    unlike = code_claims(claims, Fitted(codebook=book, heads={"siege": leaning(-2.0)}), reader())
    assert not coded(unlike)


def test_a_code_by_words_stays_and_gets_its_score(parser: Parser, tmp_path: Path) -> None:
    book = ours(tmp_path)
    claims = extract_claims(layers_of(parser, "Iraq besieged the Nusra Front."), book)
    found = code_claims(claims, Fitted(codebook=book, heads={"siege": leaning(-2.0)}), reader())
    [code] = coded(found)["siege"].codes
    assert (code.by, code.score) == (CodedBy.LEXICON, 0.119)


def test_a_code_survives_the_record(parser: Parser, tmp_path: Path) -> None:
    layers = layers_of(parser, "Iraq besieged the Nusra Front.")
    claim = coded(extract_claims(layers, ours(tmp_path)))["siege"]
    code = replace(claim.codes[0], score=0.25)
    claim = replace(claim, codes=(code,))
    record = claim_to_record(claim, layers.report)
    assert record.codes[0].model_dump(mode="json") == {
        "codebook": "ours",
        "type": "siege",
        "score": 0.25,
        "by": "lexicon",
        "words": {"start": 5, "end": 13, "text": "besieged"},
        "why": "'besieged' is in the lexicon of siege",
        "acled": None,
        "type_of_violence": "one-sided violence",
    }
    assert claim_from_record(record, layers.report.text) == claim
