"""Who does it and to whom: a trigger's parties, by its part of speech and its lexicon entry."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.annotations import Token
from secondsource.claims.parties import Cast, parties
from secondsource.claims.records import Party
from secondsource.claims.syntax import (
    after_preposition,
    agents,
    conjuncts,
    doers,
    is_passive,
    is_verbal,
    subjects,
    undergoers,
)
from secondsource.claims.triggers import Form, Trigger

_LIGHT = frozenset(
    {
        "launch",
        "carry",
        "conduct",
        "mount",
        "stage",
        "wage",
        "make",
        "hold",
        "begin",
        "start",
        "continue",
        "resume",
        "lead",
        "undertake",
        "commit",
        "perform",
        "issue",
        "give",
        "deliver",
        "reach",
        "sign",
        "declare",
        "announce",
        "form",
        "have",
        "step",
        "plan",
        "prepare",
        "order",
        "face",
        "take",
        "engage",
        "join",
        "put",
        "impose",
        "set",
        "do",
        "run",
        "broker",
        "strike",
        "seek",
        "offer",
        "provide",
        "express",
        "show",
        "unleash",
        "intensify",
        "expand",
        "halt",
        "suspend",
        "stop",
        "end",
        "curtail",
        "break",
        "violate",
        "lift",
        "use",
        "keep",
    }
)
_BETWEEN = frozenset({"between", "among"})
_DOER_PREPOSITIONS = frozenset({"by", "from"})
_OF = frozenset({"of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The parties of a trigger. ``direct`` is false where a party was found by a weaker rule."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    direct: bool = True


def roles(cast: Cast, trigger: Trigger) -> Roles:
    """The actors and recipients of ``trigger``."""
    found = _of_noun(cast, trigger) if trigger.form is Form.NOUN else _of_verb(cast, trigger)
    return _reciprocal(trigger, _apart(found))


def _of_verb(cast: Cast, trigger: Trigger) -> Roles:
    parse, verb = cast.parse, trigger.head
    actors = parties(cast, doers(parse, verb))
    inside = {token.index for token in trigger.words}
    objects = [token for token in undergoers(parse, verb) if token.index not in inside]
    recipients = parties(cast, objects)
    if trigger.form is Form.PARTICIPLE:
        return _of_participle(cast, trigger)
    if not recipients:
        recipients = _after(cast, trigger, verb)
    return Roles(actors=actors, recipients=recipients)


def _of_participle(cast: Cast, trigger: Trigger) -> Roles:
    """ "rooted in", "loyal to", "affiliated with": the thing described, and the complement."""
    parse, head = cast.parse, trigger.head
    described = subjects(parse, head)
    if head.dep in ("acomp", "amod"):
        governor = parse.head(head)
        described = subjects(parse, governor) if is_verbal(governor) else [governor]
    return Roles(actors=parties(cast, described), recipients=_after(cast, trigger, head))


def _after(cast: Cast, trigger: Trigger, head: Token) -> tuple[Party, ...]:
    inside = {token.index for token in trigger.words}
    tokens = after_preposition(cast.parse, head, trigger.entry.prepositions | _BETWEEN)
    tokens += [
        token
        for word in trigger.words
        if word.index != head.index
        for token in after_preposition(cast.parse, word, trigger.entry.prepositions | _BETWEEN)
    ]
    return parties(cast, [token for token in tokens if token.index not in inside])


def _of_noun(cast: Cast, trigger: Trigger) -> Roles:
    parse, noun = cast.parse, trigger.head
    between = parties(cast, after_preposition(parse, noun, _BETWEEN))
    if len(between) > 1:
        return Roles(actors=between, recipients=())
    actors = parties(cast, _owners(cast, noun))
    recipients = _after(cast, trigger, noun)
    of = parties(cast, after_preposition(parse, noun, _OF))
    if trigger.entry.affects and not recipients:
        recipients = of
    elif not trigger.entry.affects and not actors and not recipients:
        actors = of
    carrier = _light_verb(cast, noun)
    if carrier is not None:
        actors = actors or parties(cast, _carriers(cast, carrier))
        recipients = recipients or _after(cast, trigger, carrier)
    return Roles(actors=actors, recipients=recipients, direct=carrier is None)


def _owners(cast: Cast, noun: Token) -> list[Token]:
    """Whose it is: "A's assault", "US air strikes", "an attack by A", "a raid from A"."""
    parse = cast.parse
    found = parse.children(noun, "poss", "nmod", "amod", "compound")
    found += [below for token in found for below in parse.children(token, "npadvmod", "compound")]
    found += after_preposition(parse, noun, _DOER_PREPOSITIONS)
    for clause in parse.children(noun, "acl", "relcl"):
        if is_passive(parse, clause) and clause.lemma in _LIGHT:
            found += agents(parse, clause)
    return found


def _light_verb(cast: Cast, noun: Token) -> Token | None:
    """The verb that only carries the noun: "launched an assault", "an assault it launched"."""
    parse = cast.parse
    for clause in parse.children(noun, "relcl", "acl"):
        if clause.lemma in _LIGHT:
            return clause
    head = parse.head(noun)
    while noun.dep == "conj" and head.index != noun.index:
        noun, head = head, parse.head(head)
    if noun.dep in ("dobj", "nsubjpass", "attr") and head.lemma in (_LIGHT | {"be"}):
        return head
    if noun.dep == "pobj" and head.lemma in ("in", "into") and is_verbal(parse.head(head)):
        verb = parse.head(head)
        return verb if verb.lemma in _LIGHT else None
    return None


def _carriers(cast: Cast, verb: Token) -> list[Token]:
    if verb.dep == "acl" and verb.tag == "VBN":
        return agents(cast.parse, verb)
    return doers(cast.parse, verb)


def _apart(found: Roles) -> Roles:
    """Nobody stands on both sides of one claim."""
    actors = {party.id for party in found.actors if party.id is not None}
    spans = {party.words.span for party in found.actors}
    recipients = tuple(
        party
        for party in found.recipients
        if party.id not in actors and party.words.span not in spans
    )
    return Roles(actors=found.actors, recipients=recipients, direct=found.direct)


def _reciprocal(trigger: Trigger, found: Roles) -> Roles:
    """ "A and B met": the first named is the actor, the others the recipients."""
    if not trigger.entry.reciprocal or found.recipients or len(found.actors) < 2:
        return found
    return Roles(actors=found.actors[:1], recipients=found.actors[1:], direct=found.direct)


def holder_and_group(cast: Cast, noun: Token) -> Roles:
    """Who holds a noun such as "leader" or "affiliate", and the group that the noun belongs to.

    Covers "Isis leader X", "X, the leader of Isis", "X is the leader of Isis", "Isis' leader, X".
    """
    parse = cast.parse
    group = [*parse.children(noun, "poss", "compound", "nmod", "amod")]
    group += after_preposition(parse, noun, frozenset({"of", "for", "in", "to", "from"}))
    holder: list[Token] = [*parse.children(noun, "appos")]
    if noun.dep in ("compound", "nmod") and parse.head(noun).pos == "PROPN":
        holder.append(parse.head(noun))
        group += [
            token
            for token in parse.children(parse.head(noun), "compound", "nmod", "poss")
            if token.index < noun.index
        ]
    if noun.dep == "appos":
        holder.append(parse.head(noun))
    if noun.dep in ("attr", "oprd"):
        holder += subjects(parse, parse.head(noun))
    if noun.dep == "pobj" and parse.head(noun).lemma == "as":
        holder += undergoers(parse, parse.head(parse.head(noun)))
    groups = parties(cast, [token for token in group if token not in holder])
    known = {party.id for party in groups}
    holders = tuple(p for p in parties(cast, holder) if p.id not in known)
    return _apart(Roles(actors=holders, recipients=groups))


def joined(cast: Cast, token: Token) -> tuple[Party, ...]:
    """The parties of ``token`` and of all that is joined to it."""
    return parties(cast, conjuncts(cast.parse, token))
