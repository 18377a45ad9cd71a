"""Which words govern how their dependents stand, and how they hold them.

What each class then hands down is told in `secondsource.claims.holding`.
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.clause_marks import ABILITY
from secondsource.claims.holding import Hold
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.standing import Stance
from secondsource.claims.syntax import is_verbal

_WANTED = ("xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "nsubjpass")
_LINKS = {
    Governor.PLAN: _WANTED,
    Governor.INTENTION: ("xcomp", "acl"),
    Governor.FORECAST: _WANTED,
    Governor.REQUEST: _WANTED,
    Governor.INSTRUCTION: ("xcomp",),
    Governor.DETERRENCE: ("xcomp", "pcomp", "pobj"),
    Governor.POSSIBILITY: (*_WANTED, "nsubj"),
    Governor.IMPROBABILITY: ("ccomp", "xcomp", "csubj", "nsubj"),
    Governor.DISCUSSION: ("dobj", "pobj", "pcomp", "nsubjpass"),
    Governor.CONDITION: ("acl", "pobj", "pcomp"),
    Governor.FAILURE: ("xcomp", "acl", "dobj", "nsubjpass", "pcomp"),
    Governor.REFUSAL: ("xcomp", "ccomp", "acl", "dobj", "nsubjpass", "pcomp"),
    Governor.SHORTFALL: ("pcomp", "pobj"),
    Governor.DENIAL: ("xcomp", "ccomp", "acl", "dobj", "nsubjpass", "pcomp", "pobj"),
    Governor.DOUBT: ("ccomp", "acl", "dobj", "nsubjpass", "pobj", "pcomp", "csubj"),
    Governor.SPEECH: ("ccomp", "xcomp", "dobj", "nsubjpass"),
    Governor.ACCUSATION: ("pcomp", "pobj"),
    Governor.CONFIRMATION: ("ccomp", "xcomp", "acl", "dobj", "nsubjpass", "pobj", "pcomp"),
    Governor.CERTAINTY: ("ccomp", "acl", "pobj", "pcomp", "csubj"),
    Governor.BELIEF: ("ccomp", "xcomp", "acl", "nsubjpass"),
    Governor.APPEARANCE: ("ccomp", "xcomp"),
    Governor.KNOWLEDGE: ("ccomp", "xcomp", "acl", "pcomp"),
    Governor.RUMOUR: ("ccomp", "acl", "pobj", "pcomp"),
    Governor.SHARE: ("pobj", "pcomp"),
    Governor.SIGN: ("ccomp", "acl", "pobj", "pcomp"),
    Governor.TRUTH: ("ccomp", "csubj", "nsubj"),
    Governor.FALSEHOOD: ("ccomp", "xcomp", "csubj", "nsubj"),
}
_NOUNS_ONLY = frozenset({Governor.RUMOUR, Governor.SIGN})
_NOT_OF_NOUNS = frozenset({Governor.SPEECH})
_FINITE = frozenset({Governor.KNOWLEDGE, Governor.SPEECH, Governor.APPEARANCE})
_AFTER_PREPOSITIONS = ("pobj", "pcomp")
_SENSES = frozenset({"tell", "feel", "hear", "see", "find"})
_PRESENT = frozenset({"VBP", "VBZ", "MD"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_OPEN_WHERE_NEGATED = (Governor.SPEECH, Governor.CONFIRMATION, Governor.CERTAINTY)


def bearer(parse: Parse, head: Token) -> Token:
    """The word that governs: ``head``, or what a copula says ("is certain", "is a fact")."""
    if head.lemma in load_stance_words().words.copulas:
        for word in parse.children(head, "acomp", "attr", "oprd"):
            if _classes(word):
                return word
    return head


def governor_of(parse: Parse, word: Token, link: str, by: Token | None = None) -> Governor | None:
    """What ``word`` does to a dependent that it holds by ``link``, a CLEAR label.

    ``by`` is the preposition between the two.
    """
    phrase = _phrase(parse, word, link, by)
    if phrase is not None:
        return phrase[0]
    if link in _AFTER_PREPOSITIONS and not introduces(by):
        return None
    if _perceives(parse, word, link):
        return Governor.KNOWLEDGE
    fitting = [kind for kind in _classes(word) if link in _LINKS[kind] and _fits(word, kind, link)]
    return _told_apart(parse, word, link, fitting)


def _fits(word: Token, kind: Governor, link: str) -> bool:
    noun = word.pos in ("NOUN", "PROPN")
    if kind is Governor.POSSIBILITY and link == "nsubj":
        return not is_verbal(word)
    return noun if kind in _NOUNS_ONLY else not (noun and kind in _NOT_OF_NOUNS)


def introduces(by: Token | None) -> bool:
    """Whether a preposition brings in what a word is about, not when, where or why."""
    return by is not None and by.text.lower() in load_stance_words().words.contentful


def _phrase(
    parse: Parse, word: Token, link: str, by: Token | None
) -> tuple[Governor, Token] | None:
    """The class of a governor of two words, "rule out" or "in order", and the other word."""
    beside = [*parse.children(word, "prt", "advmod", "acomp")]
    if word.dep in ("pobj", "advmod", "acomp"):
        beside.append(parse.head(word))
    if link in ("xcomp", "ccomp"):
        beside += parse.children(word, "prep")
    if link in ("nsubj", "csubj") or (link in _AFTER_PREPOSITIONS and not introduces(by)):
        beside = []
    if by is not None:
        beside.append(by)
    phrases = load_stance_words().phrases
    for other in beside:
        kind = phrases.get(frozenset({word.lemma.lower(), other.lemma.lower()}))
        if kind is not None:
            return kind, other
    return None


def _perceives(parse: Parse, word: Token, link: str) -> bool:
    """ "could tell that they left": told from something, to nobody."""
    told = parse.children(word, "dobj", "dative", "auxpass")
    return word.lemma in _SENSES and link == "ccomp" and _is_able(parse, word) and not told


def is_amazed(parse: Parse, word: Token, outer: Stance) -> bool:
    """ "cannot believe that they left": they left, to somebody's surprise."""
    denied = outer.polarity is Polarity.DENIED
    return word.lemma == "believe" and _is_able(parse, word) and denied


def is_ignorant(parse: Parse, word: Token, outer: Stance) -> bool:
    """ "I do not know that they left": who says so cannot take it for granted."""
    speaks = _subject(parse, word) in ("i", "we")
    denied = outer.polarity is Polarity.DENIED
    return speaks and _is_now(parse, word) and word.lemma == "know" and denied


def is_kept_back(parse: Parse, word: Token, outer: Stance) -> bool:
    """ "did not tell her that they left": they did, and she was not told."""
    told = parse.children(word, "dobj", "dative")
    return word.lemma == "tell" and bool(told) and outer.polarity is Polarity.DENIED


def is_yet_to_find(word: Token, outer: Stance) -> bool:
    """ "if they find that": as open as the finding (Karttunen 1971, semifactives)."""
    searched = outer.modality is Modality.HYPOTHETICAL or outer.polarity is Polarity.UNCONFIRMED
    return searched and word.lemma in load_stance_words().words.discoveries


def is_meant(parse: Parse, word: Token, node: Token) -> bool:
    """ "is supposed to attack", not "is supposed to have attacked"."""
    helpers = [row.lemma for row in parse.children(node, "aux")]
    return word.lemma == "suppose" and node.dep == "xcomp" and helpers == ["to"]


def is_seen(word: Token, node: Token) -> bool:
    """ "saw them attack", "heard them attacking": not seen is not known."""
    return node.tag != "VBG" or word.lemma in _SENSES


def is_wanted(parse: Parse, node: Token, kind: Governor) -> bool:
    """ "wants them to attack", "insisted that he attack": somebody else is to do it."""
    helpers = [word.text.lower() for word in parse.children(node, "aux")]
    if kind is Governor.PLAN and helpers == ["to"]:
        return bool(parse.children(node, "nsubj"))
    subjunctive = node.tag == "VB" and node.dep == "ccomp" and not helpers
    return subjunctive and kind in (Governor.PLAN, Governor.SPEECH)


def tellers_of_hearsay(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """The nouns in "reports said that", "rumours suggest": nobody said so."""
    return tuple(
        word
        for word in parse.children(verb, "nsubj")
        if Governor.RUMOUR in _classes(word) and not parse.children(word, "poss")
    )


def _classes(word: Token) -> tuple[Governor, ...]:
    governors = load_stance_words().governors
    found = governors.get(word.lemma.lower()) or governors.get(word.text.lower()) or frozenset()
    return tuple(kind for kind in Governor if kind in found)


def _told_apart(parse: Parse, word: Token, link: str, fitting: list[Governor]) -> Governor | None:
    """Of two classes of a word, the one that its construction shows."""
    if Governor.INSTRUCTION in fitting:
        return Governor.INSTRUCTION
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    if link == "ccomp" and not _is_passive(parse, word):
        return next((kind for kind in fitting if kind in _FINITE), fitting[0])
    return next((kind for kind in fitting if kind not in _FINITE), fitting[0])


def hold_of(parse: Parse, word: Token, link: str, outer: Stance, held: Token) -> Hold:
    """How ``word`` holds ``held``."""
    by = parse.head(held) if link in _AFTER_PREPOSITIONS else None
    phrase = _phrase(parse, word, link, by)
    return Hold(
        word=word,
        link=link,
        outer=outer,
        particle=phrase[1] if phrase is not None else None,
        subject=_subject(parse, word),
        passive=_is_passive(parse, word),
        now=_is_now(parse, word),
        able=_is_able(parse, word),
        definite=is_definite(parse, held),
    )


def is_definite(parse: Parse, noun: Token) -> bool:
    """Whether the noun is one spoken of as there: "the attack", "its attack", a name."""
    marks = parse.children(noun, "det", "poss")
    pointed = any(mark.dep == "poss" or mark.text.lower() in _DEFINITE for mark in marks)
    return pointed or noun.pos == "PROPN"


def _subject(parse: Parse, verb: Token) -> str | None:
    found = parse.children(verb, "nsubj", "nsubjpass", "expl")
    if not found:
        return None
    only = found[0]
    return " ".join([*(row.text for row in parse.children(only, "det")), only.text]).lower()


def _is_passive(parse: Parse, verb: Token) -> bool:
    """ "is believed to", "was reported": somebody unnamed says so."""
    return bool(parse.children(verb, "auxpass"))


def _is_now(parse: Parse, verb: Token) -> bool:
    return any(row.tag in _PRESENT for row in (verb, *parse.children(verb, "aux")))


def _is_able(parse: Parse, verb: Token) -> bool:
    return any(helper.text.lower() in ABILITY for helper in parse.children(verb, "aux"))


def counts_its_arguments(kind: Governor | None) -> bool:
    """Whether "no" on the dependent negates the governor: "no alliance has been confirmed"."""
    return kind in _OPEN_WHERE_NEGATED
