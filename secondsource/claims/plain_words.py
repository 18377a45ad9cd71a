"""What a word hands down that no class of the vocabulary holds: "made", "wave", "is", "helped"."""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.clause_marks import qualified
from secondsource.claims.governors import hold_of, is_definite
from secondsource.claims.holding import handed_down
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.stance_words import Governor, load_stance_words
from secondsource.claims.standing import Stance
from secondsource.claims.syntax import LIGHT_VERBS, is_verbal

_SUPPOSING = frozenset({"would", "'d", "’d", "could", "may", "might"})
_JOINING = frozenset({"in", "with", "into", "of"})


def through(head: Token, by: Token, outer: Stance) -> Stance:
    """What ``head`` hands through a preposition: "a wave of attacks", "engaged in attacks".

    What is named for its time, place or cause stands by itself: "aid after the attack".
    """
    if is_verbal(head):
        return outer if _is_light(head) and by.text.lower() in _JOINING else Stance()
    return outer if by.text.lower() == "of" else Stance()


def beneath(parse: Parse, node: Token, link: str, outer: Stance) -> Stance:
    """What the head of ``node`` hands down by ``link``, a CLEAR label."""
    head = parse.head(node)
    if link == "ccomp" and is_verbal(head) and not _is_copula(head):
        return handed_down(Governor.SPEECH, hold_of(parse, head, link, outer, node))
    if link == "xcomp":
        return _infinitive(parse, head, outer)
    if link in ("nsubj", "csubj", "nsubjpass"):
        return _of_subject(parse, node, link, outer)
    if link == "acl":
        return _of_noun(parse, node, outer)
    carried = link in ("acomp", "oprd", "ccomp") or not is_verbal(head)
    return outer if carried or _is_light(head) else Stance()


def _of_noun(parse: Parse, node: Token, outer: Stance) -> Stance:
    """ "an operation to retake": what it is for; "the first to retake": who did."""
    head, ranks = parse.head(node), load_stance_words().words.ranks
    aim = [word for word in parse.children(node, "aux") if word.text.lower() == "to"]
    if not aim:
        return Stance() if node.tag in ("VBG", "VBN") else outer
    ranked = (head, *parse.children(head, "amod", "nummod", "advmod"))
    if any(word.text.lower() in ranks for word in ranked):
        return outer
    return outer.raised(Modality.PLANNED, *aim)


def _is_light(head: Token) -> bool:
    return head.lemma in LIGHT_VERBS or _is_copula(head)


def _is_copula(head: Token) -> bool:
    return head.lemma in load_stance_words().words.copulas


def _of_subject(parse: Parse, node: Token, link: str, outer: Stance) -> Stance:
    """ "the talks will resume"; "a deal would help": it is there only if something else is so."""
    head = parse.head(node)
    happens = head.lemma in load_stance_words().words.occur or _is_copula(head)
    if happens or (link == "nsubjpass" and (_is_light(head) or not is_verbal(head))):
        return predicated(parse, head, outer)
    helpers = parse.children(head, "aux")
    past = any(word.lemma == "have" for word in helpers)
    if past or (link != "csubj" and (node.pos != "NOUN" or is_definite(parse, node))):
        return Stance()
    supposing = [word for word in helpers if word.text.lower() in _SUPPOSING]
    if not supposing and outer.modality is Modality.PLANNED:
        supposing = [word for word in parse.children(node, "det") if word.text.lower() == "any"]
    return Stance().raised(Modality.HYPOTHETICAL, *supposing) if supposing else Stance()


def _infinitive(parse: Parse, head: Token, outer: Stance) -> Stance:
    """ "has yet to attack", "is to", "too weak to"; otherwise it stands as its verb does."""
    excess = [word for word in parse.children(head, "advmod") if word.text.lower() == "too"]
    if excess and head.dep == "acomp":
        return outer.negated(*excess)
    yet = [word for word in parse.children(head, "advmod") if word.text.lower() == "yet"]
    if yet and head.lemma in ("have", "be"):
        return outer.turned(Polarity.DENIED, *yet)
    if head.lemma == "be" and not parse.children(head, "acomp", "attr", "oprd"):
        return outer.raised(Modality.PLANNED, head)
    if head.lemma == "have" and head.tag in ("VBZ", "VBP"):
        return outer.raised(Modality.REQUESTED, head)
    return outer


def predicated(parse: Parse, verb: Token, standing: Stance) -> Stance:
    """ "is possible", "is believed to be imminent": what the clause says of its subject."""
    for clause in (verb, *parse.children(verb, "xcomp")):
        for word in parse.children(clause, "acomp", "attr"):
            standing = qualified(parse, word, standing)
    return standing
