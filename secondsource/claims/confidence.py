"""How likely a claim is right: its type, and who does it to whom.

Each mark of a claim (what its parties resolve to, its type, how it is put) has a weight, and the
chance is their logistic sum. ``training/confidence`` fits the weights on the development sets.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from secondsource.claims.parties import is_words
from secondsource.claims.records import Claim, EventType, Modality, Party, Polarity
from secondsource.errors import MissingResource

ALWAYS = "always"


def rated(claim: Claim) -> Claim:
    """``claim`` with its confidence."""
    return replace(claim, confidence=chance(marks_of(claim), load_confidence()))


def marks_of(claim: Claim) -> frozenset[str]:
    """What the confidence goes by."""
    marks = {
        ALWAYS,
        f"actor {_state(claim.actors)}",
        f"recipient {_state(claim.recipients)}",
        f"type {claim.type.value}" if isinstance(claim.type, EventType) else claim.kind.value,
    }
    if claim.modality is not Modality.ACTUAL:
        marks.add("not actual")
    if claim.polarity is not Polarity.AFFIRMED:
        marks.add("not affirmed")
    return frozenset(marks)


def _state(parties: Sequence[Party]) -> str:
    """The best that one of ``parties`` resolves to."""
    if not parties:
        return "none"
    if any(party.id is not None for party in parties):
        return "known"
    return "words" if all(map(is_words, parties)) else "open"


def chance(marks: frozenset[str], weights: Mapping[str, float]) -> float:
    """The probability that ``weights`` give a claim with ``marks``, to two decimals."""
    score = sum(weights.get(mark, 0.0) for mark in marks)
    return round(1 / (1 + math.exp(-score)), 2)


@lru_cache(maxsize=1)
def load_confidence() -> Mapping[str, float]:
    """The weights by mark.

    Raises:
        MissingResource: if the file is absent or holds no weights.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "confidence.toml")
    try:
        rows = tomllib.loads(source.read_text(encoding="utf-8"))["weights"]
        return {mark: float(weight) for mark, weight in rows.items()}
    except (OSError, KeyError, AttributeError, ValueError) as error:
        raise MissingResource(
            str(source), f"the weights cannot be read: {error}", "install the package again"
        ) from error
