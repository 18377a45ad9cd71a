"""How surely a claim is put: modality, polarity and hedges, read off what governs its trigger.

The modalities are those of the machine contract. Read from the outside in: how a governing clause
stands decides how its complement stands, and the marks of the complement's own clause are added.
Nothing is handed down into a relative clause, or into a clause that is joined with a subject of
its own.
"""

from __future__ import annotations

from secondsource.annotations import Parse, Token
from secondsource.claims.clause_marks import auxiliaries, marked, qualified
from secondsource.claims.conditions import aim_of, is_content, is_tag, too_late
from secondsource.claims.governors import (
    bearer,
    counts_its_arguments,
    governor_of,
    hold_of,
    is_amazed,
    is_ignorant,
    is_kept_back,
    is_meant,
    is_seen,
    is_wanted,
    is_yet_to_find,
    tellers_of_hearsay,
)
from secondsource.claims.holding import handed_down
from secondsource.claims.plain_words import beneath, predicated, through
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
        return _adverbial(parse, node, head)
    if node.dep in ("pobj", "pcomp"):
        return _after_preposition(parse, node, head)
    event = _coming_about(parse, head) if node.dep == "nsubj" else None
    if event is not None:
        return predicated(parse, event, _standing(parse, event))
    link = "acl" if is_content(parse, node) else node.dep
    free = link not in _COMPLEMENTS or is_tag(parse, head, node)
    return Stance() if free else _governed(parse, node, head, link)


def _coming_about(parse: Parse, verb: Token) -> Token | None:
    """The "begin" of "is due to begin", "failed to take place"."""
    occur = load_stance_words().words.occur
    holders = (verb, *parse.children(verb, "acomp"))
    below = [clause for word in holders for clause in parse.children(word, "xcomp")]
    return next((clause for clause in below if clause.lemma in occur), None)


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


def _adverbial(parse: Parse, node: Token, head: Token) -> Stance:
    """ "to attack", "rather than attack", "when they attack", "ruled out attacking"."""
    aim = aim_of(parse, node)
    if aim:
        kept = _standing(parse, head) if head.lemma == "be" else Stance()
        return kept.raised(Modality.PLANNED, *aim)
    words = load_stance_words().words
    opens = parse.children(node, "mark", "advmod")
    for word in opens:
        if word.text.lower() in words.instead:
            return Stance().turned(Polarity.DENIED, word)
    if head.lemma == "long" and head.dep == "advmod":
        return Stance().raised(Modality.HYPOTHETICAL, head)
    if node.tag == "VBG" and parse.children(head, "prt"):
        return _governed(parse, node, head, "xcomp")
    return _on_occasion(parse, node, head, opens)


def _on_occasion(parse: Parse, node: Token, head: Token, opens: list[Token]) -> Stance:
    """ "will reply when they attack": to come as well; "before they could attack": too late."""
    words = load_stance_words().words
    marks = [word for word in opens if word.text.lower() in words.occasions]
    late = too_late(parse, node)
    if late:
        return Stance().turned(Polarity.DENIED, *late)
    to_come = auxiliaries(parse, head, Stance()).modality is Modality.PLANNED
    if marks and node.tag in ("VBZ", "VBP") and to_come:
        return Stance().raised(Modality.PLANNED, *marks)
    return Stance()


def _after_preposition(parse: Parse, node: Token, preposition: Token) -> Stance:
    instead = load_stance_words().words.instead
    head = parse.head(preposition)
    for word in (preposition, head, *parse.children(preposition, "advmod")):
        if word.text.lower() in instead:
            return _missing(parse, node, head, word)
    if preposition.dep != "prep":
        return Stance()
    return _governed(parse, node, head, node.dep, preposition)


def _missing(parse: Parse, node: Token, head: Token, mark: Token) -> Stance:
    """ "without attacking"; "without a deal, they will": whether there will be one is open."""
    fronted = mark.index < head.index and node.dep == "pobj"
    if fronted and auxiliaries(parse, head, Stance()).modality is not Modality.ACTUAL:
        return Stance().raised(Modality.HYPOTHETICAL, mark)
    return Stance().turned(Polarity.DENIED, mark)


def _governed(parse: Parse, node: Token, head: Token, link: str, by: Token | None = None) -> Stance:
    word = bearer(parse, head)
    kind = governor_of(parse, word, link, by)
    whole = counts_its_arguments(kind)
    outer = _standing(parse, head, without=None if whole else node)
    if link in ("ccomp", "pcomp"):
        opened = _open_question(parse, node)
        if opened is not None:
            return Stance().opened(opened)
        if _is_embedded_question(parse, node):
            return Stance()
    if kind is None:
        if by is not None:
            return through(head, by, outer)
        return beneath(parse, node, link, outer)
    if link == "acl" and _is_participle(parse, node):
        return Stance()
    kind = _in_context(parse, node, word, kind, outer)
    handed = handed_down(kind, hold_of(parse, word, link, outer, node))
    if kind is Governor.SPEECH:
        handed = _by_hearsay(parse, word, handed)
    return predicated(parse, head, handed) if link == "nsubjpass" else handed


def _by_hearsay(parse: Parse, verb: Token, standing: Stance) -> Stance:
    for noun in tellers_of_hearsay(parse, verb):
        standing = standing.hedged(noun)
        for word in parse.children(noun, "amod"):
            standing = qualified(parse, word, standing)
    return standing


def _in_context(parse: Parse, node: Token, word: Token, kind: Governor, outer: Stance) -> Governor:
    """The class that a word acts as where its construction makes it act as another."""
    if is_wanted(parse, node, kind):
        return Governor.REQUEST
    if kind is Governor.KNOWLEDGE:
        ignorant = is_ignorant(parse, word, outer) or is_yet_to_find(word, outer)
        seen = not _finite(parse, node) and is_seen(word, node)
        return Governor.SPEECH if ignorant or seen else kind
    if kind is Governor.BELIEF and is_meant(parse, word, node):
        return Governor.PLAN
    if kind is Governor.BELIEF and is_amazed(parse, word, outer):
        return Governor.KNOWLEDGE
    if kind is Governor.SPEECH and is_kept_back(parse, word, outer) and _finite(parse, node):
        return Governor.KNOWLEDGE
    return kind


def _is_participle(parse: Parse, node: Token) -> bool:
    """ "an agreement reached in": the participle says what is true of the noun."""
    return node.tag in ("VBG", "VBN") and not parse.children(node, "aux", "mark", "nsubj")


def _is_embedded_question(parse: Parse, clause: Token) -> bool:
    """ "did not say when they attacked": that they did is taken for granted."""
    return any(
        word.text.lower() in ("when", "where", "why", "how") and word.index < clause.index
        for word in parse.children(clause, "advmod")
    )


def _finite(parse: Parse, clause: Token) -> bool:
    """Whether the clause has a tense: "saw that they attacked", not "saw them attack"."""
    words = (clause, *parse.children(clause, "aux", "auxpass", "mark"))
    return any(word.tag in _TENSED or word.text.lower() == "that" for word in words)


def _open_question(parse: Parse, clause: Token) -> Token | None:
    """The "whether" of "did not know whether", "asked if": nothing is said either way."""
    marks = parse.children(clause, "mark", "advmod")
    return next((mark for mark in marks if mark.text.lower() in _OPEN_QUESTIONS), None)
