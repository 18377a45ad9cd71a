"""How surely a claim is put: modality, polarity and hedges, read off what governs its trigger.

The modalities are those of the machine contract. Read from the outside in: how a governing clause
stands decides how its complement stands, and the marks of the complement's own clause are added.
Nothing is handed down into a relative clause, or into a clause that is joined with a subject of
its own.
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.clause_marks import auxiliaries, marked, qualified
from secondsource.claims.governors import (
    bearer,
    counts_its_arguments,
    governor_of,
    handed_down,
    hold_of,
    is_amazed,
    is_ignorant,
)
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.standing import Stance
from secondsource.claims.syntax import LIGHT_VERBS, coordinated, is_verbal

_COMPLEMENTS = (
    "xcomp",
    "ccomp",
    "acl",
    "csubj",
    "dobj",
    "nsubj",
    "nsubjpass",
    "attr",
    "acomp",
    "oprd",
)
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN_QUESTIONS = frozenset({"whether", "if"})


def stance_at(parse: Parse, token: Token) -> Stance:
    """How the clause or noun that ``token`` heads is put, by whoever says it.

    What an unnegated "said that" governs stands as its own words have it: that somebody else says
    it is the attribution's to tell.
    """
    for clause in parse.children(token, "relcl"):
        if clause.lemma in LIGHT_VERBS and parse.children(clause, "nsubj", "nsubjpass"):
            return marked(parse, token, marked(parse, clause, Stance())).in_order()
    return _standing(parse, token).in_order()


def stance_around(parse: Parse, token: Token) -> Stance:
    """How the clause that ``token`` heads is put before its own words are read.

    Of "did not say that they would not attack" this tells what "did not say" does to the whole of
    "they would not attack".
    """
    return _from_outside(parse, token).in_order()


def _standing(parse: Parse, node: Token, without: Token | None = None) -> Stance:
    return marked(parse, node, _from_outside(parse, node), without=without)


def _from_outside(parse: Parse, node: Token) -> Stance:
    head = parse.head(node)
    if node.dep == "conj":
        return _joined(parse, node)
    if node.dep == "advcl":
        purpose = [word for word in parse.children(node, "aux") if word.text.lower() == "to"]
        return Stance().raised(Modality.PLANNED, *purpose) if purpose else Stance()
    if node.dep in ("pobj", "pcomp"):
        return _after_preposition(parse, node, head)
    return _governed(parse, node, head, node.dep) if node.dep in _COMPLEMENTS else Stance()


def _joined(parse: Parse, node: Token) -> Stance:
    """What is joined shares what governs the first of the row, and "or" its negation as well."""
    if not is_verbal(node):
        return _standing(parse, parse.head(node))
    if parse.children(node, "nsubj", "nsubjpass"):
        return Stance()
    head = coordinated(parse, node)
    if any(word.text.lower() in ("or", "nor") for word in parse.children(head, "cc")):
        return _standing(parse, head)
    outer = _from_outside(parse, head)
    return outer if parse.children(node, "aux") else auxiliaries(parse, head, outer)


def _after_preposition(parse: Parse, node: Token, preposition: Token) -> Stance:
    instead = load_stance_words().words.instead
    for word in (preposition, parse.head(preposition)):
        if word.text.lower() in instead:
            return Stance().turned(Polarity.DENIED, word)
    if preposition.dep != "prep":
        return Stance()
    return _governed(parse, node, parse.head(preposition), node.dep)


def _governed(parse: Parse, node: Token, head: Token, link: str) -> Stance:
    word = bearer(parse, head)
    kind = governor_of(parse, word, link)
    whole = counts_its_arguments(kind)
    outer = _standing(parse, head, without=None if whole else node)
    opened = _open_question(parse, node) if link in ("ccomp", "pcomp") else None
    if opened is not None:
        return Stance().opened(opened)
    if kind is not None:
        if kind is Governor.KNOWLEDGE and (
            not _finite(parse, node) or is_ignorant(parse, word, outer)
        ):
            kind = Governor.SPEECH
        if kind is Governor.BELIEF and is_amazed(parse, word, outer):
            kind = Governor.KNOWLEDGE
        handed = handed_down(kind, hold_of(parse, word, link, outer))
        return _predicated(parse, head, handed) if link == "nsubjpass" else handed
    return _unclassed(parse, node, head, link, outer)


def _finite(parse: Parse, clause: Token) -> bool:
    """Whether the clause has a tense: "saw that they attacked", not "saw them attack"."""
    words = (clause, *parse.children(clause, "aux", "auxpass", "mark"))
    return any(word.tag in _TENSED or word.text.lower() == "that" for word in words)


def _unclassed(parse: Parse, node: Token, head: Token, link: str, outer: Stance) -> Stance:
    """What a word of no class hands down."""
    words = load_stance_words().words
    if link == "ccomp" and is_verbal(head) and head.lemma not in words.copulas:
        return handed_down(Governor.SPEECH, hold_of(parse, head, link, outer))
    if link == "xcomp":
        return _infinitive(parse, head, outer)
    if link in ("nsubj", "csubj"):
        happens = head.lemma in words.occur or head.lemma in words.copulas
        return _predicated(parse, head, outer) if happens else Stance()
    if link == "acl":
        finite = node.tag in ("VBG", "VBN")
        return Stance() if finite else outer
    carried = head.lemma in LIGHT_VERBS or head.lemma in words.copulas or not is_verbal(head)
    if link == "nsubjpass":
        return _predicated(parse, head, outer) if carried else Stance()
    return outer if carried or link in ("acomp", "oprd", "ccomp") else Stance()


def _infinitive(parse: Parse, head: Token, outer: Stance) -> Stance:
    """ "has yet to attack", "is to attack"; otherwise the infinitive stands as its verb does."""
    yet = [word for word in parse.children(head, "advmod") if word.text.lower() == "yet"]
    if yet and head.lemma in ("have", "be"):
        return outer.turned(Polarity.DENIED, *yet)
    if head.lemma == "be" and not parse.children(head, "acomp", "attr", "oprd"):
        return outer.raised(Modality.PLANNED, head)
    return outer


def _predicated(parse: Parse, verb: Token, standing: Stance) -> Stance:
    """ "is possible", "is believed to be imminent": what the clause says of its subject."""
    for clause in (verb, *parse.children(verb, "xcomp")):
        for word in parse.children(clause, "acomp", "attr"):
            standing = qualified(word, standing)
    return standing


def _open_question(parse: Parse, clause: Token) -> Token | None:
    """The "whether" of "did not know whether", "asked if": nothing is said either way."""
    marks = parse.children(clause, "mark", "advmod")
    return next((mark for mark in marks if mark.text.lower() in _OPEN_QUESTIONS), None)
