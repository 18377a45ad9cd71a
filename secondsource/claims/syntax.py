"""Who stands where to a verb: arguments read off the dependency tree.

Labels are those of the CLEAR style (Choi and Palmer 2012, "Guidelines for the CLEAR style
constituent to dependency conversion").
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token

_SUBJECTS = ("nsubj", "csubj", "expl")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY_SUBJECTS = frozenset({"it", "there"})
_OBJECT_CONTROL = frozenset(
    {
        "urge",
        "ask",
        "order",
        "force",
        "allow",
        "help",
        "call",
        "tell",
        "press",
        "enable",
        "lead",
        "push",
        "compel",
        "persuade",
        "want",
        "invite",
        "instruct",
        "convince",
        "see",
        "send",
    }
)
_DEPTH = 6


def is_verbal(token: Token) -> bool:
    """Whether the token heads a clause or a participle."""
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the subject undergoes the verb; a bare past participle after a noun counts."""
    if parse.children(verb, "auxpass", *_PASSIVE_SUBJECTS):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not parse.children(verb, "aux", *_SUBJECTS):
        head = parse.head(verb)
        return is_verbal(head) and is_passive(parse, head)
    bare = verb.tag == "VBN" and not parse.children(verb, "dobj", "aux")
    return bare and verb.dep in ("acl", "amod", "advcl", "ROOT", "relcl", "pcomp")


def subjects(parse: Parse, verb: Token, depth: int = 0) -> list[Token]:
    """The tokens that the clause of ``verb`` is about, inherited where it names none."""
    own = parse.children(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS)
    own = [token for token in own if token.dep != "expl"]
    if own:
        return [_antecedent(parse, verb, token) for token in own]
    if depth >= _DEPTH:
        return []
    return _inherited(parse, verb, depth + 1)


def _antecedent(parse: Parse, verb: Token, subject: Token) -> Token:
    if subject.text.lower() not in _RELATIVE:
        return subject
    for token in (verb, *parse.ancestors(verb)):
        if token.dep == "relcl":
            return parse.head(token)
    return subject


def _inherited(parse: Parse, verb: Token, depth: int) -> list[Token]:
    head = parse.head(verb)
    if head.index == verb.index:
        return []
    if verb.dep in ("acl", "relcl"):
        if verb.tag in ("VBG", "VBN"):
            return [head]
        return _subjects_of_noun(parse, head, depth)
    if verb.dep in ("pcomp", "prep"):
        return _from_preposition(parse, verb, depth)
    if verb.dep in ("xcomp", "ccomp") and head.lemma in _OBJECT_CONTROL:
        objects = parse.children(head, "dobj")
        if objects:
            return objects
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        if is_verbal(head):
            return subjects(parse, head, depth)
        return _subjects_of_noun(parse, head, depth)
    return []


def _from_preposition(parse: Parse, verb: Token, depth: int) -> list[Token]:
    """ "counted on arming": the subject of the verb that the preposition hangs on."""
    for token in parse.ancestors(verb):
        if is_verbal(token):
            return subjects(parse, token, depth)
        if token.pos in ("NOUN", "PROPN"):
            return _subjects_of_noun(parse, token, depth)
    return []


def _subjects_of_noun(parse: Parse, noun: Token, depth: int) -> list[Token]:
    """Who is behind a noun: "their plan to", "X has a plan to", "X agreed on a plan to"."""
    owners = parse.children(noun, "poss")
    if owners:
        return owners
    for token in parse.ancestors(noun):
        if is_verbal(token):
            return subjects(parse, token, depth)
    return []


def agents(parse: Parse, verb: Token) -> list[Token]:
    """The doers of a passive: the objects of its "by"."""
    found = parse.children(verb, "agent")
    found += [token for token in parse.children(verb, "prep") if token.lemma == "by"]
    return [token for by in found for token in parse.children(by, "pobj")]


def doers(parse: Parse, verb: Token) -> list[Token]:
    """Who does it, in the active or the passive."""
    if not is_passive(parse, verb):
        return [t for t in subjects(parse, verb) if t.text.lower() not in _EMPTY_SUBJECTS]
    found = agents(parse, verb)
    if not found and verb.dep == "conj" and is_verbal(parse.head(verb)):
        return []
    return found


def undergoers(parse: Parse, verb: Token) -> list[Token]:
    """Whom it is done to: direct and indirect objects, or the subject of a passive."""
    if is_passive(parse, verb):
        return subjects(parse, verb)
    objects = parse.children(verb, "dobj", "dative", "oprd")
    objects = [token for token in objects if token.pos != "ADP"]
    if objects:
        return [_relative_object(parse, verb, token) for token in objects]
    if verb.dep == "relcl" and parse.children(verb, *_SUBJECTS):
        own = parse.children(verb, *_SUBJECTS)
        if all(token.text.lower() not in _RELATIVE for token in own):
            return [parse.head(verb)]
    return []


def _relative_object(parse: Parse, verb: Token, token: Token) -> Token:
    return _antecedent(parse, verb, token)


def after_preposition(parse: Parse, head: Token, prepositions: frozenset[str]) -> list[Token]:
    """The objects of ``head``'s prepositions, those that hang on its object included."""
    found: list[Token] = []
    holders = [head, *parse.children(head, "dobj", "prt", "advmod", "attr", "prep", "oprd")]
    for holder in holders:
        for preposition in parse.children(holder, "prep", "dative", "agent"):
            if preposition.lemma.lower() in prepositions:
                found += parse.children(preposition, "pobj")
        if holder.dep == "prep" and holder.lemma.lower() in prepositions:
            found += parse.children(holder, "pobj")
    seen: dict[int, Token] = {token.index: token for token in found}
    return list(seen.values())


def conjuncts(parse: Parse, token: Token) -> list[Token]:
    """``token`` and all that is joined to it by "and" or commas, in text order."""
    found = [token]
    for member in found:
        found += parse.children(member, "conj")
    return sorted(found, key=lambda member: member.index)
