"""Who a pronoun stands for.

A pronoun is resolved where its clause or the one before has one candidate in the subject's place;
elsewhere it stays a mention without an actor, or, for "it", none.
"""

from __future__ import annotations

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.antecedents import NO_BODY, PLURAL, SUBJECTS, is_subject, like
from secondsource.annotations.actors.found import Found, Meaning
from secondsource.annotations.actors.pairs import denoted
from secondsource.annotations.actors.phrases import conjuncts, governors
from secondsource.annotations.records import ActorKind, Parse, Token

_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_HE = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
PRONOUNS = _THEY | _IT | _HE | _SPEAKER
_TAGS = frozenset({"PRON", "DET"})
_EXPLETIVE = frozenset("be seem appear happen take remain become".split())
# States and their forces have warplanes; an armed group is not meant by "its planes".
_AIR_POWER = frozenset("plane warplane jet aircraft bomber airstrike helicopter navy fleet".split())
_FLIES = frozenset({ActorKind.STATE, ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.COALITION})
_PERSON_BACK = 2
_SAYING = frozenset(
    "say tell add note explain claim argue insist warn continue tweet write".split()
)


def is_pronoun(token: Token) -> bool:
    """Whether the token is a personal pronoun ("US" is none, "us" is)."""
    return token.pos in _TAGS and token.text.lower() in PRONOUNS


def pronoun_meaning(
    parse: Parse, token: Token, before: list[Found], in_quote: bool
) -> Meaning | None:
    """Who a pronoun stands for, given the mentions before it; ``None`` for an "it" that is not
    plain."""
    word = token.text.lower()
    before = _recent(parse, token, before)
    meant: Meaning | None = None
    if word in _HE:
        meant = _he(parse, token, before)
    elif word in _THEY:
        meant = _they(parse, token, before, in_quote)
    elif word in _IT:
        meant = _it(parse, token, before, in_quote)
    return meant or _unresolved(word)


def _recent(parse: Parse, token: Token, before: list[Found]) -> list[Found]:
    """The mentions that a pronoun can reach: those of its sentence and the two before."""
    furthest = token.sentence - _PERSON_BACK
    first = len(before)
    while first and parse[before[first - 1].first].sentence >= furthest:
        first -= 1
    return before[first:]


def _unresolved(word: str) -> Meaning | None:
    """A pronoun that is somebody without saying who: the speaker of a quotation, or not plain."""
    if word in _SPEAKER:
        kind = ActorKind.PRIVATE_PERSON if word in {"i", "me", "my"} else ActorKind.UNKNOWN
        return Meaning(actor=None, name=word, kind=kind, why="whoever is speaking")
    if word in _THEY | _HE:
        kind = ActorKind.PRIVATE_PERSON if word in _HE else ActorKind.UNKNOWN
        return Meaning(actor=None, name=word, kind=kind, why="it is not plain who is meant")
    return None


def _he(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    persons = [row for row in before if row.mention.kind in lexicon.PERSONS]
    for number in range(token.sentence, max(-1, token.sentence - _PERSON_BACK - 1), -1):
        inside = [row for row in persons if parse[row.first].sentence == number]
        if not inside:
            continue
        if not _speaks(parse, token) and len({row.mention.name for row in inside}) > 1:
            return None
        subjects = [row for row in inside if is_subject(parse, parse[row.top])]
        row = _by_name(parse, subjects[-1] if subjects else inside[-1], inside)
        return like(row, row.mention.actor, f"the last person told of, {row.mention.name!r}")
    return None


def _speaks(parse: Parse, token: Token) -> bool:
    """Whether the pronoun is the subject of saying, which the last subject goes on doing."""
    return token.dep == "nsubj" and parse.head(token).lemma.lower() in _SAYING


def _by_name(parse: Parse, row: Found, rows: list[Found]) -> Found:
    """The mention by name inside a description of a person: "a commander known as ..."."""
    if row.mention.actor is not None:
        return row
    below = {token.index for token in parse.subtree(parse[row.top])}
    named = (other for other in rows if other.mention.actor and other.first in below)
    return next(named, row)


def _it(parse: Parse, token: Token, before: list[Found], in_quote: bool) -> Meaning | None:
    if token.text.lower() == "it" and parse.head(token).lemma.lower() in _EXPLETIVE:
        return None
    bodies = [row for row in before if row.mention.actor and row.mention.kind not in NO_BODY]
    if token.dep == "poss" and parse.head(token).lemma.lower() in _AIR_POWER:
        bodies = [row for row in bodies if row.mention.kind in _FLIES]
    subject = _governing_subject(parse, token, bodies)
    if subject is not None and not _joint(parse, subject, bodies):
        return like(subject, subject.mention.actor, "the subject of the clause around it")
    inside = [row for row in bodies if parse[row.first].sentence == token.sentence]
    if inside or in_quote or token.text.lower() == "it":
        return _only(inside, "the only body named before it in the sentence")
    earlier = [row for row in bodies if parse[row.first].sentence == token.sentence - 1]
    subjects = [row for row in earlier if is_subject(parse, parse[row.top])]
    return _only(subjects or earlier, "the subject of the sentence before")


def _they(parse: Parse, token: Token, before: list[Found], in_quote: bool) -> Meaning | None:
    eligible = [row for row in before if not _one_person(parse, row)]
    if token.text.lower() == "them":
        return None
    subject = _governing_subject(parse, token, eligible)
    if subject is not None:
        return _with_conjuncts(parse, subject, eligible, "the subject of the clause around it")
    if in_quote:
        return None
    for number in (token.sentence, token.sentence - 1):
        subjects = [
            row
            for row in eligible
            if parse[row.first].sentence == number and is_subject(parse, parse[row.top])
        ]
        several = [row for row in subjects if row.mention.members or _joint(parse, row, eligible)]
        chosen = several[-1:] or subjects[-1:]
        if chosen:
            return _with_conjuncts(parse, chosen[0], eligible, "the subject just before")
    return None


def _one_person(parse: Parse, row: Found) -> bool:
    single = parse[row.top].tag not in PLURAL and parse[row.top].text.lower() not in _THEY
    return single and row.mention.kind in lexicon.PERSONS | {ActorKind.OUTLET, ActorKind.AGENCY}


def _governing_subject(parse: Parse, token: Token, rows: list[Found]) -> Found | None:
    """The mention that is the subject of a clause around ``token`` and stands before it."""
    by_top = {row.top: row for row in rows}
    for governor in governors(parse, token):
        for child in parse.children(governor, *SUBJECTS):
            if child.index < token.index and child.index in by_top:
                return by_top[child.index]
        if governor.dep == "conj":
            first = parse.head(governor)
            for child in parse.children(first, *SUBJECTS):
                if child.index < token.index and child.index in by_top:
                    return by_top[child.index]
    return None


def _joint(parse: Parse, row: Found, rows: list[Found]) -> tuple[str, ...]:
    joined = {token.index for token in conjuncts(parse, parse[row.top])}
    others = [denoted(parse, other, rows) for other in rows if other.top in joined]
    members = [denoted(parse, row, rows), *others]
    distinct = tuple(dict.fromkeys(member for member in members if member))
    return distinct if len(distinct) > 1 else ()


def _with_conjuncts(parse: Parse, row: Found, rows: list[Found], why: str) -> Meaning:
    members = row.mention.members or _joint(parse, row, rows)
    if not members:
        return like(row, row.mention.actor, why)
    return Meaning(
        actor=None, name=row.mention.name, kind=row.mention.kind, why=why, members=members
    )


def _only(rows: list[Found], why: str) -> Meaning | None:
    actors = {row.mention.actor: row for row in rows}
    return like(rows[-1], rows[-1].mention.actor, why) if len(actors) == 1 else None
