"""Who does it and to whom: a trigger's parties, by its part of speech and its lexicon entry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondsource.annotations import Parse, Token
from secondsource.claims.answerable import answerable
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.parties import Cast, noun_phrase, parties
from secondsource.claims.records import EventType, Party, TieType
from secondsource.claims.syntax import (
    LIGHT_VERBS,
    after_preposition,
    agents,
    clause_head,
    controlled,
    doers,
    is_passive,
    is_verbal,
    subjects,
    undergoers,
)
from secondsource.claims.triggers import Form, Trigger

_UNDERGONE = frozenset({"catch", "kill", "hit", "injure", "wound", "die", "target", "destroy"})
_TAKES_PART = frozenset({"include", "involve", "unite", "feature", "draw", "gather"})
_MUTUAL = frozenset({"clash", "skirmish", "feud", "infighting", "battle", "firefight"})
_VERBAL_ACTS = frozenset({EventType.AGREE, EventType.THREATEN, EventType.REJECT})
# Types whose recipient may be whoever or whatever the words say, known to the registry or not.
_ON_ANYONE = frozenset(
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
_VICTIMS = frozenset({EventType.ASSAULT, EventType.COERCE})
# What an act is aimed at stands after one of these, unless it is a time or a sum.
_AIMS = frozenset({"against", "on", "upon", "into"})
_NO_AIM = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL"})
_BETWEEN = frozenset({"between", "among"})
# What is done with, not who does it.
_WEAPONS = frozenset(
    "bomb blast explosion explosive device mine rocket missile shell mortar grenade bullet "
    "projectile fire shrapnel".split()
)
# "faced an assault": the subject is on the receiving end.
_SUFFERING = frozenset({"face", "suffer", "endure", "undergo", "withstand", "encounter"})
_DOER_PREPOSITIONS = frozenset({"by", "from"})
_FOR_WHOM = frozenset({"to", "for", "with", "on", "against"})
_OF = frozenset({"of"})
_AS = frozenset({"as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The parties of a trigger.

    ``direct`` is false where a party was found by a weaker rule; ``antecedent`` is the number of
    the sentence from which the parties were taken over, where they were.
    """

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    direct: bool = True
    antecedent: int | None = None


def roles(cast: Cast, trigger: Trigger) -> Roles:
    """The actors and recipients of ``trigger`` as its own sentence gives them."""
    if trigger.entry.held and trigger.form is Form.NOUN:
        found = _holder_and_group(cast, trigger.head)
    elif trigger.form is Form.NOUN:
        found = _of_noun(cast, trigger)
    elif trigger.form is Form.PARTICIPLE:
        found = _of_participle(cast, trigger)
    else:
        found = _of_verb(cast, trigger)
    if trigger.entry.swapped:
        found = replace(found, actors=found.recipients, recipients=found.actors)
    return _reciprocal(cast, trigger, _apart(_other_than(trigger, found)))


def _other_than(trigger: Trigger, found: Roles) -> Roles:
    """The parties without the trigger's own words: "stronger opposition" is no party to it."""
    if trigger.form is not Form.NOUN or trigger.entry.held:
        return found
    here = trigger.head.span
    return replace(
        found,
        actors=tuple(row for row in found.actors if not row.words.span.contains(here)),
        recipients=tuple(row for row in found.recipients if not row.words.span.contains(here)),
    )


def _of_verb(cast: Cast, trigger: Trigger) -> Roles:
    parse, verb = cast.parse, trigger.head
    actors = parties(cast, doers(parse, verb)) or _behind(cast, verb)
    inside = {token.index for token in trigger.words}
    objects = [token for token in undergoers(parse, verb) if token.index not in inside]
    recipients = parties(cast, objects)
    if not recipients:
        recipients = _after(cast, trigger, verb)
    if not recipients and not (trigger.entry.reciprocal and len(actors) > 1):
        recipients = _of_complement(cast, trigger, verb)
    return _with_noun_phrase(cast, trigger, actors, recipients, objects)


def _behind(cast: Cast, verb: Token) -> tuple[Party, ...]:
    """ "gained respect fighting the regime": the noun is nobody, so the clause's subject acts.

    "outrage at attacks targeting civilians": the noun itself is what is done.
    """
    parse = cast.parse
    noun = parse.head(verb)
    if verb.dep != "acl" or verb.tag != "VBG" or (noun.dep == "pobj" and _is_event(noun)):
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
        return known or _noun_phrases(cast, [row for row in named if row.entity == "GPE"])
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
    if not recipients and (any(party.id for party in actors) or (kind in _VICTIMS and not actors)):
        if kind in _ON_ANYONE:
            objects = objects or _named_places(cast, trigger, verb) or _aimed_at(cast, trigger)
            recipients = _noun_phrases(cast, _victims(trigger, objects))
    elif any(party.id for party in recipients) and not actors:
        own = cast.parse.children(verb, "nsubj", "agent")
        actors = _noun_phrases(cast, _no_events(doers(cast.parse, verb))) if own else ()
        if kind in _VICTIMS:
            actors = tuple(party for party in actors if not _is_means(cast, party))
    else:
        return Roles(actors=actors, recipients=recipients)
    return Roles(actors=actors, recipients=recipients, direct=False)


def _victims(trigger: Trigger, objects: list[Token]) -> list[Token]:
    """Attacks that are launched or repelled are no victims."""
    against = len(trigger.words) > 1 or trigger.head.lemma == "repel"
    if trigger.entry.type is not EventType.ASSAULT or not against:
        return objects
    return [token for token in objects if not _is_event(token)]


def _no_events(tokens: list[Token]) -> list[Token]:
    """The tokens without those under "by" that are events: "hit by an air strike" names nobody."""
    return [token for token in tokens if token.dep != "pobj" or not _is_event(token)]


def _is_event(token: Token) -> bool:
    return token.lemma.lower() in load_lexicon("events").nouns


def _is_means(cast: Cast, party: Party) -> bool:
    """ "a rocket killed", "the blast killed": a weapon, which is nobody."""
    last = cast.parse.within(party.words.span)[-1]
    return last.lemma.lower() in _WEAPONS


def _noun_phrases(cast: Cast, tokens: list[Token]) -> tuple[Party, ...]:
    named = [noun_phrase(cast, token) for token in tokens]
    return tuple(party for party in named if party is not None)[:1]


def _named_places(cast: Cast, trigger: Trigger, verb: Token) -> list[Token]:
    """ "deployed to Iraq", "advanced on Baghdad": the place stands for whoever holds it."""
    tokens = after_preposition(cast.parse, verb, trigger.entry.prepositions)
    return [token for token in tokens if token.entity in ("GPE", "LOC")]


def _aimed_at(cast: Cast, trigger: Trigger) -> list[Token]:
    """ "imposed sanctions on a company", "an attack against the convoy": whatever it is."""
    aims = trigger.entry.prepositions & _AIMS
    tokens = after_preposition(cast.parse, trigger.head, aims)
    return [row for row in tokens if row.entity not in _NO_AIM and not _is_event(row)]


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
    between = _between(cast, noun)
    if len(between) > 1:
        return Roles(actors=between, recipients=())
    actors = parties(cast, _owners(cast, noun)) or parties(cast, answerable(parse, noun))
    if noun.dep == "ROOT" and not actors:
        actors = _noun_phrases(cast, parse.children(noun, "compound"))
    recipients = _after(cast, trigger, noun)
    of = parties(cast, after_preposition(parse, noun, _OF))
    if trigger.entry.affects and not recipients:
        recipients = of
    elif not trigger.entry.affects and not actors and not recipients:
        actors = of
    verb = clause_head(parse, noun)
    if noun.dep == "nsubj" and verb.lemma in _TAKES_PART and not actors:
        listed = parse.children(verb, "dobj")
        listed += [below for token in listed for below in parse.children(token, "appos")]
        actors = parties(cast, listed)
    if not recipients and _undergone(cast, noun, verb):
        undergone = subjects(parse, verb)
        recipients = parties(cast, undergone) or _noun_phrases(cast, undergone)
    recipients = recipients or _under(cast, noun)
    carrier = _light_verb(cast, noun)
    if carrier is not None and carrier.lemma in _SUFFERING:
        undergone = subjects(parse, carrier)
        recipients = recipients or parties(cast, undergone) or _noun_phrases(cast, undergone)
    elif carrier is not None:
        behind = _carriers(cast, carrier)
        actors = actors or parties(cast, behind) or _noun_phrases(cast, behind)
        recipients = recipients or _after(cast, trigger, carrier)
    if not recipients and trigger.entry.type in _ON_ANYONE and any(row.id for row in actors):
        recipients = _noun_phrases(cast, _aimed_at(cast, trigger))
    return Roles(actors=actors, recipients=recipients, direct=carrier is None)


def _between(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """ "between A in C and B": all that is named there, where the joint was read too low."""
    tokens = after_preposition(cast.parse, noun, _BETWEEN)
    found = parties(cast, tokens)
    if len(found) == 1:
        below = [row for token in tokens for row in cast.parse.subtree(token)]
        joined = [row for row in below if row.dep == "conj" or row in tokens]
        found = parties(cast, joined)
    return found


def _under(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """ "the town, which is under X's control": what the control is of."""
    parse = cast.parse
    preposition = parse.head(noun)
    if noun.dep != "pobj" or preposition.lemma != "under":
        return ()
    governor = parse.head(preposition)
    described = subjects(parse, governor) if is_verbal(governor) else [governor]
    return parties(cast, described) or _noun_phrases(cast, described)


def _undergone(cast: Cast, noun: Token, verb: Token) -> bool:
    """ "was caught in an air strike", "died in the shelling"."""
    preposition = cast.parse.head(noun)
    return (
        noun.dep == "pobj"
        and preposition.lemma in ("in", "by", "during")
        and cast.parse.head(preposition).index == verb.index
        and verb.lemma in _UNDERGONE
    )


def _owners(cast: Cast, noun: Token) -> list[Token]:
    """Whose it is: "A's assault", "US air strikes", "an attack by A", "a raid from A".

    In "urged A to end its assault" it is A's.
    """
    parse = cast.parse
    owners = parse.children(noun, "poss")
    if noun.dep == "dobj" and all(token.pos == "PRON" for token in owners):
        owners = (controlled(parse, parse.head(noun)) or owners) if owners else []
    found = [*owners, *parse.children(noun, "nmod", "amod", "compound")]
    found += [below for token in found for below in parse.children(token, "npadvmod", "compound")]
    found += after_preposition(parse, noun, _DOER_PREPOSITIONS)
    for clause in parse.children(noun, "acl", "relcl"):
        if is_passive(parse, clause) and clause.lemma in LIGHT_VERBS:
            found += agents(parse, clause)
    if not found and noun.dep == "conj":
        found = parse.children(parse.head(noun), "poss")
    return found


def _light_verb(cast: Cast, noun: Token) -> Token | None:
    """The verb that only carries the noun: "launched an assault", "an assault it launched"."""
    parse = cast.parse
    for clause in parse.children(noun, "relcl", "acl"):
        if clause.lemma in LIGHT_VERBS:
            return clause
    head = parse.head(noun)
    while noun.dep == "conj" and head.index != noun.index:
        noun, head = head, parse.head(head)
    if noun.dep in ("dobj", "nsubjpass", "attr") and head.lemma in (LIGHT_VERBS | {"be"}):
        return head
    if noun.dep == "pobj" and head.lemma in ("in", "into") and is_verbal(parse.head(head)):
        verb = parse.head(head)
        return verb if verb.lemma in LIGHT_VERBS else None
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


def _reciprocal(cast: Cast, trigger: Trigger, found: Roles) -> Roles:
    """ "A and B met": the first named is the actor, the others the recipients."""
    resolved = not found.recipients or all(party.id is None for party in found.recipients)
    entry = trigger.entry
    if entry.reciprocal and not entry.held and len(found.recipients) > 1 and not found.actors:
        return replace(found, actors=found.recipients[:1], recipients=found.recipients[1:])
    if not entry.reciprocal or len(found.actors) < 2 or not resolved:
        return found
    if entry.distinct and not _each_other(cast, trigger):
        return found
    return replace(found, actors=found.actors[:1], recipients=found.actors[1:])


def _each_other(cast: Cast, trigger: Trigger) -> bool:
    if trigger.head.lemma in _MUTUAL or trigger.form is Form.NOUN:
        return True
    words = {token.text.lower() for token in cast.parse.subtree(trigger.head)}
    return "other" in words or "another" in words


def _is_one_of_many(parse: Parse, noun: Token, beside: Token) -> bool:
    """ "against their opponents, an official said": the next clause, no apposition."""
    single = beside.tag == "NN" and any(
        row.text.lower() in ("a", "an") for row in parse.children(beside, "det")
    )
    return noun.tag == "NNS" and single


def _without(found: tuple[Party, ...], noun: Token) -> tuple[Party, ...]:
    """Those known, or named beside ``noun`` rather than by it: "a close ally" is not its own."""
    return tuple(
        row for row in found if row.id is not None or not row.words.span.contains(noun.span)
    )


def _possessors(cast: Cast, noun: Token) -> list[Token]:
    """ "A and B's branch": where only B carries the mark, the noun is B's."""
    parse = cast.parse
    found = []
    for token in parse.children(noun, "poss", "compound", "nmod", "amod"):
        marked = [row for row in parse.children(token, "conj") if parse.children(row, "case")]
        found += marked or [token]
    return found


def _holder_and_group(cast: Cast, noun: Token) -> Roles:
    """Who holds a noun such as "leader" or "affiliate", and the group that the noun belongs to.

    Covers "Isis leader X", "X, the leader of Isis", "X is the leader of Isis", "Isis' leader, X".
    """
    parse = cast.parse
    group = _possessors(cast, noun)
    group += after_preposition(parse, noun, frozenset({"of", "for", "in", "to", "from"}))
    holder = [row for row in parse.children(noun, "appos") if not _is_one_of_many(parse, noun, row)]
    if noun.dep in ("compound", "nmod") and parse.head(noun).pos == "PROPN":
        holder.append(parse.head(noun))
        group += [
            token
            for token in parse.children(parse.head(noun), "compound", "nmod", "poss")
            if token.index < noun.index
        ]
    holder += [
        token
        for verb in parse.children(noun, "acl")
        if verb.lemma in ("know", "call", "name")
        for token in (*parse.children(verb, "oprd"), *after_preposition(parse, verb, _AS))
    ]
    if noun.dep == "appos":
        holder.append(parse.head(noun))
    if noun.dep in ("attr", "oprd"):
        holder += subjects(parse, parse.head(noun))
    if noun.dep == "pobj" and parse.head(noun).lemma == "as":
        holder += undergoers(parse, parse.head(parse.head(noun)))
    groups = _without(parties(cast, [token for token in group if token not in holder]), noun)
    known = {party.id for party in groups}
    holders = tuple(p for p in parties(cast, holder) if p.id not in known)
    return _apart(Roles(actors=holders, recipients=groups))
