"""Whether the name of a state stands for an actor, and which part of the state is meant.

A state's name is as often a place ("in Syria") or a description ("Syrian refugees"). It is an
actor where it takes part in a clause, where it owns an act or an office, and, as its armed forces
or government, before "troops" or "regime".
"""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.keys import name_key
from secondsource.annotations.actors.phrases import (
    between,
    compounded,
    governors,
    head_of,
    modified,
    situated,
)
from secondsource.annotations.actors.records import NameUse
from secondsource.annotations.records import Parse, Token

_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
_JOINED = frozenset({"conj", "appos"})
_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})
_PEOPLE_TAGS = frozenset({"NNPS", "NNS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a state's name stands for. ``branch`` is ``""`` for the state as such, ``"government"``,
    ``"military"`` or ``"people"``; ``last`` is the last token of the words that say so."""

    branch: str
    last: int
    why: str


def role_of(parse: Parse, first: int, last: int, use: NameUse, name: str) -> Role | None:
    """The role of a state's name at the tokens ``[first, last]``; ``None`` for a place."""
    if situated(parse, last):
        return None
    if compounded(parse, last):
        return Role(branch="", last=last, why="begins a compound such as US-led")
    noun = modified(parse, first, last)
    if noun is not None:
        return _before_noun(parse, last, noun, use)
    token = head_of(parse, first, last)
    if use is NameUse.DEMONYM:
        return _people(token, last)
    if use is NameUse.METONYM and name_key(name) not in lexicon.SEATS:
        return _capital(parse, token, last)
    return _by_clause(parse, token, last)


def _before_noun(parse: Parse, last: int, noun: Token, use: NameUse) -> Role | None:
    lemma = noun.lemma.lower()
    inner = {token.lemma.lower() for token in between(parse, last, noun)}
    if inner & lexicon.OPPOSED or lemma in lexicon.PEOPLE | lexicon.PLACES:
        return None
    why = f"a state before {noun.text!r}"
    branch = "government" if lemma in lexicon.GOVERNMENT else "military"
    if lemma in lexicon.GOVERNMENT | lexicon.FORCES:
        return Role(branch=branch, last=noun.index, why=why)
    owns = any(token.tag == "POS" for token in between(parse, last, noun))
    # "Syria air strikes" are strikes in Syria; "Syrian", "US" and "Syria's" ones are by them.
    acts = lemma in lexicon.ACTS and (owns or use is not NameUse.NAME)
    if acts or lemma in lexicon.OFFICE or (owns and use is NameUse.METONYM):
        return Role(branch="", last=last, why=why)
    return None


def _people(token: Token, last: int) -> Role | None:
    if token.tag in _PEOPLE_TAGS or token.dep in _SUBJECT:
        return Role(branch="people", last=last, why="the people of a state")
    return None


def _capital(parse: Parse, token: Token, last: int) -> Role | None:
    """A city is its state only where a city could not be meant."""
    head = parse.head(token)
    above = parse.head(head)
    speaks = token.dep in _SUBJECT and head.lemma.lower() in lexicon.POLITICAL
    relates = head.lemma.lower() in {"with", "between"} and above.lemma.lower() in lexicon.RELATIONS
    joined = token.dep == "conj" and _capital(parse, head, last) is not None
    by_agent = token.dep == "pobj" and head.dep == "agent"
    if speaks or relates or joined or by_agent:
        return Role(branch="", last=last, why="a capital that acts stands for its state")
    return None


def _by_clause(parse: Parse, token: Token, last: int) -> Role | None:
    actor = Role(branch="", last=last, why="a state that takes part in the clause")
    if token.dep in _JOINED:
        first = token
        while first.dep in _JOINED:
            first = parse.head(first)
        return _by_clause(parse, first, last) if first.pos in _NOUNS else None
    if token.dep in _SUBJECT:
        return actor
    head = parse.head(token)
    if token.dep in {"dobj", "dative", "oprd", "attr"}:
        return None if head.lemma.lower() in lexicon.MOTION else actor
    if token.dep == "pobj":
        return actor if _after_preposition(parse, head) else None
    return None


def _after_preposition(parse: Parse, preposition: Token) -> bool:
    word = preposition.text.lower()
    above = next(governors(parse, preposition), preposition).lemma.lower()
    if word in lexicon.PARTNERS:
        return True
    if word == "to":
        return above in lexicon.GIVING
    if word == "from":
        return above in lexicon.SENDING_NOUNS
    if word == "of":
        return above in lexicon.OFFICE | lexicon.GOVERNMENT | lexicon.FORCES | {"behalf"}
    return word == "for" and above in {"speak", "spokesman", "spokeswoman", "spokesperson"}
