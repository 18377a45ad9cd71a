"""Who does it and to whom where a noun says so: "A's assault on B", "clashes between A and B"."""

from __future__ import annotations

from secondsource.annotations import Token
from secondsource.claims.answerable import answerable
from secondsource.claims.parties import Cast, parties
from secondsource.claims.recipients import BETWEEN, ON_ANYONE, after, aimed_at, noun_phrases
from secondsource.claims.records import Party
from secondsource.claims.sides import Roles
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
)
from secondsource.claims.triggers import Trigger

_UNDERGONE = frozenset({"catch", "kill", "hit", "injure", "wound", "die", "target", "destroy"})
_TAKES_PART = frozenset({"include", "involve", "unite", "feature", "draw", "gather"})
# "faced an assault": the subject is on the receiving end.
_SUFFERING = frozenset({"face", "suffer", "endure", "undergo", "withstand", "encounter"})
_DOER_PREPOSITIONS = frozenset({"by", "from"})
_OF = frozenset({"of"})


def of_noun(cast: Cast, trigger: Trigger) -> Roles:
    """The parties of a noun."""
    parse, noun = cast.parse, trigger.head
    between = _between(cast, noun)
    if len(between) > 1:
        return Roles(actors=between, recipients=())
    actors = parties(cast, _owners(cast, noun)) or parties(cast, answerable(parse, noun))
    if noun.dep == "ROOT" and not actors:
        actors = noun_phrases(cast, parse.children(noun, "compound"))
    recipients = after(cast, trigger, noun)
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
        recipients = parties(cast, undergone) or noun_phrases(cast, undergone)
    recipients = recipients or _under(cast, noun)
    carrier = _light_verb(cast, noun)
    if carrier is not None and carrier.lemma in _SUFFERING:
        undergone = subjects(parse, carrier)
        recipients = recipients or parties(cast, undergone) or noun_phrases(cast, undergone)
    elif carrier is not None:
        behind = _carriers(cast, carrier)
        actors = actors or parties(cast, behind) or noun_phrases(cast, behind)
        recipients = recipients or after(cast, trigger, carrier)
    if not recipients and trigger.entry.type in ON_ANYONE and any(row.id for row in actors):
        recipients = noun_phrases(cast, aimed_at(cast, trigger))
    return Roles(actors=actors, recipients=recipients, direct=carrier is None)


def _between(cast: Cast, noun: Token) -> tuple[Party, ...]:
    """ "between A in C and B": all that is named there, where the joint was read too low."""
    tokens = after_preposition(cast.parse, noun, BETWEEN)
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
    return parties(cast, described) or noun_phrases(cast, described)


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
