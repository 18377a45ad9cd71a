"""Modality, polarity and hedges, each with the words that carry them."""

from __future__ import annotations

import pytest

from secondsource.annotations import Parser
from secondsource.claims import Modality, Polarity, stance_around, stance_at
from secondsource.reports import from_text
from tests.claims.reading import claims_of

STANCES = [
    ("Nusra Front attacked Hazm.", "ASSAULT", "actual", "affirmed", []),
    ("Nusra Front did not attack Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front never attacked Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front will attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front plans to attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front agreed to attack Hazm.", "ASSAULT", "planned", "affirmed", []),
    ("Nusra Front may attack Hazm.", "ASSAULT", "possible", "affirmed", []),
    ("If Nusra Front attacks Hazm, the truce is over.", "ASSAULT", "hypothetical", "affirmed", []),
    ("Nusra Front urged Islamic State to attack Hazm.", "ASSAULT", "requested", "affirmed", []),
    ("Nusra Front refused to attack Hazm.", "ASSAULT", "actual", "denied", []),
    ("Nusra Front reportedly attacked Hazm.", "ASSAULT", "actual", "affirmed", ["reportedly"]),
    (
        "Nusra Front is believed to have attacked Hazm.",
        "ASSAULT",
        "actual",
        "affirmed",
        ["believed"],
    ),
    (
        "Islamic State and Nusra Front appear to have formed an alliance.",
        "ally",
        "actual",
        "affirmed",
        ["appear"],
    ),
    (
        "Islamic State and Nusra Front met. No alliance has been confirmed.",
        "ally",
        "actual",
        "unconfirmed",
        [],
    ),
]


@pytest.mark.parametrize(("text", "type_", "modality", "polarity", "hedges"), STANCES)
def test_stance(
    parser: Parser, text: str, type_: str, modality: str, polarity: str, hedges: list[str]
) -> None:
    found = [
        (claim.modality.value, claim.polarity.value, [hedge.text for hedge in claim.hedges])
        for claim in claims_of(parser, text)
        if claim.type is not None and claim.type.value == type_
    ]
    assert (modality, polarity, hedges) in found


# How "attack" is put: its modality and polarity, each with its words, and its hedges.
MARKS = [
    ("Nusra Front denied that it attacked Hazm.", "actual", [], "denied", ["denied"], []),
    ("Nusra Front denied having attacked Hazm.", "actual", [], "denied", ["denied"], []),
    ("Nusra Front denies attacking Hazm.", "actual", [], "denied", ["denies"], []),
    (
        "Nusra Front did not deny that it attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["not", "deny"],
        [],
    ),
    (
        "Nusra Front rejected reports that it attacked Hazm.",
        "actual",
        [],
        "denied",
        ["rejected"],
        [],
    ),
    (
        "There are unconfirmed reports that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["unconfirmed"],
        ["unconfirmed", "reports"],
    ),
    ("Nusra Front failed to attack Hazm.", "actual", [], "denied", ["failed"], []),
    ("Nusra Front did not fail to attack Hazm.", "actual", [], "affirmed", ["not", "fail"], []),
    ("Nusra Front managed to attack Hazm.", "actual", [], "affirmed", [], []),
    ("Nusra Front did not manage to attack Hazm.", "actual", [], "denied", ["not"], []),
    ("Nusra Front forgot to attack Hazm.", "actual", [], "denied", ["forgot"], []),
    ("Nusra Front refrained from attacking Hazm.", "actual", [], "denied", ["refrained"], []),
    ("Nusra Front has yet to attack Hazm.", "actual", [], "denied", ["yet"], []),
    ("Nobody has attacked Hazm.", "actual", [], "denied", ["Nobody"], []),
    ("Nusra Front could not attack Hazm.", "actual", [], "denied", ["not"], []),
    ("Nusra Front may not attack Hazm.", "possible", ["may"], "denied", ["not"], []),
    ("Nusra Front will not attack Hazm.", "planned", ["will"], "denied", ["not"], []),
    ("Nusra Front threatened to attack Hazm.", "planned", ["threatened"], "affirmed", [], []),
    ("Nusra Front is going to attack Hazm.", "planned", ["going"], "affirmed", [], []),
    ("Nusra Front has no plan to attack Hazm.", "planned", ["plan"], "denied", ["no"], []),
    ("Nusra Front said it would attack Hazm.", "planned", ["would"], "affirmed", [], []),
    ("Nusra Front would attack Hazm.", "hypothetical", ["would"], "affirmed", [], []),
    ("Nusra Front must have attacked Hazm.", "possible", ["must"], "affirmed", [], ["must"]),
    (
        "The army fears that Nusra Front attacked Hazm.",
        "possible",
        ["fears"],
        "affirmed",
        [],
        ["fears"],
    ),
    (
        "The army doubts that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["doubts"],
        [],
    ),
    (
        "The army did not doubt that Nusra Front attacked Hazm.",
        "actual",
        [],
        "affirmed",
        ["not", "doubt"],
        [],
    ),
    (
        "The army does not think that Nusra Front attacked Hazm.",
        "actual",
        [],
        "denied",
        ["not"],
        ["think"],
    ),
    ("The army did not know that Nusra Front attacked Hazm.", "actual", [], "affirmed", [], []),
    (
        "We do not know that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["not", "know"],
        [],
    ),
    ("The army cannot believe that Nusra Front attacked Hazm.", "actual", [], "affirmed", [], []),
    (
        "The army could not confirm that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["not", "confirm"],
        [],
    ),
    (
        "It has not been verified that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["not", "verified"],
        [],
    ),
    (
        "The army did not say whether Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["whether"],
        [],
    ),
    (
        "The army confirmed that Nusra Front attacked Hazm.",
        "actual",
        [],
        "affirmed",
        ["confirmed"],
        [],
    ),
    (
        "The army is certain that Nusra Front attacked Hazm.",
        "actual",
        [],
        "affirmed",
        ["certain"],
        [],
    ),
    (
        "The army is not sure that Nusra Front attacked Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["not", "sure"],
        [],
    ),
    (
        "It is possible that Nusra Front attacked Hazm.",
        "possible",
        ["possible"],
        "affirmed",
        [],
        ["possible"],
    ),
    ("It is not true that Nusra Front attacked Hazm.", "actual", [], "denied", ["not"], []),
    ("It is untrue that Nusra Front attacked Hazm.", "actual", [], "denied", ["untrue"], []),
    ("Has Nusra Front attacked Hazm?", "actual", [], "unconfirmed", ["?"], []),
    ("Why did Nusra Front attack Hazm?", "actual", [], "affirmed", [], []),
    (
        "Unless Nusra Front attacks Hazm, the truce will hold.",
        "hypothetical",
        ["Unless"],
        "affirmed",
        [],
        [],
    ),
    ("Nusra Front withdrew without attacking Hazm.", "actual", [], "denied", ["without"], []),
    ("Nusra Front not only attacked Hazm but looted it.", "actual", [], "affirmed", [], []),
    ("There was no sign of an attack by Nusra Front on Hazm.", "actual", [], "denied", ["no"], []),
    (
        "There was no evidence of an attack by Nusra Front on Hazm.",
        "actual",
        [],
        "unconfirmed",
        ["no", "evidence"],
        [],
    ),
    ("Nusra Front is said to have attacked Hazm.", "actual", [], "affirmed", [], ["said"]),
]


@pytest.mark.parametrize(("text", "modality", "marked", "polarity", "turned", "hedges"), MARKS)
def test_each_mark_has_its_words(
    parser: Parser,
    text: str,
    modality: str,
    marked: list[str],
    polarity: str,
    turned: list[str],
    hedges: list[str],
) -> None:
    parse = next(iter(parser.parse([from_text(text)])))
    put = stance_at(parse, next(token for token in parse.tokens if token.lemma == "attack"))
    assert (put.modality.value, [word.text for word in put.modality_words]) == (modality, marked)
    assert (put.polarity.value, [word.text for word in put.polarity_words]) == (polarity, turned)
    assert [word.text for word in put.hedges] == hedges


def test_what_stands_around_a_clause_leaves_its_own_words_out(parser: Parser) -> None:
    [parse] = parser.parse([from_text("The army denied that it would not attack Hazm.")])
    attack = next(token for token in parse.tokens if token.lemma == "attack")
    around = stance_around(parse, attack)
    assert [word.text for word in around.polarity_words] == ["denied"]
    assert (around.polarity, around.modality) == (Polarity.DENIED, Modality.ACTUAL)


def test_another_s_denial_stays_in_its_own_clause(parser: Parser) -> None:
    text = "The United States has not said Nusra Front is targeted but its planes attacked Hazm."
    claims = {claim.trigger.text: claim for claim in claims_of(parser, text)}
    assert claims["targeted"].polarity.value == "unconfirmed"
    assert claims["attacked"].polarity.value == "affirmed"
