"""Gives claims the codes of a user's codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.annotations import StateReader
from secondsource.claims.codebook.fitting import Fitted
from secondsource.claims.codebook.head import Head
from secondsource.claims.codebook.records import Codebook, OwnType
from secondsource.claims.own_codes import Code, CodedBy
from secondsource.claims.records import Claim
from secondsource.text import Evidence

SURE = 0.5
"""From which probability on a sentence counts as being like the examples of a type."""


def code_of(codebook: Codebook, kind: OwnType, words: Evidence) -> Code:
    """The code of a claim whose trigger ``words`` are in the lexicon of the type."""
    return Code(
        codebook=codebook.name,
        type=kind.name,
        by=CodedBy.LEXICON,
        words=words,
        why=f"{words.text!r} is in the lexicon of {kind.name}",
        acled=kind.acled,
        violence=kind.violence,
    )


def code_claims(claims: Sequence[Claim], fitted: Fitted, reader: StateReader) -> tuple[Claim, ...]:
    """``claims`` with the codes that the examples give, and with scores for those of the lexicon.

    Only sentences with a claim that a head may code are read.
    """
    asked = [_sentence(claim) for claim in claims if _candidates(claim, fitted)]
    texts = list(dict.fromkeys(asked))
    states = reader.states(texts)
    chances = {
        name: dict(zip(texts, head.chances(states), strict=True))
        for name, head in fitted.heads.items()
    }
    return tuple(_coded(claim, fitted, chances) for claim in claims)


def _sentence(claim: Claim) -> str:
    """The sentence of the trigger, the first of the evidence."""
    return claim.evidence[0].text


def _candidates(claim: Claim, fitted: Fitted) -> list[OwnType]:
    """The types with a head that are under the claim's type."""
    return [
        kind
        for kind in fitted.codebook.types
        if kind.parent is claim.type and kind.name in fitted.heads
    ]


def _coded(claim: Claim, fitted: Fitted, chances: Mapping[str, Mapping[str, float]]) -> Claim:
    codes = {code.type: code for code in claim.codes}
    sentence = _sentence(claim)
    for kind in _candidates(claim, fitted):
        score = round(float(chances[kind.name][sentence]), 3)
        known = codes.get(kind.name)
        if known is not None:
            codes[kind.name] = replace(known, score=score)
        elif score >= SURE:
            head = fitted.heads[kind.name]
            codes[kind.name] = _like(fitted.codebook, kind, claim.evidence[0], score, head)
            claim = _filled(claim, kind)
    return replace(claim, codes=tuple(codes.values()))


def _like(codebook: Codebook, kind: OwnType, sentence: Evidence, score: float, head: Head) -> Code:
    """The code of a claim whose sentence is like the examples of the type."""
    return Code(
        codebook=codebook.name,
        type=kind.name,
        by=CodedBy.EXAMPLES,
        words=sentence,
        why=f"like the {head.right} examples of {kind.name}, unlike {head.others} others",
        score=score,
        acled=kind.acled,
        violence=kind.violence,
    )


def _filled(claim: Claim, kind: OwnType) -> Claim:
    contexts = tuple(dict.fromkeys((*claim.contexts, *kind.contexts)))
    return replace(claim, mode=claim.mode or kind.mode, contexts=contexts)
