"""How surely a claim is put: modality, polarity and hedges, read off what governs its trigger.

The modalities are those of the machine contract. Negation scopes over the clause that it stands
in; a governing verb hands its modality down to its complement and no further than the next finite
clause of another speaker.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.annotations import Parse, Token
from secondsource.claims.records import Modality, Polarity
from secondsource.claims.syntax import LIGHT_VERBS, coordinated, is_verbal

_PLAN = frozenset(
    "agree plan decide vow promise intend prepare offer pledge aim hope want commit expect swear "
    "threaten undertake propose consider schedule seek resolve prepared ready set willing poised "
    "decision promise agreement offer intention bid vow threat pledge proposal goal "
    "commitment readiness willingness deal".split()
)
_REQUEST = frozenset(
    "urge demand ask appeal order request press push call need require invite instruct exhort "
    "encourage beg plead implore".split()
)
_FAIL = frozenset(
    "deny refuse decline fail prevent avoid foil thwart cancel abandon stop cease rule avert forgo "
    "denial refusal failure".split()
)
_DOUBT = frozenset("suspect doubt fear possibility risk prospect chance danger potential".split())
_OCCUR = frozenset({"take", "happen", "occur", "follow", "begin", "resume", "continue"})
_SEEM = frozenset("appear seem look tend".split())
_REPORTED = frozenset(
    "believe think report say understand suspect allege estimate presume "
    "rumour rumor consider suppose".split()
)
_CONFIRM = frozenset("confirm verify corroborate establish prove".split())
_SAY = frozenset("say tell claim report announce state mention declare insist add note".split())
_HEDGES = frozenset(
    "reportedly allegedly apparently possibly probably likely perhaps supposedly purportedly "
    "seemingly presumably ostensibly unconfirmed alleged suspected purported reported apparent "
    "possible potential rumoured rumored supposed".split()
)
_POSSIBLE = frozenset("possibly perhaps possible potential likely probable".split())
_UNCONFIRMED = frozenset({"unconfirmed", "unverified"})
_PLANNED_WORDS = frozenset("planned future upcoming imminent proposed impending".split())
_MODALS = {
    "will": Modality.PLANNED,
    "'ll": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "’ll": Modality.PLANNED,
    "wo": Modality.PLANNED,
    "could": Modality.POSSIBLE,
    "may": Modality.POSSIBLE,
    "might": Modality.POSSIBLE,
    "can": Modality.POSSIBLE,
    "would": Modality.HYPOTHETICAL,
    "should": Modality.REQUESTED,
    "must": Modality.REQUESTED,
}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
_IF = frozenset({"if", "unless", "whether"})
_DOWN = (
    "xcomp",
    "ccomp",
    "acl",
    "pcomp",
    "pobj",
    "dobj",
    "nsubjpass",
    "conj",
    "prep",
    "attr",
    "oprd",
    "acomp",
    "nsubj",
    "advcl",
    "dep",
    "appos",
)
_STRENGTH = {
    Modality.ACTUAL: 0,
    Modality.POSSIBLE: 2,
    Modality.HYPOTHETICAL: 3,
    Modality.PLANNED: 1,
    Modality.REQUESTED: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """Modality, polarity, and the tokens that hedge or turn the claim."""

    modality: Modality
    polarity: Polarity
    hedges: tuple[Token, ...]


@dataclass(slots=True)
class _Reading:
    modality: Modality = Modality.ACTUAL
    denied: bool = False
    unconfirmed: bool = False
    hedges: list[Token] = field(default_factory=list)

    def raise_to(self, modality: Modality) -> None:
        if _STRENGTH[modality] > _STRENGTH[self.modality]:
            self.modality = modality


def stance(parse: Parse, trigger: Token) -> Stance:
    """How the claim at ``trigger`` is put by whoever makes it."""
    reading = _Reading()
    _inside(parse, trigger, reading, negation=True)
    node = _carried_out(parse, trigger)
    while node.head != node.index and node.dep in _DOWN:
        joined = node.dep == "conj" and is_verbal(node)
        head = coordinated(parse, node) if joined else parse.head(node)
        if not _step(parse, node, head, reading):
            break
        node = head
    if reading.unconfirmed:
        polarity = Polarity.UNCONFIRMED
    else:
        polarity = Polarity.DENIED if reading.denied else Polarity.AFFIRMED
    hedges = sorted({token.index: token for token in reading.hedges}.items())
    return Stance(
        modality=reading.modality,
        polarity=polarity,
        hedges=tuple(token for _, token in hedges),
    )


def _carried_out(parse: Parse, trigger: Token) -> Token:
    """ "an assault it launched": what the clause says of the launching holds of the assault."""
    for clause in parse.children(trigger, "relcl"):
        if clause.lemma in LIGHT_VERBS and parse.children(clause, "nsubj", "nsubjpass"):
            return clause
    return trigger


def _inside(parse: Parse, node: Token, reading: _Reading, *, negation: bool) -> None:
    """What the words right around ``node`` say: auxiliaries, adverbs, determiners, adjectives."""
    for child in parse.children(node):
        word = child.text.lower()
        if negation and (child.dep == "neg" or (word in _NEGATIONS and child.dep == "det")):
            reading.denied = True
        if child.dep == "aux" and word in _MODALS:
            reading.raise_to(_MODALS[word])
        if child.dep in ("mark", "advmod") and word in _IF:
            reading.raise_to(Modality.HYPOTHETICAL)
        if child.dep in ("advmod", "amod", "acomp"):
            _adjective(child, word, reading)


def _adjective(child: Token, word: str, reading: _Reading) -> None:
    if word in _HEDGES:
        reading.hedges.append(child)
        if word in _POSSIBLE:
            reading.raise_to(Modality.POSSIBLE)
    if word in _UNCONFIRMED:
        reading.unconfirmed = True
    if word in _PLANNED_WORDS:
        reading.raise_to(Modality.PLANNED)


def _step(parse: Parse, node: Token, head: Token, reading: _Reading) -> bool:
    """Read what ``head`` does to ``node``; false where its influence ends."""
    if node.dep == "advcl":
        _purpose(parse, node, reading)
    if node.dep == "advcl" or _stands_alone(parse, node):
        return False
    if node.dep in ("nsubj", "nsubjpass"):
        _predicated(parse, head, reading)
    lemma = head.lemma.lower()
    if node.dep == "ccomp" and _open_question(parse, node):
        reading.unconfirmed = True
        return False
    if lemma in _CONFIRM or (lemma in _SAY and node.dep == "ccomp"):
        _vouched(parse, head, reading, confirmed=lemma in _CONFIRM)
        return False
    if node.dep == "nsubj" and lemma in _OCCUR:
        _inside(parse, head, reading, negation=True)
        return True
    outside = node.dep in ("nsubj", "appos") and lemma not in _SEEM and lemma != "be"
    return not outside and _governs(parse, node, head, reading)


def _open_question(parse: Parse, clause: Token) -> bool:
    """ "did not know whether", "asked if": nothing is said either way."""
    marks = parse.children(clause, "mark", "advmod")
    return any(mark.text.lower() in ("whether", "if") for mark in marks)


def _stands_alone(parse: Parse, node: Token) -> bool:
    """Whether the clause of ``node`` is one of its own, which nothing outside governs."""
    own = node.dep == "conj" and bool(parse.children(node, "nsubj", "nsubjpass"))
    return own or node.dep == "relcl"


def _vouched(parse: Parse, head: Token, reading: _Reading, *, confirmed: bool) -> None:
    """ "no alliance has been confirmed", "has not said that": left open, not denied."""
    negated = _negated(parse, head) or (confirmed and reading.denied)
    reading.unconfirmed = reading.unconfirmed or negated
    if confirmed:
        reading.denied = False


def _governs(parse: Parse, node: Token, head: Token, reading: _Reading) -> bool:
    _governed(parse, node, head, reading)
    carried = head.lemma in LIGHT_VERBS or head.lemma == "be"
    verb_of_noun = node.dep in ("dobj", "nsubjpass", "attr", "prep") and carried
    shared = node.dep == "conj" and not parse.children(node, "nsubj", "nsubjpass")
    if verb_of_noun or node.dep == "xcomp" or shared:
        _inside(parse, head, reading, negation=node.dep != "conj")
    if node.dep in ("dobj", "nsubjpass", "attr", "pobj"):
        return verb_of_noun or not is_verbal(head)
    return node.dep != "ccomp" or head.lemma.lower() in _DOUBT


def _predicated(parse: Parse, verb: Token, reading: _Reading) -> None:
    """ "is believed to be possible": what the clause says of its subject."""
    if _said_of(parse, verb):
        reading.hedges.append(verb)
    for clause in (verb, *parse.children(verb, "xcomp")):
        for word in parse.children(clause, "acomp", "attr"):
            _adjective(word, word.text.lower(), reading)


def _purpose(parse: Parse, node: Token, reading: _Reading) -> None:
    if any(child.text.lower() == "to" for child in parse.children(node, "aux")):
        reading.raise_to(Modality.PLANNED)


def _negated(parse: Parse, head: Token) -> bool:
    return any(child.dep == "neg" for child in parse.children(head))


def _governed(parse: Parse, node: Token, head: Token, reading: _Reading) -> None:
    lemma = head.lemma.lower()
    complement = node.dep in ("xcomp", "ccomp", "acl", "pcomp", "pobj", "dobj", "prep")
    if not complement:
        return
    if lemma in _PLAN:
        reading.raise_to(Modality.PLANNED)
    elif lemma in _REQUEST and (lemma != "call" or node.dep in ("prep", "xcomp", "acl")):
        reading.raise_to(Modality.REQUESTED)
    elif lemma in _FAIL and node.dep != "prep":
        reading.denied = not reading.denied
    elif lemma in _DOUBT:
        reading.raise_to(Modality.POSSIBLE)
        reading.hedges.append(head)
    elif (lemma in _SEEM and node.dep == "xcomp") or _said_of(parse, head):
        reading.hedges.append(head)


def _said_of(parse: Parse, head: Token) -> bool:
    """ "is believed to", "was said to", "reports of": somebody unnamed says so."""
    if head.pos == "NOUN":
        return head.lemma == "report"
    return head.lemma.lower() in _REPORTED and bool(parse.children(head, "auxpass"))
