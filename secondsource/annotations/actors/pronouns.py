"""Who a pronoun stands for.

Candidates that agree in number, sex and sort and that the clause allows are weighed (`salience`).
The weightiest is linked only where no other comes near; otherwise the mention stays without an
actor and says which two fit, or, where nobody does, that nobody does.
"""

from __future__ import annotations

from collections.abc import Set

from secondsource.annotations.actors.antecedents import like
from secondsource.annotations.actors.candidates import Candidate, candidates
from secondsource.annotations.actors.clauses import clauses, coarguments, subject
from secondsource.annotations.actors.found import Found, Meaning
from secondsource.annotations.actors.lexicon import HANDS, PERSONS
from secondsource.annotations.actors.pairs import denoted
from secondsource.annotations.actors.salience import AGENTIVE, salience
from secondsource.annotations.actors.sorts import GENDERED, THEY, Sort
from secondsource.annotations.records import ActorKind, Parse, Token

_IT = frozenset({"it", "its", "itself"})
_HE = frozenset(GENDERED)
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
PRONOUNS = THEY | _IT | _HE | _SPEAKER
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_TAGS = frozenset({"PRON", "DET"})
_EXPLETIVE = frozenset("be seem appear happen take remain become rain snow".split())
_RATED = frozenset({"make", "describe", "call", "find", "consider", "think"})
# States and their forces have warplanes; an armed group is not meant by "its planes".
_AIR_POWER = frozenset("plane warplane jet aircraft bomber airstrike helicopter navy fleet".split())
_FLIES = frozenset({ActorKind.STATE, ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.COALITION})
_SORTS = (
    (_HE, frozenset({Sort.PERSON})),
    (_IT, frozenset({Sort.BODY, Sort.THING})),
    (THEY, frozenset({Sort.PEOPLE, Sort.BODY, Sort.THINGS})),
)
_OWNED = frozenset(
    "agreement truce ceasefire feud deal alliance pact merger dispute differences talk rank "
    "allegiance stronghold prisoner campaign offensive ideology demand enemy rival ally opponent "
    "position base hideout weapon ammunition family home house relative child".split()
)
_THINGS = frozenset({Sort.THING, Sort.THINGS})
_MARGIN = 1.25
"""How many times the weight of the next candidate the best must have. Set on the training topics of
ECB+ and on MEANTIME (docs/decisions/0017-references.md)."""


def is_pronoun(token: Token) -> bool:
    """Whether the token is a personal pronoun ("US" is none, "us" is)."""
    return token.pos in _TAGS and token.text.lower() in PRONOUNS


def pronoun_meaning(
    parse: Parse, token: Token, before: list[Found], quoted: Set[int]
) -> Meaning | None:
    """Who a pronoun stands for, given the mentions before it and the tokens inside quotation
    marks; ``None`` for an "it" that is nobody."""
    word = token.text.lower()
    if word in _SPEAKER:
        kind = ActorKind.PRIVATE_PERSON if word in {"i", "me", "my"} else ActorKind.UNKNOWN
        return Meaning(actor=None, name=word, kind=kind, why="whoever is speaking")
    if word == "it" and _is_empty(parse, token):
        return None
    near = candidates(parse, token, before)
    barred = {row.entity for row in near if row.head.index in coarguments(parse, token)}
    rows = [
        row for row in near if _agrees(parse, token, row) and _allowed(parse, token, row, barred)
    ]
    joined = {part for row in rows for part in row.parts}
    rows = [row for row in rows if row.span not in joined]
    return _choice(parse, token, rows, before, quoted)


def _is_empty(parse: Parse, token: Token) -> bool:
    """Whether "it" is nobody: "it seems", "making it one of the deadliest"."""
    above = parse.head(token)
    if above.pos in {"VERB", "AUX"} and token.dep in {"nsubj", "expl"}:
        return above.lemma.lower() in _EXPLETIVE
    verb = above if above.pos in {"VERB", "AUX"} else parse.head(above)
    return verb.lemma.lower() in _RATED


def _agrees(parse: Parse, token: Token, row: Candidate) -> bool:
    word = token.text.lower()
    sorts = next(sorts for words, sorts in _SORTS if word in words)
    if row.sort not in sorts or (row.sort in _THINGS and _human(parse, token)):
        return False
    return word not in GENDERED or row.gender in (None, GENDERED[word])


def _human(parse: Parse, token: Token) -> bool:
    """Whether only people, or a body of them, do or have what is said: "their fighters"."""
    head = parse.head(token)
    if token.dep == "poss":
        return head.lemma.lower() in HANDS | _OWNED
    return token.dep == "nsubj" and head.lemma.lower() in AGENTIVE


def _allowed(parse: Parse, token: Token, row: Candidate, barred: Set[str]) -> bool:
    """Whether grammar lets the pronoun stand for the candidate (binding). ``barred`` are those
    who do something to it or have it done to them in the same clause."""
    word = token.text.lower()
    if word in _REFLEXIVE:
        doer = next((subject(parse, verb) for verb in clauses(parse, token)), None)
        return doer is not None and row.head.index == doer.index
    if row.entity in barred:
        return False
    if token.dep == "poss" and parse.head(token).lemma.lower() in _AIR_POWER and row.rows:
        return row.sort is not Sort.BODY or row.rows[0].mention.kind in _FLIES
    return not _holds(parse, row.head, token)


def _holds(parse: Parse, head: Token, token: Token) -> bool:
    """Whether the pronoun is inside the candidate's own phrase: "a man in his car"."""
    for above in parse.ancestors(token):
        if above.index == head.index:
            return True
        if above.pos in {"VERB", "AUX"}:
            return False
    return False


def _choice(
    parse: Parse, token: Token, rows: list[Candidate], before: list[Found], quoted: Set[int]
) -> Meaning | None:
    word = token.text.lower()
    weights = salience(parse, token, rows, quoted)
    ranked = sorted(weights, key=lambda entity: -weights[entity])
    if not ranked:
        return _nobody(word, "nobody before it fits")
    last = {row.entity: row for row in sorted(rows, key=lambda row: (row.known, row.head.index))}
    best = last[ranked[0]]
    if best.sort in _THINGS:
        return _nobody(word, f"{best.name!r}, which is nobody, fits best")
    if len(ranked) > 1 and weights[ranked[0]] < _MARGIN * weights[ranked[1]]:
        second = last[ranked[1]]
        return _nobody(word, f"{best.name!r} and {second.name!r} both fit")
    return _meaning(parse, best, before)


def _nobody(word: str, why: str) -> Meaning | None:
    """A pronoun that is somebody without saying who; for "it", nothing at all."""
    if word in _IT:
        return None
    kind = ActorKind.PRIVATE_PERSON if word in _HE else ActorKind.UNKNOWN
    return Meaning(actor=None, name=word, kind=kind, why=why)


def _meaning(parse: Parse, best: Candidate, before: list[Found]) -> Meaning:
    spans = best.parts or (best.span,)
    if not best.rows:
        kind = ActorKind.PRIVATE_PERSON if best.sort is Sort.PERSON else ActorKind.UNKNOWN
        why = f"refers back to {best.name!r}"
        return Meaning(actor=None, name=best.name, kind=kind, why=why, antecedents=spans)
    if best.parts:
        return _several(parse, best, before)
    row = _by_name(parse, best.rows[0], before)
    why = f"refers back to {row.mention.name!r}"
    return like(row, row.mention.actor, why)


def _several(parse: Parse, best: Candidate, before: list[Found]) -> Meaning:
    ids = tuple(dict.fromkeys(denoted(parse, row, before) for row in best.rows))
    members = tuple(one for one in ids if one)
    return Meaning(
        actor=None,
        name=best.name,
        kind=best.rows[0].mention.kind,
        why=f"refers back to {best.name!r}",
        members=members if len(members) > 1 else (),
        antecedents=best.parts,
    )


def _by_name(parse: Parse, row: Found, rows: list[Found]) -> Found:
    """The mention by name inside a description of a person: "a commander known as ..."."""
    if row.mention.actor is not None or row.mention.members:
        return row
    below = {token.index for token in parse.subtree(parse[row.top])}
    named = (
        other
        for other in rows
        if other.mention.actor and other.mention.kind in PERSONS and other.first in below
    )
    return next(named, row) if row.mention.kind in PERSONS else row
