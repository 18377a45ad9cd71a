"""Who stands where to a verb: arguments read off the dependency tree.

Labels are those of the CLEAR style (Choi and Palmer 2012, "Guidelines for the CLEAR style
constituent to dependency conversion").
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token

_SUBJECTS = ("nsubj", "csubj", "expl")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY_SUBJECTS = frozenset({"there"})
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
        "leave",
        "encourage",
        "authorise",
        "authorize",
    }
)
# Under these an aim is what the object is to do: "armed the tribes to push them back".
_EQUIPPING = frozenset({"arm", "train", "equip", "fund", "finance", "pay", "recruit", "hire"})
# "..., killing five": what the clause's own subject brought about, or says by it.
_RESULTS = frozenset(
    "kill injure wound destroy damage leave cause inflict describe call condemn denounce urge "
    "stress accuse blame warn".split()
)
_LAID_ON = frozenset({"of", "from", "against"})
_BLAMING = frozenset({"blame", "charge", "criticise", "criticize", "condemn", "arrest", "punish"})
_OF_WHAT = frozenset({"accuse", "suspect", "convict", "acquit"})
_CIRCUMSTANCE = frozenset({"where", "when", "why"})
_SAYS_WHO = frozenset({"accord", "according"})
_TOLD = frozenset({"tell", "inform"})
# "Released online, the recording says" has no speaker do it.
_SAID = frozenset({"say", "state", "add", "claim", "report", "announce", "tell"})
_DEPTH = 6

# Verbs that add little to their object: "launched an attack", "reached an agreement".
LIGHT_VERBS = frozenset(
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
        "suffer",
        "endure",
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


def is_verbal(token: Token) -> bool:
    """Whether the token heads a clause or a participle."""
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the subject undergoes the verb; a bare past participle after a noun counts."""
    if parse.children(verb, "auxpass", *_PASSIVE_SUBJECTS):
        return True
    if _is_bare_joined(parse, verb):
        head = coordinated(parse, verb)
        return is_verbal(head) and is_passive(parse, head)
    bare = verb.tag == "VBN" and not parse.children(verb, "dobj", "aux")
    return bare and verb.dep in ("acl", "amod", "advcl", "ROOT", "relcl", "pcomp")


def _is_bare_joined(parse: Parse, verb: Token) -> bool:
    """ "were killed and injured", as against "killed two and injured 14 others"."""
    return (
        verb.dep == "conj"
        and verb.tag == "VBN"
        and not parse.children(verb, "aux", "dobj", *_SUBJECTS)
    )


def subjects(parse: Parse, verb: Token, depth: int = 0) -> list[Token]:
    """The tokens that the clause of ``verb`` is about, inherited where it names none."""
    own = parse.children(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS)
    own = [token for token in own if token.dep != "expl"]
    if own:
        return [_among(parse, _antecedent(parse, verb, token)) for token in own]
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


def _among(parse: Parse, antecedent: Token) -> Token:
    """ "A, B and C are among those who": whoever is said to be among them."""
    preposition = parse.head(antecedent)
    if antecedent.text.lower() != "those" or preposition.lemma != "among":
        return antecedent
    verb = parse.head(preposition)
    return next(iter(parse.children(verb, *_SUBJECTS)), antecedent)


def clause_head(parse: Parse, token: Token) -> Token:
    """The verb of the clause that ``token`` stands in, itself included."""
    for candidate in (token, *parse.ancestors(token)):
        if is_verbal(candidate) and candidate.dep not in ("aux", "auxpass", "amod", "compound"):
            return candidate
    return token


def coordinated(parse: Parse, verb: Token) -> Token:
    """The verb that ``verb`` is joined to: the nearest one above it of the same form.

    In "to stop fighting and team up" the parser may join "team" to "fighting"; the forms say that
    it belongs to "stop".
    """
    head = parse.head(verb)
    if _is_bare_joined(parse, verb) and head.tag != "VBN" and not parse.children(verb, "auxpass"):
        bare = [row for row in parse.sentence(verb.sentence)[: verb.index] if _is_bare(verb, row)]
        return bare[-1] if bare else head
    for candidate in (head, *parse.ancestors(head)):
        if candidate.tag == verb.tag or (is_verbal(candidate) and candidate.dep == "ROOT"):
            return candidate
        if not is_verbal(candidate):
            break
    return head


def _is_bare(verb: Token, other: Token) -> bool:
    """ "armed by X and led by Y": a participle that modifies a noun, before ``verb``."""
    return other.index < verb.index and other.tag == "VBN" and other.dep in ("acl", "conj")


def _inherited(parse: Parse, verb: Token, depth: int) -> list[Token]:
    head = parse.head(verb)
    if head.index == verb.index:
        return []
    if _tells_result(parse, verb, head):
        return subjects(parse, clause_head(parse, head), depth)
    if verb.dep in ("acl", "relcl"):
        modifies = verb.tag in ("VBG", "VBN")
        return [head] if modifies else _subjects_of_noun(parse, head, depth)
    if verb.dep in ("pcomp", "prep"):
        return _from_preposition(parse, verb, depth)
    if _is_for_object(parse, verb, head):
        return parse.children(head, "dobj") or subjects(parse, head, depth)
    return _from_clause(parse, verb, depth)


def _tells_result(parse: Parse, verb: Token, noun: Token) -> bool:
    """ "shelled rebels in the south, destroying posts": the parser hung it on a noun nearby."""
    if verb.dep != "acl" or verb.tag != "VBG" or verb.lemma not in _RESULTS:
        return False
    clause = clause_head(parse, noun)
    apart = verb.index - noun.index > 1 or parse.head(noun).lemma in _TOLD
    own = noun.dep in ("nsubj", "nsubjpass", "conj", "attr", "ROOT")
    return apart and not own and is_verbal(clause)


def _is_for_object(parse: Parse, verb: Token, head: Token) -> bool:
    """Whether the object of ``head`` is whoever is to do ``verb``."""
    if verb.dep in ("xcomp", "ccomp"):
        return head.lemma in _OBJECT_CONTROL | _EQUIPPING
    aim = verb.dep == "advcl" and any(row.text.lower() == "to" for row in parse.children(verb))
    return aim and head.lemma in _EQUIPPING


def controlled(parse: Parse, verb: Token) -> list[Token]:
    """Whoever is to do ``verb`` where another's verb has them for its object: "urged X to"."""
    if parse.children(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS):
        return []
    head = parse.head(verb)
    return parse.children(head, "dobj") if _is_for_object(parse, verb, head) else []


def _from_clause(parse: Parse, verb: Token, depth: int) -> list[Token]:
    """A joined or subordinate verb shares the subject of the clause it belongs to."""
    if verb.dep not in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        return []
    head = coordinated(parse, verb) if verb.dep == "conj" else parse.head(verb)
    if verb.dep == "ccomp" and verb.tag == "VBN" and head.lemma in _SAID:
        return []
    if is_verbal(head):
        return subjects(parse, head, depth)
    return _subjects_of_noun(parse, head, depth)


def _from_preposition(parse: Parse, verb: Token, depth: int) -> list[Token]:
    """ "counted on arming": the subject of the verb that the preposition hangs on; its object in
    "accused them of arming", "kept them from arming", "blamed them for arming"."""
    preposition = parse.head(verb)
    for token in parse.ancestors(verb):
        if is_verbal(token):
            laid_on = preposition.lemma in _LAID_ON or token.lemma in _BLAMING
            objects = parse.children(token, "dobj") if laid_on else []
            near = parse.head(preposition).index == token.index
            return objects if objects and near else subjects(parse, token, depth)
        if token.pos in ("NOUN", "PROPN"):
            accused = token.dep == "dobj" and parse.head(token).lemma in _OF_WHAT | _BLAMING
            return [token] if accused else _subjects_of_noun(parse, token, depth)
    return []


def _subjects_of_noun(parse: Parse, noun: Token, depth: int) -> list[Token]:
    """Who is behind a noun: "their plan to", "X has a plan to", "X agreed on a plan to"; whose
    one noun is, those joined to it or under it are: "its use of force and attempts to"."""
    for token in (noun, *parse.ancestors(noun)):
        if is_verbal(token):
            return subjects(parse, token, depth)
        owners = parse.children(token, "poss")
        if owners:
            return owners
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
        if all(token.text.lower() not in _RELATIVE for token in own) and not _placed(parse, verb):
            return [parse.head(verb)]
    return []


def _placed(parse: Parse, verb: Token) -> bool:
    """ "where they fought", "in which they fought": the noun is where, not whom."""
    below = parse.children(verb, "advmod", "prep")
    below += [row for token in below for row in parse.children(token, "pobj")]
    return any(row.text.lower() in _CIRCUMSTANCE or row.text.lower() == "which" for row in below)


def _relative_object(parse: Parse, verb: Token, token: Token) -> Token:
    return _antecedent(parse, verb, token)


def after_preposition(parse: Parse, head: Token, prepositions: frozenset[str]) -> list[Token]:
    """The objects of ``head``'s prepositions, those that hang on its object included."""
    found: list[Token] = []
    holders = [head, *parse.children(head, "dobj", "prt", "advmod", "attr", "prep", "oprd")]
    holders += agents(parse, head)
    for holder in holders:
        if holder.lemma.lower() in _SAYS_WHO:
            continue
        for preposition in parse.children(holder, "prep", "dative", "agent"):
            if preposition.lemma.lower() in prepositions:
                found += parse.children(preposition, "pobj")
        if holder.dep == "prep" and holder.lemma.lower() in prepositions:
            found += parse.children(holder, "pobj")
    seen: dict[int, Token] = {token.index: token for token in found}
    return list(seen.values())
