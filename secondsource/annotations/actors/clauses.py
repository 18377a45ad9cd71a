"""Clauses as far as references need them: whose verb it is, said or understood."""

from __future__ import annotations

from collections.abc import Iterator

from secondsource.annotations.actors.antecedents import SUBJECTS
from secondsource.annotations.records import Parse, Token

_VERBAL = frozenset({"VERB", "AUX"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp"})
_RELATIVE = frozenset({"who", "which", "that"})
_DEEPEST = 4  # clauses up that a subject left out is looked for
# The subject of these is also that of the verb below, whatever object they have.
_KEEPS = frozenset({"promise", "threaten", "vow", "pledge", "use"})


def clauses(parse: Parse, token: Token) -> Iterator[Token]:
    """The verbs of the clauses that ``token`` stands in, innermost first."""
    for head in parse.ancestors(token):
        if head.pos in _VERBAL:
            yield head


def subject(parse: Parse, verb: Token, depth: int = 0) -> Token | None:
    """Who does what ``verb`` says, also where the clause leaves it out: "forced X to leave"."""
    for child in parse.children(verb, *SUBJECTS):
        if child.text.lower() in _RELATIVE and verb.dep == "relcl":
            return parse.head(verb)
        return child
    head = parse.head(verb)
    if verb.dep == "acl":
        return head if head.pos not in _VERBAL else None
    if verb.dep == "pcomp" and head.pos not in _VERBAL:
        head = parse.head(head)
    if verb.dep not in _SHARED or head.index == verb.index or depth > _DEEPEST:
        return None
    objects = parse.children(head, "dobj") if verb.dep in {"xcomp", "ccomp"} else []
    if objects and head.lemma.lower() not in _KEEPS:
        return objects[0]
    return subject(parse, head, depth + 1) if head.pos in _VERBAL else None


def coarguments(parse: Parse, token: Token) -> frozenset[int]:
    """The heads of what is said of the same verb as ``token``, which is none of them."""
    head = parse.head(token)
    if token.dep in {"pobj", "dative"} and head.pos not in _VERBAL:
        head = parse.head(head)
    if token.dep == "poss" or head.pos not in _VERBAL:
        return frozenset()
    doer = subject(parse, head)
    rows = parse.children(head, "dobj", "dative", *SUBJECTS)
    inside = {row.index for row in rows} | ({doer.index} if doer else set())
    return frozenset(inside - {token.index})
