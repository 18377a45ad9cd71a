"""The cue table: which words report somebody's words or thoughts, and how they take them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.resources import files

from secondsource.annotations.records import Token

_PARTS = {"VERB": "verb", "AUX": "verb", "ADJ": "adj", "NOUN": "noun"}
# The parser's lemmatiser takes these for other words.
_FORMS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "retweeted": "retweet"}

CITING = frozenset({"cite", "quote"})
QUOTING = frozenset({"cite", "quote", "report"})
"""Verbs of "was quoted as saying"."""
HEDGES = frozenset("reportedly allegedly purportedly supposedly apparently".split())


class CueKind(Enum):
    """What is done by the words of a cue."""

    SAY = "say"
    CLAIM = "claim"
    QUESTION = "question"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    JUDGEMENT = "judgement"
    WARNING = "warning"
    THREAT = "threat"
    PROMISE = "promise"
    DEMAND = "demand"
    ORDER = "order"
    BELIEF = "belief"
    HOPE = "hope"
    FEAR = "fear"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One row of ``cues.tsv``. ``frames`` and ``prepositions`` say how it takes its content."""

    lemma: str
    part: str
    kind: CueKind
    frames: frozenset[str]
    prepositions: frozenset[str]


@lru_cache(maxsize=1)
def cue_table() -> dict[tuple[str, str], Cue]:
    """The cues by lemma and part of speech (``verb``, ``noun`` or ``adj``)."""
    lines = files(__package__).joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = [_cue(line) for line in lines if line and not line.startswith("#")]
    return {(row.lemma, row.part): row for row in rows}


def cue_of(token: Token) -> Cue | None:
    """The table's row for a token, or ``None`` where it is no cue."""
    part = _PARTS.get(token.pos)
    if part is None:
        return None
    return cue_table().get((lemma_of(token), part))


def lemma_of(token: Token) -> str:
    """The token's lemma in small letters, put right where the parser takes it for another."""
    return _FORMS.get(token.text.lower(), token.lemma.lower())


def _cue(line: str) -> Cue:
    lemma, part, kind, frames = line.split("\t")
    words = frames.split()
    return Cue(
        lemma=lemma,
        part=part,
        kind=CueKind(kind),
        frames=frozenset(word for word in words if not word.startswith("+")),
        prepositions=frozenset(word[1:] for word in words if word.startswith("+")),
    )
