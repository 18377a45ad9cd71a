"""Whom or what an act is aimed at, known to the registry or not."""

from __future__ import annotations

from secondsource.annotations import Token
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.parties import Cast, noun_phrase, parties
from secondsource.claims.records import EventType, Party, TieType
from secondsource.claims.syntax import after_preposition
from secondsource.claims.triggers import Trigger

# Types whose recipient may be whoever or whatever the words say, known to the registry or not.
ON_ANYONE = frozenset(
    {
        EventType.ASSAULT,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.COERCE,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.SANCTION,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.CONCEDE,
        TieType.CONTROL,
    }
)
VICTIMS = frozenset({EventType.ASSAULT, EventType.COERCE})
# What an act is aimed at stands after one of these, unless it is a time or a sum.
_AIMS = frozenset({"against", "on", "upon", "into"})
_NO_AIM = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"})
BETWEEN = frozenset({"between", "among"})


def after(cast: Cast, trigger: Trigger, head: Token) -> tuple[Party, ...]:
    """The actors after the prepositions of a trigger's entry, or after "between"."""
    inside = {token.index for token in trigger.words}
    tokens = after_preposition(cast.parse, head, trigger.entry.prepositions | BETWEEN)
    tokens += [
        token
        for word in trigger.words
        if word.index != head.index
        for token in after_preposition(cast.parse, word, trigger.entry.prepositions | BETWEEN)
    ]
    return parties(cast, [token for token in tokens if token.index not in inside])


def named_places(cast: Cast, trigger: Trigger, verb: Token) -> list[Token]:
    """ "deployed to Iraq", "advanced on Baghdad": the place stands for whoever holds it."""
    tokens = after_preposition(cast.parse, verb, trigger.entry.prepositions)
    return [token for token in tokens if token.entity in ("GPE", "LOC")]


def aimed_at(cast: Cast, trigger: Trigger) -> list[Token]:
    """ "imposed sanctions on a company", "an attack against the convoy": whatever it is."""
    aims = trigger.entry.prepositions & _AIMS
    tokens = after_preposition(cast.parse, trigger.head, aims)
    return [row for row in tokens if row.entity not in _NO_AIM and not is_event(row)]


def noun_phrases(cast: Cast, tokens: list[Token]) -> tuple[Party, ...]:
    """The first of the noun phrases of ``tokens``, as a party that resolves to nobody."""
    named = [noun_phrase(cast, token) for token in tokens]
    return tuple(party for party in named if party is not None)[:1]


def is_event(token: Token) -> bool:
    """Whether a word is a noun for an event."""
    return token.lemma.lower() in load_lexicon("events").nouns
