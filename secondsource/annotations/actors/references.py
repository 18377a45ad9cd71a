"""References within a report: "the two groups", "the group", "its", "he".

Read from left to right, so that a reference can rest on one resolved before it. Each rule takes
only what is plain and otherwise leaves the mention without an actor.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.antecedents import NO_BODY, PLURAL, like
from secondsource.annotations.actors.descriptions import description_meaning, is_plain
from secondsource.annotations.actors.found import Found, Meaning, found
from secondsource.annotations.actors.generic import definite
from secondsource.annotations.actors.pairs import pair_before, several_before
from secondsource.annotations.actors.phrases import determiner, phrase, printed
from secondsource.annotations.actors.pronouns import is_pronoun, pronoun_meaning
from secondsource.annotations.records import ActorKind, Parse, Token
from secondsource.text import Span

_QUOTES = frozenset('"“”')
_ARMED_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.UNKNOWN})
_STATES = frozenset({ActorKind.STATE})
_SIDED = lexicon.NAMED_BODIES | {ActorKind.STATE, ActorKind.MILITARY, ActorKind.GOVERNMENT}
_ORDER = {"former": 0, "latter": 1}
_NUMBERS = {"three": 3, "four": 4, "five": 5}
_ALONE = frozenset({"two", *_NUMBERS})
_MODIFYING = frozenset({"nummod", "compound", "quantmod"})
_MATCHED = lexicon.SIDES | lexicon.COUNTRIES
_NOUNS = frozenset({"NOUN", "PROPN"})


def with_references(parse: Parse, rows: list[Found], body: tuple[Span, ...]) -> list[Found]:
    """``rows`` with references added or resolved, in text order."""
    quoted = _quoted(parse, body)
    waiting = {row.last: row for row in rows}
    done: list[Found] = []
    covered = {index for row in rows for index in row.tokens}
    for token in parse.tokens:
        row = waiting.get(token.index)
        if row is not None:
            done.append(_description(parse, row, done, quoted))
        elif token.index not in covered:
            done.extend(_reference(parse, token, done, quoted))
    return done


def _description(parse: Parse, row: Found, before: list[Found], quoted: Set[int]) -> Found:
    """A describing noun that points back, with what it points at; other mentions as they are."""
    token = parse[row.last]
    mention = row.mention
    if mention.actor or mention.members or not row.described:
        return row
    meant = _owned(parse, token, before)
    if meant is None and _points_back(parse, token):
        meant = _meant(parse, token, before, quoted)
    if meant is None:
        return row
    changed = found(parse, row.tokens, row.top, meant, mention.head)
    return replace(changed, described=not (meant.actor or meant.members))


def _owned(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """The body whose people or forces are meant by "its forces"."""
    if token.lemma.lower() not in lexicon.HANDS or token.tag not in PLURAL:
        return None
    owners = {child.index for child in parse.children(token, "poss")}
    for row in before:
        if row.first in owners and row.mention.kind not in NO_BODY:
            return like(row, row.mention.actor, f"the {token.text} of {row.mention.name}")
    return None


def _points_back(parse: Parse, token: Token) -> bool:
    return definite(parse, token) or _two(parse, token)


def _two(parse: Parse, token: Token) -> bool:
    words = {child.text.lower() for child in parse.children(token)}
    return bool(words & {"two", "both"}) and not words & {"other", "new", "more", "different"}


def _meant(parse: Parse, token: Token, before: list[Found], quoted: Set[int]) -> Meaning | None:
    if token.tag in PLURAL and token.lemma.lower() in lexicon.BODIES:
        if _two(parse, token) or is_plain(parse, token):
            return _pair(parse, token, before, _bodies(parse, token))
        return None
    return description_meaning(parse, token, before, quoted) if definite(parse, token) else None


def _bodies(parse: Parse, token: Token) -> Set[ActorKind]:
    """The kinds that "the groups" may be: armed ones only where they are called so."""
    called = {child.lemma.lower() for child in parse.children(token)}
    return _ARMED_KINDS if called & lexicon.ARMED else lexicon.NAMED_BODIES


def _pair(parse: Parse, token: Token, before: list[Found], kinds: Set[ActorKind]) -> Meaning:
    number = _number(parse, token)
    if number > 2:
        meant = several_before(parse, before, token, kinds, number)
    else:
        meant = pair_before(parse, before, token, kinds)
    words = phrase(parse, token)
    name = printed(parse.within(words))
    if meant is None:
        why = "several are meant, and no such list of them stands before"
        return Meaning(actor=None, name=name, kind=ActorKind.UNKNOWN, why=why)
    names = {row.mention.actor: row.mention for row in before if row.mention.actor in meant}
    shown = [names[actor].name if actor in names else actor for actor in meant]
    kind = names[meant[0]].kind if meant[0] in names else ActorKind.UNKNOWN
    listed = f"{', '.join(shown[:-1])} and {shown[-1]}"
    which = "two that the text puts side by side" if number == 2 else f"{number} in one list"
    return Meaning(
        actor=None,
        name=listed,
        kind=kind,
        why=f"the last {which}: {listed}",
        members=meant,
        antecedents=_spans(before, meant),
    )


def _number(parse: Parse, token: Token) -> int:
    """How many are meant: as many as a numeral says, else two."""
    words = (token, *parse.children(token, "nummod"))
    return next((_NUMBERS[t.text.lower()] for t in words if t.text.lower() in _NUMBERS), 2)


def _spans(before: list[Found], meant: tuple[str, ...]) -> tuple[Span, ...]:
    """The last mention of each of those meant."""
    last = {row.mention.actor: row.mention.span for row in before}
    return tuple(last[actor] for actor in meant if actor in last)


def _reference(parse: Parse, token: Token, before: list[Found], quoted: Set[int]) -> list[Found]:
    """The mention that a pronoun or a bare "both sides" makes, if it makes one."""
    meant: Meaning | None = None
    if is_pronoun(token):
        meant = pronoun_meaning(parse, token, before, quoted)
    elif token.text.lower() in _ORDER and determiner(parse, token) == "the":
        meant = _one_of_two(parse, token, before)
    elif _bare_pair(parse, token):
        meant = _pair(parse, token, before, _kinds(token))
    elif token.pos in _NOUNS and definite(parse, token):
        known = description_meaning(parse, token, before, quoted)
        meant = known if known and known.actor else None
    if meant is None:
        return []
    owned = token.dep == "poss"
    top = parse.head(token) if owned else token
    head = phrase(parse, top) if owned or not is_pronoun(token) else None
    return [found(parse, range(token.index, token.index + 1), top.index, meant, head)]


def _one_of_two(parse: Parse, token: Token, before: list[Found]) -> Meaning | None:
    """ "The former", "the latter": the first or the second of two put side by side."""
    if token.dep in {"amod", "compound"}:
        return None
    pair = pair_before(parse, before, token, _SIDED | lexicon.PERSONS)
    if pair is None:
        return None
    actor = pair[_ORDER[token.text.lower()]]
    row = next((row for row in reversed(before) if row.mention.actor == actor), None)
    return None if row is None else like(row, actor, f"{token.text} of the last two side by side")


def _kinds(token: Token) -> Set[ActorKind]:
    """What "both sides", "the two countries" or "the two" may be."""
    if token.lemma.lower() in lexicon.COUNTRIES:
        return _STATES
    return _SIDED if token.lemma.lower() in lexicon.SIDES else lexicon.NAMED_BODIES


def _bare_pair(parse: Parse, token: Token) -> bool:
    """ "The two", "both sides", "the two countries" """
    if token.text.lower() in _ALONE and token.dep not in _MODIFYING:
        return determiner(parse, token) in {"the", "all"}
    return token.tag in PLURAL and token.lemma.lower() in _MATCHED and _two(parse, token)


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
