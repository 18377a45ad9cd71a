"""Who does it and to whom where a verb or a participle says so."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.parties import Cast, parties
from secondsource.claims.recipients import (
    ON_ANYONE,
    VICTIMS,
    after,
    aimed_at,
    is_event,
    named_places,
    noun_phrases,
)
from secondsource.claims.records import EventType, Party
from secondsource.claims.sides import Roles
from secondsource.claims.syntax import (
    after_preposition,
    clause_head,
    doers,
    is_verbal,
    subjects,
    undergoers,
)
from secondsource.claims.triggers import Trigger

_VERBAL_ACTS = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REJECT})
# What is done with, not who does it.
_WEAPONS = frozenset(
    "bomb blast explosion explosive device mine rocket missile shell mortar grenade bullet "
    "projectile fire shrapnel".split()
)
_FOR_WHOM = frozenset({"to", "for", "with", "on", "against"})


def of_verb(cast: Cast, trigger: Trigger) -> Roles:
    """The parties of a verb."""
    parse, verb = cast.parse, trigger.head
    actors = parties(cast, doers(parse, verb)) or _behind(cast, verb)
    inside = {token.index for token in trigger.words}
    objects = [token for token in undergoers(parse, verb) if token.index not in inside]
    recipients = parties(cast, objects)
    if not recipients:
        recipients = after(cast, trigger, verb)
    if not recipients and not (trigger.entry.reciprocal and len(actors) > 1):
        recipients = _of_complement(cast, trigger, verb)
    return _with_noun_phrase(cast, trigger, actors, recipients, objects)


def _behind(cast: Cast, verb: Token) -> tuple[Party, ...]:
    """ "gained respect fighting the regime": the noun is nobody, so the clause's subject acts.

    "outrage at attacks targeting civilians": the noun itself is what is done.
    """
    parse = cast.parse
    noun = parse.head(verb)
    if verb.dep != "acl" or verb.tag != "VBG" or (noun.dep == "pobj" and is_event(noun)):
        return ()
    return parties(cast, doers(parse, clause_head(parse, parse.head(verb))))


def _of_complement(cast: Cast, trigger: Trigger, verb: Token) -> tuple[Party, ...]:
    """ "offered to send fighters to X": whom the promised act is for."""
    parse = cast.parse
    if trigger.entry.type is EventType.REQUEST:
        return parties(cast, _asked(parse, verb))
    if trigger.entry.type not in _VERBAL_ACTS:
        return ()
    for complement in parse.children(verb, "xcomp"):
        named = after_preposition(parse, complement, _FOR_WHOM)
        named += undergoers(parse, complement)
        known = tuple(party for party in parties(cast, named) if party.id is not None)
        return known or noun_phrases(cast, [row for row in named if row.entity == "GPE"])
    return ()


def _asked(parse: Parse, verb: Token) -> list[Token]:
    """ "demanded that X leave": whoever is to do it."""
    return [
        token
        for clause in parse.children(verb, "ccomp")
        for token in parse.children(clause, "nsubj", "nsubjpass")
    ]


def _with_noun_phrase(
    cast: Cast,
    trigger: Trigger,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    objects: list[Token],
) -> Roles:
    """Where one side is a known actor, the other may be whatever the words call it."""
    verb, kind = trigger.head, trigger.entry.type
    if not recipients and (any(party.id for party in actors) or (kind in VICTIMS and not actors)):
        if kind in ON_ANYONE:
            objects = objects or named_places(cast, trigger, verb) or aimed_at(cast, trigger)
            recipients = noun_phrases(cast, _victims(trigger, objects))
    elif any(party.id for party in recipients) and not actors:
        own = cast.parse.children(verb, "nsubj", "agent")
        actors = noun_phrases(cast, _no_events(doers(cast.parse, verb))) if own else ()
        if kind in VICTIMS:
            actors = tuple(party for party in actors if not _is_means(cast, party))
    else:
        return Roles(actors=actors, recipients=recipients)
    return Roles(actors=actors, recipients=recipients, direct=False)


def _victims(trigger: Trigger, objects: list[Token]) -> list[Token]:
    """Attacks that are launched or repelled are no victims."""
    against = len(trigger.words) > 1 or trigger.head.lemma == "repel"
    if trigger.entry.type is not EventType.ASSAULT or not against:
        return objects
    return [token for token in objects if not is_event(token)]


def _no_events(tokens: list[Token]) -> list[Token]:
    """The tokens without those under "by" that are events: "hit by an air strike" names nobody."""
    return [token for token in tokens if token.dep != "pobj" or not is_event(token)]


def _is_means(cast: Cast, party: Party) -> bool:
    """ "a rocket killed", "the blast killed": a weapon, which is nobody."""
    last = cast.parse.within(party.words.span)[-1]
    return last.lemma.lower() in _WEAPONS


def of_participle(cast: Cast, trigger: Trigger) -> Roles:
    """ "rooted in", "loyal to", "affiliated with": the thing described, and the complement."""
    parse, head = cast.parse, trigger.head
    described = subjects(parse, head)
    if head.dep in ("acomp", "amod"):
        governor = parse.head(head)
        described = subjects(parse, governor) if is_verbal(governor) else [governor]
    return Roles(actors=parties(cast, described), recipients=after(cast, trigger, head))
