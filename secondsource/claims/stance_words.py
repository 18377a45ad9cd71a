"""The words that say how surely something is put, from ``vocabulary/stance.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import Any

from secondsource.claims.records import Modality
from secondsource.errors import MissingResource


class Governor(Enum):
    """What a word does to the clause or noun that depends on it."""

    PLAN = "plan"
    INTENTION = "intention"
    FORECAST = "forecast"
    REQUEST = "request"
    INSTRUCTION = "instruction"
    DETERRENCE = "deterrence"
    POSSIBILITY = "possibility"
    IMPROBABILITY = "improbability"
    DISCUSSION = "discussion"
    CONDITION = "condition"
    FAILURE = "failure"
    REFUSAL = "refusal"
    SHORTFALL = "shortfall"
    DENIAL = "denial"
    DOUBT = "doubt"
    SPEECH = "speech"
    ACCUSATION = "accusation"
    CONFIRMATION = "confirmation"
    CERTAINTY = "certainty"
    BELIEF = "belief"
    APPEARANCE = "appearance"
    KNOWLEDGE = "knowledge"
    RUMOUR = "rumour"
    SHARE = "share"
    SIGN = "sign"
    TRUTH = "truth"
    FALSEHOOD = "falsehood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Sets of lower-case words by what they do to the clause they stand in."""

    hedges: frozenset[str]
    possible: frozenset[str]
    unconfirmed: frozenset[str]
    planned: frozenset[str]
    undone: frozenset[str]
    certain: frozenset[str]
    negations: frozenset[str]
    nobody: frozenset[str]
    limits: frozenset[str]
    conditions: frozenset[str]
    instead: frozenset[str]
    interrogatives: frozenset[str]
    speakers: frozenset[str]
    occur: frozenset[str]
    copulas: frozenset[str]
    almost: frozenset[str]
    scarce: frozenset[str]
    hearsay: frozenset[str]
    discoveries: frozenset[str]
    contentful: frozenset[str]
    ranks: frozenset[str]
    occasions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """The vocabulary of stance: governors by lemma, marks within a clause, modal auxiliaries.

    ``phrases`` are the governors of two words, in whichever order.
    """

    governors: Mapping[str, frozenset[Governor]]
    phrases: Mapping[frozenset[str], Governor]
    words: Words
    modals: Mapping[str, Modality]


@lru_cache(maxsize=1)
def load_stance_words() -> StanceWords:
    """The shipped vocabulary.

    Raises:
        MissingResource: if the file is absent or lacks a set of words.
    """
    source = files("secondsource.claims").joinpath("vocabulary", "stance.toml")
    try:
        return _built(tomllib.loads(source.read_text(encoding="utf-8")))
    except (OSError, KeyError, ValueError) as error:
        raise MissingResource(
            str(source), f"the vocabulary cannot be read: {error}", "install the package again"
        ) from error


def _built(tables: Mapping[str, Any]) -> StanceWords:
    governors: defaultdict[str, set[Governor]] = defaultdict(set)
    phrases: dict[frozenset[str], Governor] = {}
    for kind in Governor:
        for entry in tables["governors"][kind.value]:
            if " " in entry:
                phrases[frozenset(entry.split())] = kind
            else:
                governors[entry].add(kind)
    return StanceWords(
        governors={lemma: frozenset(kinds) for lemma, kinds in governors.items()},
        phrases=phrases,
        words=Words(**{one.name: frozenset(tables["words"][one.name]) for one in fields(Words)}),
        modals={
            word: Modality(value) for value, words in tables["modals"].items() for word in words
        },
    )
