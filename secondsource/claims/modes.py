"""PLOVER's mode of an event where its words alone do not give one: the means, or the threat.

"Killed in a car bombing" is an assault with explosives; "threatened to attack" threatens violence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondsource.annotations import Parse, Token
from secondsource.claims.lexicon import Phrase, load_lexicon
from secondsource.claims.records import EventType
from secondsource.claims.triggers import Trigger

_SUICIDE = "suicide-attack"
_MEANS = {
    _SUICIDE: "suicide",
    "unconventional": "sarin chlorine napalm",
    "drone": "drone",
    "aerial": "aircraft warplane jet helicopter gunship airstrike plane",
    "heavy-weapons": "missile rocket shell shelling mortar artillery tank howitzer",
    "explosives": "bomb bombing explosive explosion blast mine landmine minefield ied grenade",
    "firearms": "gun gunfire gunbattle gunman rifle pistol bullet shootout sniper machinegun",
    "primitive": "knife machete sword axe stone rock spear arrow",
}
_BY_WORD = {word: mode for mode, words in _MEANS.items() for word in words.split()}
_ORDER = tuple(_MEANS)
_THREATS = {
    EventType.ASSAULT: "violence",
    EventType.COERCE: "restrict",
    EventType.SANCTION: "relations",
}
_AS_THREATENED = frozenset({"arrest", "expel"})
_WITH = frozenset({"in", "by", "with", "from", "during"})


def mode_of(parse: Parse, trigger: Trigger) -> str | None:
    """The mode of an event: that of its words, else of its means or of what is threatened."""
    if trigger.entry.mode is not None:
        return trigger.entry.mode
    if trigger.entry.type is EventType.ASSAULT:
        return _by_means(parse, trigger.head)
    if trigger.entry.type is EventType.THREATEN:
        return _threatened(parse, trigger)
    return None


def _by_means(parse: Parse, head: Token) -> str | None:
    """The gravest means among the doers, and in "in", "by" or "with" what."""
    found = {_BY_WORD[word] for word in _means(parse, head) if word in _BY_WORD}
    return next((mode for mode in _ORDER if mode in found), None)


def _means(parse: Parse, head: Token) -> Iterator[str]:
    doers = parse.children(head, "nsubj", "agent", "compound", "nmod", "advcl")
    for below in (*doers, *parse.children(head, "prep")):
        if below.dep != "prep" or below.lemma.lower() in _WITH:
            yield from (word.lemma.lower() for word in parse.subtree(below))


def _threatened(parse: Parse, trigger: Trigger) -> str | None:
    inside = {word.index for word in trigger.words}
    for word in parse.subtree(trigger.head):
        if word.index in inside or word.index < trigger.head.index:
            continue
        for phrase in _phrases(word):
            kind = phrase.entry.type
            if phrase.entry.mode in _AS_THREATENED:
                return phrase.entry.mode
            if isinstance(kind, EventType) and kind in _THREATS:
                return _THREATS[kind]
    return None


def _phrases(word: Token) -> Iterable[Phrase]:
    """What a word alone means."""
    lexicon, lemma = load_lexicon("events"), word.lemma.lower()
    table = lexicon.nouns if word.pos == "NOUN" else lexicon.verbs
    return (phrase for phrase in table.get(lemma, ()) if not phrase.rest)
