"""Whether the grammar around a name puts a place there, whatever the name looks like.

The recogniser weighs words; these positions say more than words do, and where one holds, a name
of the gazetteer needs less else that speaks for it (`recognition`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from secondsource.annotations.places.entities import PLACE_LABELS, Entity
from secondsource.annotations.places.entries import Candidate, Feature
from secondsource.annotations.places.index import TRANSLITERATED
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

_TAKING = frozenset(
    "attack besiege bomb bombard capture enter evacuate hit leave liberate lose occupy overrun "
    "raid reach recapture reenter retake seize shell storm strike take".split()
)
_TAKING_OF = frozenset(
    "battle bombardment bombing capture control fall liberation loss recapture seizure shelling "
    "siege takeover".split()
)
"""Nouns for the same, before "of"."""
_PLACING = frozenset("in near at from towards toward into outside inside around".split())
_OBJECTS = frozenset({"dobj", "obj", "nsubjpass"})


_NAMES = PLACE_LABELS | {"PERSON", "ORG", "NORP"}


class Position(Enum):
    """What the grammar says of a name, from nothing to everything."""

    OPEN = "open"
    LIKELY = "likely"
    CERTAIN = "certain"


def position_of(
    parse: Parse, span: Span, entity: Entity | None, candidates: Sequence[Candidate]
) -> Position:
    """The position of a populated place's name.

    LIKELY is the object of a verb of attack or movement or of a preposition of place, unless the
    parser takes the name for a person or a body. It does so with towns that it has not met too;
    so the position is CERTAIN, whatever the label, for a name that only one area has, where names
    are transliterated. Personal names recur from land to land.
    """
    if not any(c.entry.feature is Feature.PLACE for c in candidates):
        return Position.OPEN
    if entity is not None and (entity.span != span or entity.label not in _NAMES):
        return Position.OPEN
    head = _head(parse, span)
    if head is None or _has_article(parse, head) or not _governed(parse, head):
        return Position.OPEN
    if entity is not None and _one_area(candidates):
        return Position.CERTAIN
    placed = entity is None or entity.label in PLACE_LABELS
    return Position.LIKELY if placed else Position.OPEN


def _governed(parse: Parse, head: Token) -> bool:
    """Whether a verb that takes places or a preposition of place governs ``head``."""
    governor = parse.head(head)
    if head.dep in _OBJECTS:
        return governor.lemma.lower() in _TAKING
    if head.dep != "pobj":
        return False
    if governor.text.lower() == "of":
        return parse.head(governor).lemma.lower() in _TAKING_OF
    return governor.text.lower() in _PLACING


def _has_article(parse: Parse, head: Token) -> bool:
    """Towns seldom take one: "in the House"."""
    return any(child.dep in {"det", "poss"} for child in parse.children(head))


def _head(parse: Parse, span: Span) -> Token | None:
    """The token that the name hangs by, or the first of the names that it is joined to."""
    tokens = parse.within(span)
    if not tokens:
        return None
    inside = {token.index for token in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[-1])
    while head.dep == "conj" and head.head < head.index and parse.head(head).pos == "PROPN":
        head = parse.head(head)
    return head


def _one_area(candidates: Sequence[Candidate]) -> bool:
    areas = {(c.entry.country, c.entry.area) for c in candidates}
    return len(areas) == 1 and candidates[0].entry.country in TRANSLITERATED
