"""How a clause as a whole is put: a condition, an aim, a question, an order."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.stance_words import load_stance_words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_COMPLEMENTS = ("ccomp", "pcomp", "csubj")
_FILLERS = frozenset({"intj", "cc", "punct", "parataxis"})
# "nor did they", "only then did they", "more than did others": turned round, yet no questions.
_FRONTED = frozenset(
    "nor neither so only never not rarely seldom hardly scarcely barely little no than as".split()
)
_TURNED_IF = frozenset({"had", "should", "were"})
_TAGS = frozenset({"do", "be", "have", "can", "could", "will", "would", "should", "may", "must"})


def condition_of(parse: Parse, node: Token) -> Token | None:
    """The "if" of the clause, or what its subject follows: "had they known", "were it to"."""
    words = load_stance_words().words
    if node.dep in _COMPLEMENTS:
        return None
    for mark in parse.children(node, "mark", "advmod"):
        if mark.text.lower() in words.conditions:
            return mark
    if node.dep != "advcl":
        return None
    first = _inverted(parse, node) or _opening(parse, node)
    return first if first is not None and first.text.lower() in _TURNED_IF else None


def _inverted(parse: Parse, node: Token) -> Token | None:
    """The auxiliary before the clause's subject, or the verb itself: "were the army to"."""
    subjects = parse.children(node, *_SUBJECTS)
    if not subjects:
        return None
    helpers = parse.children(node, "aux", "auxpass")
    before = [word for word in (*helpers, node) if word.index < subjects[0].index]
    return min(before, key=lambda word: word.index, default=None)


def _opening(parse: Parse, node: Token) -> Token | None:
    """The auxiliary that a clause begins with, whatever the parser made of its subject."""
    first = parse.subtree(node)[0]
    return first if first in parse.children(node, "aux", "auxpass") else None


def aim_of(parse: Parse, node: Token) -> tuple[Token, ...]:
    """ "to attack", "so that they could attack": the words for what the clause above is for."""
    if node.dep != "advcl":
        return ()
    purpose = [word for word in parse.children(node, "aux") if word.text.lower() == "to"]
    opens = parse.children(node, "mark", "advmod")
    so_that = [word for word in opens if word.text.lower() in ("so", "that")]
    return tuple(so_that) if len(so_that) == 2 else tuple(purpose)


def too_late(parse: Parse, node: Token) -> tuple[Token, ...]:
    """The words of "before they could attack", which they did not."""
    words = parse.children(node, "mark", "aux") if node.dep == "advcl" else []
    found = tuple(word for word in words if word.text.lower() in ("before", "could"))
    return found if len(found) == 2 else ()


def asked(parse: Parse, node: Token) -> Token | None:
    """What marks a question that asks whether, not who or why: its mark, or its first word."""
    if _asks_who(parse, node):
        return None
    first = _inverted(parse, node)
    if first is not None and first.index != node.index and _is_question(parse, node, first):
        return _mark(parse, node) or first
    if node.dep != "ROOT" or _asks_elsewhere(parse, node):
        return None
    return _mark(parse, node)


def _is_question(parse: Parse, node: Token, first: Token) -> bool:
    if node.dep not in ("ROOT", "conj", "ccomp", "parataxis"):
        return False
    before = [word for word in parse.children(node) if word.index < first.index]
    if any(word.text.lower() in _FRONTED for word in before):
        return False
    addressed = any(word.text.lower() == "you" for word in parse.children(node, "nsubj"))
    return addressed or all(word.dep in _FILLERS for word in before)


def _mark(parse: Parse, node: Token) -> Token | None:
    marks = [token for token in parse.sentence(node.sentence)[-3:] if token.text == "?"]
    return marks[-1] if marks else None


def _asks_who(parse: Parse, node: Token) -> bool:
    words = load_stance_words().words
    asks = {
        token.text.lower()
        for child in parse.children(node)
        for token in (child, *parse.children(child, "det", "advmod"))
        if child.index < node.index
    }
    return not asks.isdisjoint(words.interrogatives)


def _asks_elsewhere(parse: Parse, node: Token) -> bool:
    """Whether the question mark belongs to a clause joined to this one."""
    return any(
        first is not None and first.index != clause.index and _is_question(parse, clause, first)
        for clause in parse.children(node, "conj", "parataxis")
        for first in (_inverted(parse, clause),)
    )


def is_tag(parse: Parse, verb: Token, clause: Token) -> bool:
    """Whether ``verb`` only asks for assent to ``clause`` before it: "they left, did they?"."""
    bare = verb.lemma in _TAGS and not parse.children(verb, "dobj", "attr", "acomp", "xcomp")
    return bare and clause.index < verb.index and _inverted(parse, verb) is verb


def is_content(parse: Parse, clause: Token) -> bool:
    """ "a statement that they left", "an operation to retake it": what the noun is about, where
    the parser may have seen a relative clause."""
    marks = [word.text.lower() for word in parse.children(clause, "mark", "aux")]
    bare = marks[:1] == ["to"] and not parse.children(clause, "nsubj", "nsubjpass")
    return clause.dep == "acl" or (clause.dep == "relcl" and (bare or "that" in marks))


def ordered(parse: Parse, node: Token) -> Token | None:
    """The verb of an imperative: a bare form without subject that opens its sentence."""
    helpers = [word for word in parse.children(node, "aux") if word.lemma != "do"]
    if node.dep != "ROOT" or node.tag != "VB" or helpers or parse.children(node, *_SUBJECTS):
        return None
    before = [word for word in parse.children(node) if word.index < node.index]
    opens = all(word.dep in (*_FILLERS, "neg", "aux", "advmod") for word in before)
    return node if opens else None
