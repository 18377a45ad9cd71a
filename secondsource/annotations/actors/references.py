"""References within a report: "the two groups", "the group", "its", "he".

Read from left to right, so that a reference can rest on one resolved before it. Each rule takes
only what is plain and otherwise leaves the mention without an actor.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.generic import definite
from secondsource.annotations.actors.pairs import denoted, pair_before
from secondsource.annotations.actors.phrases import conjuncts, determiner, governors, phrase
from secondsource.annotations.records import ActorKind, Parse, Token
from secondsource.text import Span

_PLURAL = frozenset({"NNS", "NNPS"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_HE = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})
_PRONOUNS = frozenset({"PRON", "DET"})
_EXPLETIVE = frozenset("be seem appear happen take remain become".split())
_QUOTES = frozenset('"“”')
_STATES = frozenset({ActorKind.STATE})
_SIDED = lexicon.NAMED_BODIES | {ActorKind.STATE, ActorKind.MILITARY, ActorKind.GOVERNMENT}
_NO_BODY = lexicon.PERSONS | {ActorKind.CIVILIANS, ActorKind.UNKNOWN}
# Adjectives that leave "the group" a reference; others ("new", "third") make it another.
_PLAIN = frozenset(
    "militant jihadist extremist terrorist islamist armed rebel hardline radical sunni shia shiite "
    "insurgent rival jihadi opposing separatist guerrilla warring".split()
)
# States and their forces have warplanes; an armed group is not meant by "its planes".
_AIR_POWER = frozenset("plane warplane jet aircraft bomber airstrike helicopter navy fleet".split())
_FLIES = _STATES | {ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.COALITION}
_FIGHTERS_BACK = 2
_PERSON_BACK = 2


def with_references(parse: Parse, rows: list[Found], body: tuple[Span, ...]) -> list[Found]:
    """``rows`` with references added or resolved, in text order."""
    quoted = _quoted(parse, body)
    waiting = {row.last: row for row in rows}
    done: list[Found] = []
    covered = {index for row in rows for index in row.tokens}
    for token in parse.tokens:
        row = waiting.get(token.index)
        if row is not None:
            done.append(_description(parse, row, done))
        elif token.index not in covered:
            done.extend(_pronoun(parse, token, done, quoted))
    return done


def _description(parse: Parse, row: Found, before: list[Found]) -> Found:
    """A describing noun that points back, with what it points at; other mentions as they are."""
    token = parse[row.last]
    mention = row.mention
    if mention.actor or mention.members or not row.described:
        return row
    meant = _owned(parse, token, before)
    if meant is None and _points_back(parse, token):
        meant = _meant(parse, token, before)
    if meant is None:
        return row
    changed = found(parse, row.tokens, row.top, meant, mention.head)
    return replace(changed, described=not (meant.actor or meant.members))


def _owned(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The body whose people or forces are meant by "its forces"."""
    if token.lemma.lower() not in lexicon.HANDS or token.tag not in _PLURAL:
        return None
    owners = {child.index for child in parse.children(token, "poss")}
    for row in before:
        if row.first in owners and row.mention.kind not in _NO_BODY:
            return _like(row, row.mention.actor, f"the {token.text} of {row.mention.name}")
    return None


def _points_back(parse: Parse, token: Token) -> bool:
    return definite(parse, token) or _two(parse, token)


def _two(parse: Parse, token: Token) -> bool:
    words = {child.text.lower() for child in parse.children(token)}
    return bool(words & {"two", "both"}) and not words & {"other", "new", "more", "different"}


def _meant(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    lemma = token.lemma.lower()
    plural = token.tag in _PLURAL
    if plural and lemma in lexicon.BODIES and (_two(parse, token) or _plain(parse, token)):
        return _pair(parse, token, before, lexicon.NAMED_BODIES)
    if lemma in lexicon.BODIES and _plain(parse, token) and not parse.children(token, "prep"):
        return _body(parse, token, before)
    if plural and lemma in lexicon.FIGHTERS and _plain(parse, token):
        return _fighters(parse, token, before)
    if not plural and lemma in lexicon.INDIVIDUAL:
        return _same_person(parse, token, before)
    return None


def _plain(parse: Parse, token: Token) -> bool:
    modifiers = parse.children(token, "amod", "compound", "nmod")
    return all(child.lemma.lower() in _PLAIN for child in modifiers)


def _pair(parse: Parse, token: Token, before: list[Found], kinds: Set[ActorKind]) -> Meaning:
    pair = pair_before(parse, before, token, kinds)
    words = phrase(parse, token)
    name = " ".join(t.text for t in parse.within(words))
    if pair is None:
        why = "several are meant, and no two before are put side by side"
        return Meaning(actor=None, name=name, kind=ActorKind.UNKNOWN, why=why)
    names = {row.mention.actor: row.mention for row in before if row.mention.actor in pair}
    shown = " and ".join(names[actor].name if actor in names else actor for actor in pair)
    kind = names[pair[0]].kind if pair[0] in names else ActorKind.UNKNOWN
    why = f"the last two that the text puts side by side: {shown}"
    return Meaning(actor=None, name=shown, kind=kind, why=why, members=pair)


def _body(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The group of the same sentence or the one before: its subject, its only one, or its last."""
    for number in (token.sentence, token.sentence - 1, token.sentence - 2):
        groups = [
            row
            for row in before
            if parse[row.first].sentence == number
            and row.mention.kind in lexicon.NAMED_BODIES
            and row.mention.actor
        ]
        if not groups:
            continue
        subjects = [row for row in groups if _is_subject(parse, parse[row.top])]
        row = subjects[0] if subjects else groups[-1]
        role = "the subject" if subjects else "the last group named"
        where = "in this sentence" if number == token.sentence else "in the sentence before"
        return _like(row, denoted(parse, row, before), f"{role} {where}")
    return None


def _fighters(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """ "The extremists": the one armed group of this sentence or the nearest before with any."""
    for number in range(token.sentence, max(-1, token.sentence - _FIGHTERS_BACK - 1), -1):
        groups = {
            row.mention.actor: row
            for row in before
            if parse[row.first].sentence == number
            and row.mention.kind is ActorKind.ARMED_GROUP
            and row.mention.actor
        }
        if len(groups) == 1:
            actor, row = next(iter(groups.items()))
            return _like(row, actor, "the only armed group of the sentences just before")
        if groups:
            return None
    return None


def _same_person(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """ "The official": the last person described by the same noun, or by name with it."""
    lemma = token.lemma.lower()
    for row in reversed(before):
        top = parse[row.top]
        if top.lemma.lower() != lemma or top.tag in _PLURAL:
            continue
        person = row.mention.kind in lexicon.PERSONS
        words = phrase(parse, top)
        inside = [t for t in parse.within(words) if t.dep != "det" or t.head != top.index]
        name = row.mention.name if person else " ".join(t.text for t in inside)
        kind = row.mention.kind if person else ActorKind.OFFICE
        actor = row.mention.actor if person else None
        return Meaning(actor=actor, name=name, kind=kind, why=f"refers back to {name!r}")
    return None


def _pronoun(parse: Parse, token: Token, before: list[Found], quoted: Set[int]) -> list[Found]:
    word = token.text.lower() if token.pos in _PRONOUNS else ""
    meant: Meaning | None = None
    if word in _HE:
        meant = _he(parse, token, before)
    elif word in _THEY:
        meant = _they(parse, token, before, token.index in quoted)
    elif word in _IT:
        meant = _it(parse, token, before, token.index in quoted)
    elif _bare_pair(parse, token):
        kinds = _SIDED if token.lemma.lower() in lexicon.SIDES else lexicon.NAMED_BODIES
        kinds = _STATES if token.lemma.lower() in lexicon.COUNTRIES else kinds
        meant = _pair(parse, token, before, kinds)
    if meant is None:
        meant = _unresolved(word)
    if meant is None:
        return []
    top = token if token.dep != "poss" else parse.head(token)
    head = phrase(parse, top) if token.dep == "poss" else None
    if word not in _HE | _THEY | _IT | _SPEAKER:
        head = phrase(parse, token)
    return [found(parse, range(token.index, token.index + 1), top.index, meant, head)]


def _unresolved(word: str) -> Meaning | None:
    """A pronoun that is somebody without saying who: the speaker of a quotation, or not plain."""
    if word in _SPEAKER:
        kind = ActorKind.PRIVATE_PERSON if word in {"i", "me", "my"} else ActorKind.UNKNOWN
        return Meaning(actor=None, name=word, kind=kind, why="whoever is speaking")
    if word in _THEY | _HE:
        kind = ActorKind.PRIVATE_PERSON if word in _HE else ActorKind.UNKNOWN
        return Meaning(actor=None, name=word, kind=kind, why="it is not plain who is meant")
    return None


def _bare_pair(parse: Parse, token: Token) -> bool:
    """ "The two", "both sides", "the two countries" """
    if token.text.lower() == "two" and token.dep not in {"nummod", "compound", "quantmod"}:
        return determiner(parse, token) == "the"
    plural = token.tag in _PLURAL
    return (
        plural and token.lemma.lower() in lexicon.SIDES | lexicon.COUNTRIES and _two(parse, token)
    )


def _he(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    persons = [row for row in before if row.mention.kind in lexicon.PERSONS]
    for number in range(token.sentence, max(-1, token.sentence - _PERSON_BACK - 1), -1):
        inside = [row for row in persons if parse[row.first].sentence == number]
        if not inside:
            continue
        subjects = [row for row in inside if _is_subject(parse, parse[row.top])]
        row = _by_name(parse, subjects[-1] if subjects else inside[-1], inside)
        return _like(row, row.mention.actor, f"the last person told of, {row.mention.name!r}")
    return None


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
    bodies = [row for row in before if row.mention.actor and row.mention.kind not in _NO_BODY]
    if token.dep == "poss" and parse.head(token).lemma.lower() in _AIR_POWER:
        bodies = [row for row in bodies if row.mention.kind in _FLIES]
    subject = _governing_subject(parse, token, bodies)
    if subject is not None and not _joint(parse, subject, bodies):
        return _like(subject, subject.mention.actor, "the subject of the clause around it")
    inside = [row for row in bodies if parse[row.first].sentence == token.sentence]
    if inside or in_quote or token.text.lower() == "it":
        return _only(inside, "the only body named before it in the sentence")
    earlier = [row for row in bodies if parse[row.first].sentence == token.sentence - 1]
    subjects = [row for row in earlier if _is_subject(parse, parse[row.top])]
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
            if parse[row.first].sentence == number and _is_subject(parse, parse[row.top])
        ]
        several = [row for row in subjects if row.mention.members or _joint(parse, row, eligible)]
        chosen = several[-1:] or subjects[-1:]
        if chosen:
            return _with_conjuncts(parse, chosen[0], eligible, "the subject just before")
    return None


def _one_person(parse: Parse, row: Found) -> bool:
    single = parse[row.top].tag not in _PLURAL and parse[row.top].text.lower() not in _THEY
    return single and row.mention.kind in lexicon.PERSONS | {ActorKind.OUTLET, ActorKind.AGENCY}


def _governing_subject(parse: Parse, token: Token, rows: list[Found]) -> Found | None:
    """The mention that is the subject of a clause around ``token`` and stands before it."""
    by_top = {row.top: row for row in rows}
    for governor in governors(parse, token):
        for child in parse.children(governor, *_SUBJECT):
            if child.index < token.index and child.index in by_top:
                return by_top[child.index]
        if governor.dep == "conj":
            first = parse.head(governor)
            for child in parse.children(first, *_SUBJECT):
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
        return _like(row, row.mention.actor, why)
    return Meaning(
        actor=None, name=row.mention.name, kind=row.mention.kind, why=why, members=members
    )


def _only(rows: list[Found], why: str) -> Meaning | None:
    actors = {row.mention.actor: row for row in rows}
    return _like(rows[-1], rows[-1].mention.actor, why) if len(actors) == 1 else None


def _like(row: Found, actor: str | None, why: str) -> Meaning:
    mention = row.mention
    return Meaning(
        actor=actor, name=mention.name, kind=mention.kind, why=why, members=mention.members
    )


def _is_subject(parse: Parse, token: Token) -> bool:
    while token.dep == "conj":
        token = parse.head(token)
    return token.dep in _SUBJECT


def _quoted(parse: Parse, body: tuple[Span, ...]) -> frozenset[int]:
    """The tokens inside quotation marks; each paragraph starts outside."""
    inside: set[int] = set()
    for paragraph in body:
        opened = False
        for token in parse.within(paragraph):
            if token.text in _QUOTES:
                opened = token.text == "“" or (token.text == '"' and not opened)
            elif opened:
                inside.add(token.index)
    return frozenset(inside)
