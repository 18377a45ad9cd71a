"""What a governing word hands down to the clause or noun that depends on it.

The signatures, affirmed and negated, follow Karttunen 1971, "Implicative verbs", and Nairn,
Condoravdi and Karttunen 2006, "Computing relative polarity for textual inference"; neg-raising is
Horn's (1978).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secondsource.annotations import Parse, Token
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.standing import Stance

_VERBAL_LINKS = {
    Governor.PLAN: ("xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "nsubjpass"),
    Governor.REQUEST: ("xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "nsubjpass"),
    Governor.POSSIBILITY: ("xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "nsubjpass", "nsubj"),
    Governor.FAILURE: ("xcomp", "acl", "dobj", "nsubjpass", "pcomp"),
    Governor.REFUSAL: ("xcomp", "ccomp", "acl", "dobj", "nsubjpass", "pcomp"),
    Governor.DENIAL: ("xcomp", "ccomp", "acl", "dobj", "nsubjpass", "pcomp", "pobj"),
    Governor.DOUBT: ("ccomp", "acl", "dobj", "nsubjpass", "pobj", "pcomp", "csubj"),
    Governor.SPEECH: ("ccomp", "xcomp", "dobj", "nsubjpass"),
    Governor.CONFIRMATION: ("ccomp", "xcomp", "acl", "dobj", "nsubjpass", "pobj", "pcomp"),
    Governor.CERTAINTY: ("ccomp", "xcomp", "acl", "pobj", "pcomp", "csubj"),
    Governor.BELIEF: ("ccomp", "xcomp", "acl", "nsubjpass"),
    Governor.KNOWLEDGE: ("ccomp", "xcomp", "acl", "pcomp"),
    Governor.RUMOUR: ("ccomp", "acl", "pobj", "pcomp"),
    Governor.SIGN: ("ccomp", "acl", "pobj", "pcomp"),
    Governor.TRUTH: ("ccomp", "csubj", "nsubj"),
    Governor.FALSEHOOD: ("ccomp", "xcomp", "csubj", "nsubj"),
}
_NOUNS_ONLY = frozenset({Governor.RUMOUR, Governor.SIGN})
_NOT_OF_NOUNS = frozenset({Governor.SPEECH})
_FINITE = frozenset({Governor.KNOWLEDGE, Governor.SPEECH})
_CLAUSES_ONLY = frozenset({"set", "go", "going", "look", "bound", "due"})
_SENSES = frozenset({"tell", "feel", "hear", "see", "find"})
_ABLE = frozenset({"can", "ca", "could"})
_OPEN_WHERE_NEGATED = (Governor.SPEECH, Governor.CONFIRMATION, Governor.CERTAINTY)


def bearer(parse: Parse, head: Token) -> Token:
    """The word that governs: ``head``, or what a copula says ("is certain", "is a fact")."""
    words = load_stance_words()
    if head.lemma in words.words.copulas:
        for word in parse.children(head, "acomp", "attr", "oprd"):
            if _classes(word):
                return word
    return head


def governor_of(parse: Parse, word: Token, link: str) -> Governor | None:
    """What ``word`` does to a dependent that it holds by ``link``, a CLEAR label."""
    if word.lemma.lower() in _CLAUSES_ONLY and link != "xcomp":
        return None
    if word.lemma == "rule" and not any(t.text.lower() == "out" for t in parse.children(word)):
        return None
    if word.lemma == "go" and word.text.lower() != "going":
        return None
    if _perceives(parse, word, link):
        return Governor.KNOWLEDGE
    noun = word.pos in ("NOUN", "PROPN")
    fitting = [
        kind
        for kind in _classes(word)
        if link in _VERBAL_LINKS[kind]
        and not (kind in _NOUNS_ONLY and not noun)
        and not (kind in _NOT_OF_NOUNS and noun)
    ]
    return _told_apart(parse, word, link, fitting)


def _perceives(parse: Parse, word: Token, link: str) -> bool:
    """ "could tell that they left": told from something, to nobody."""
    able = any(helper.text.lower() in _ABLE for helper in parse.children(word, "aux"))
    told = parse.children(word, "dobj", "dative", "auxpass")
    return word.lemma in _SENSES and link == "ccomp" and able and not told


def is_amazed(parse: Parse, word: Token, outer: Stance) -> bool:
    """ "cannot believe that they left": they left, to somebody's surprise."""
    able = any(helper.text.lower() in _ABLE for helper in parse.children(word, "aux"))
    return word.lemma == "believe" and able and outer.polarity is Polarity.DENIED


def is_ignorant(parse: Parse, word: Token, outer: Stance) -> bool:
    """ "I do not know that they left": who says so cannot take it for granted."""
    speaks = any(row.text.lower() in ("i", "we") for row in parse.children(word, "nsubj"))
    now = any(row.tag in ("VBP", "MD") for row in (word, *parse.children(word, "aux")))
    return speaks and now and word.lemma == "know" and outer.polarity is Polarity.DENIED


def _classes(word: Token) -> tuple[Governor, ...]:
    governors = load_stance_words().governors
    found = governors.get(word.lemma.lower()) or governors.get(word.text.lower()) or frozenset()
    return tuple(kind for kind in Governor if kind in found)


def _told_apart(parse: Parse, word: Token, link: str, fitting: list[Governor]) -> Governor | None:
    """Of two classes of a word, the one that its construction shows."""
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    if link == "ccomp" and not _is_said_of(parse, word):
        return next((kind for kind in fitting if kind in _FINITE), fitting[0])
    return next((kind for kind in fitting if kind not in _FINITE), fitting[0])


def hold_of(parse: Parse, word: Token, link: str, outer: Stance) -> Hold:
    """How ``word`` holds a dependent."""
    return Hold(
        word=word,
        link=link,
        outer=outer,
        unnamed=_is_said_of(parse, word),
        performed=outer.modality is Modality.POSSIBLE and _speaks_for_itself(parse, word),
    )


def _is_said_of(parse: Parse, verb: Token) -> bool:
    """ "is believed to", "was reported": somebody unnamed says so."""
    return bool(parse.children(verb, "auxpass"))


def _speaks_for_itself(parse: Parse, verb: Token) -> bool:
    """ "I might say", "you could say", "it could be said": it is said in these words."""
    speakers = load_stance_words().words.speakers
    subjects = parse.children(verb, "nsubj", "nsubjpass")
    return any(word.text.lower() in speakers for word in subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """``word`` holds a dependent by ``link`` (a CLEAR label) and stands itself as ``outer``.

    ``unnamed`` says that a passive names nobody who says so; ``performed`` that the speaker says
    it in saying that one could ("you might say that").
    """

    word: Token
    link: str
    outer: Stance
    unnamed: bool = False
    performed: bool = False


def handed_down(kind: Governor, hold: Hold) -> Stance:
    """How the dependent stands under a word of class ``kind``."""
    return _RULES[kind](hold)


def _planned(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.PLANNED, hold.word)


def _requested(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.REQUESTED, hold.word)


def _possible(hold: Hold) -> Stance:
    return hold.outer.raised(Modality.POSSIBLE, hold.word).hedged(hold.word)


def _turned(hold: Hold) -> Stance:
    return hold.outer.negated(hold.word)


def _denied(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.AFFIRMED:
        return hold.outer.turned(Polarity.DENIED, hold.word)
    return hold.outer.opened(hold.word)


def _doubted(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.DENIED:
        return hold.outer.turned(Polarity.AFFIRMED, hold.word)
    return hold.outer.opened(hold.word)


def _told(hold: Hold) -> Stance:
    """What is not said is open; what will be said is not yet to come itself."""
    outer = hold.outer
    if outer.polarity is not Polarity.AFFIRMED:
        return outer.opened(hold.word)
    if hold.performed:
        return outer.settled().hedged(*outer.modality_words)
    if outer.modality in (Modality.PLANNED, Modality.REQUESTED):
        outer = outer.settled()
    return outer.hedged(hold.word) if hold.unnamed and hold.link != "dobj" else outer


def _vouched(hold: Hold) -> Stance:
    if hold.outer.polarity is Polarity.AFFIRMED:
        return hold.outer.turned(Polarity.AFFIRMED, hold.word)
    return hold.outer.opened(hold.word)


def _held(hold: Hold) -> Stance:
    vague = hold.unnamed or hold.link == "xcomp" or hold.word.pos == "NOUN"
    if vague or hold.outer.polarity is not Polarity.AFFIRMED:
        return hold.outer.hedged(hold.word)
    return hold.outer


def _known(_: Hold) -> Stance:
    return Stance()


def _rumoured(hold: Hold) -> Stance:
    """ "rejected reports that": denied; "no reports that": open; "reports that": a hedge."""
    if hold.outer.polarity is not Polarity.DENIED:
        return hold.outer.hedged(hold.word)
    rejected = any(Governor.DENIAL in _classes(mark) for mark in hold.outer.polarity_words)
    return hold.outer if rejected else hold.outer.opened(hold.word)


def _passed_on(hold: Hold) -> Stance:
    return hold.outer


_RULES: Mapping[Governor, Callable[[Hold], Stance]] = {
    Governor.PLAN: _planned,
    Governor.REQUEST: _requested,
    Governor.POSSIBILITY: _possible,
    Governor.FAILURE: _turned,
    Governor.REFUSAL: _denied,
    Governor.DENIAL: _denied,
    Governor.DOUBT: _doubted,
    Governor.SPEECH: _told,
    Governor.CONFIRMATION: _vouched,
    Governor.CERTAINTY: _vouched,
    Governor.BELIEF: _held,
    Governor.KNOWLEDGE: _known,
    Governor.RUMOUR: _rumoured,
    Governor.SIGN: _passed_on,
    Governor.TRUTH: _passed_on,
    Governor.FALSEHOOD: _turned,
}


def counts_its_arguments(kind: Governor | None) -> bool:
    """Whether "no" on the dependent negates the governor: "no alliance has been confirmed"."""
    return kind in _OPEN_WHERE_NEGATED
