"""Which clauses of a sentence tell of one happening, and how a clause is told."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from secondsource.annotations import Parse, Token
from secondsource.claims.lexicon import load_lexicon
from secondsource.claims.records import EventType
from secondsource.claims.syntax import clause_head, coordinated, is_verbal
from secondsource.text import Span

_SAME_TIME = frozenset({"as", "when", "while"})
_BY_DOING = frozenset({"by", "in", "with"})
_RAISING = frozenset(
    {"begin", "start", "continue", "manage", "appear", "seem", "try", "keep", "stop", "go"}
)
_MODALS = frozenset({"MD"})
_NEAR = 3
# What is done in words: its time and place are not those of what it is about.
_IN_WORDS = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.CONSULT,
        EventType.AGREE,
    }
)
_TELLING = frozenset(
    "say tell report add announce claim condemn denounce blame note state confirm deny warn"
    " describe believe think know show document record verify investigate discuss see suggest"
    " estimate argue insist quote cite write tweet post mourn".split()
)


class Told(Enum):
    """How the verb of a clause places what it tells."""

    PAST = "simple past"
    PERFECT = "present perfect"
    PLUPERFECT = "past perfect"
    PRESENT = "present"
    OTHER = "other"


def top(parse: Parse, span: Span, sentence: int) -> Token | None:
    """The token of ``span`` nearest to the root, where the span stands in that sentence."""
    inside = [token for token in parse.within(span) if token.sentence == sentence]
    return min(inside, key=lambda token: depth(parse, token)) if inside else None


def depth(parse: Parse, token: Token) -> int:
    """The number of edges to the root."""
    return sum(1 for _ in parse.ancestors(token))


def distance(parse: Parse, one: Token, other: Token) -> int | None:
    """The number of dependency edges between two tokens of a sentence."""
    if one.sentence != other.sentence:
        return None
    up = {token.index: steps for steps, token in enumerate((one, *parse.ancestors(one)))}
    for steps, token in enumerate((other, *parse.ancestors(other))):
        if token.index in up:
            return steps + up[token.index]
    return None


def same_clause(parse: Parse, circumstance: Token, trigger: Token) -> bool:
    """Whether what hangs on ``circumstance`` says something of the trigger.

    It does where both stand under one verb, under verbs that are joined, or where the trigger's
    clause is the complement of a verb that only places it ("appears to have").
    """
    one, other = clause_head(parse, circumstance), clause_head(parse, trigger)
    if one.index == other.index:
        return True
    if other.dep == "conj" and coordinated(parse, other).index == one.index:
        return _shares(parse, other)
    if one.dep == "conj" and coordinated(parse, one).index == other.index:
        return _shares(parse, one)
    raising = other.dep == "xcomp" and parse.head(other).index == one.index
    return raising and not parse.children(other, "npadvmod")


def _shares(parse: Parse, joined: Token) -> bool:
    """A joined verb without a subject, or without its auxiliary: "15 were killed and 12 hurt"."""
    if not parse.children(joined, "nsubj", "nsubjpass"):
        return True
    passive = bool(parse.children(coordinated(parse, joined), "auxpass"))
    own = parse.children(joined, "aux", "auxpass", "dobj")
    return passive and joined.tag in ("VBN", "VBD") and not own


def kin(parse: Parse, trigger: Token) -> Iterator[Token]:
    """The verbs of other clauses that tell of the same happening as ``trigger``, nearest first.

    "A bomb hit the convoy, killing 12"; "an attack targeting a wedding"; "shells fell as A
    advanced"; "the strike which hit the town".
    """
    clause = clause_head(parse, trigger)
    if clause.index != trigger.index and is_verbal(clause):
        yield from _below(parse, trigger)
    for _ in range(_NEAR):
        above = _upper(parse, clause)
        if above is None:
            break
        yield above
        clause = above
    yield from _below(parse, clause_head(parse, trigger))


def _below(parse: Parse, head: Token) -> Iterator[Token]:
    for child in parse.children(head, "advcl", "acl", "relcl", "xcomp"):
        over = _upper(parse, child)
        if over is not None and over.index in (head.index, clause_head(parse, head).index):
            yield child


def _upper(parse: Parse, clause: Token) -> Token | None:
    """The verb of the clause above that tells of the same happening, if it does."""
    head = parse.head(clause)
    if head.index == clause.index:
        return None
    if clause.dep == "conj":
        return clause_head(parse, coordinated(parse, clause)) if _shares(parse, clause) else None
    joined = (
        (clause.dep == "advcl" and _at_the_same_time(parse, clause))
        or (clause.dep in ("acl", "relcl") and (is_event(head) or _is_gapped(parse, head)))
        or (clause.dep == "pcomp" and head.lemma.lower() in _BY_DOING)
        or (clause.dep == "xcomp" and head.lemma in _RAISING)
    )
    return clause_head(parse, head) if joined else None


def _is_gapped(parse: Parse, noun: Token) -> bool:
    """ "15 were killed and 12 others wounded", read as if the others were joined to the verb."""
    return noun.dep == "conj" and is_verbal(parse.head(noun))


def _at_the_same_time(parse: Parse, clause: Token) -> bool:
    marks = {row.lemma.lower() for row in parse.children(clause, "mark", "advmod")}
    bare = clause.tag in ("VBG", "VBN") and not parse.children(clause, "nsubj", "aux", "mark")
    return bare or (bool(marks & _SAME_TIME) and _told_alike(parse, clause, parse.head(clause)))


def _told_alike(parse: Parse, one: Token, other: Token) -> bool:
    return told(parse, one) is told(parse, other)


def is_event(noun: Token) -> bool:
    """Whether a noun tells of an event: "attack", "air strike"."""
    return noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() in load_lexicon("events").nouns


def in_words(verb: Token) -> bool:
    """Whether the verb is of saying, judging or asking, so that its time is not what it tells."""
    if verb.lemma in _TELLING:
        return True
    phrases = load_lexicon("events").verbs.get(verb.lemma.lower(), ())
    return any(phrase.entry.type in _IN_WORDS for phrase in phrases if not phrase.rest)


def told(parse: Parse, trigger: Token) -> Told:
    """How the clause of ``trigger`` is told; a participle is told as the clause it goes with."""
    verb = clause_head(parse, trigger)
    for _ in range(_NEAR):
        helpers = parse.children(verb, "aux", "auxpass")
        found = _told(verb, helpers)
        if found is not None:
            return found
        head = parse.head(verb)
        if head.index == verb.index:
            headline = verb.tag in ("VBN", "VB") or not is_verbal(verb)
            return Told.PRESENT if headline else Told.OTHER
        verb = clause_head(parse, head)
    return Told.OTHER


def _told(verb: Token, helpers: list[Token]) -> Told | None:
    tags = {row.tag for row in helpers}
    having = {row.tag for row in helpers if row.lemma == "have"}
    if tags & _MODALS or "TO" in tags:
        return Told.OTHER
    if having:
        return Told.PLUPERFECT if "VBD" in having else Told.PERFECT
    if verb.tag == "VBD" or "VBD" in tags:
        return Told.PAST
    if verb.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
        return Told.PRESENT
    return None
