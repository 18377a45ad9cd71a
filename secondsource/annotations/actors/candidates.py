"""Whom or what a pronoun may stand for: the noun phrases of its sentence and of those before.

Things are candidates as well as actors, so that "its" is not given to the only group around when a
road is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.annotations.actors import lexicon
from secondsource.annotations.actors.antecedents import NO_BODY, PLURAL
from secondsource.annotations.actors.found import Found
from secondsource.annotations.actors.pairs import PARTS, denoted
from secondsource.annotations.actors.people import Gender, gender_of_noun
from secondsource.annotations.actors.phrases import conjuncts, phrase
from secondsource.annotations.actors.sorts import (
    GENDERED,
    Sort,
    gender_of_mention,
    sort_of_mention,
    sort_of_noun,
)
from secondsource.annotations.records import Parse, Token
from secondsource.text import Span, cover

REACH = 2
"""How many sentences back a pronoun looks."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "quantmod", "npadvmod", "advmod", "det"})
_UNMEANT = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A noun phrase that a pronoun may stand for. ``entity`` is the same for all that stand for
    one; ``rows`` are the mentions on it, none for what is no actor. ``parts`` are the phrases of
    "X and Y"."""

    head: Token
    span: Span
    entity: str
    sort: Sort
    gender: Gender | None = None
    rows: tuple[Found, ...] = ()
    parts: tuple[Span, ...] = ()

    @property
    def known(self) -> bool:
        """Whether a mention on it is of somebody with an id."""
        return any(row.mention.actor or row.mention.members for row in self.rows)

    @property
    def name(self) -> str:
        """The candidate in words."""
        names = dict.fromkeys(row.mention.name for row in self.rows)
        return " and ".join(names) or self.head.text


def candidates(parse: Parse, token: Token, before: list[Found]) -> list[Candidate]:
    """The noun phrases up to ``REACH`` sentences before ``token`` and those of its sentence that
    come before it, in no order."""
    first = parse.sentences[max(0, token.sentence - REACH)][0]
    near = [row for row in before if row.first >= first]
    found = [row for mention in near for row in _of_mention(parse, mention, near)]
    taken = {index for row in near for index in (*row.tokens, row.top)}
    found += [
        row
        for noun in parse.tokens[first : token.index]
        if noun.index not in taken and (row := _of_noun(parse, noun)) is not None
    ]
    singles = {row.head.index: row for row in found}
    found += [row for one in singles.values() if (row := _joint(parse, one, singles)) is not None]
    found = _unified(parse, found)
    known = _genders(parse, before)
    return [
        row if row.gender else replace(row, gender=known.get(row.entity))
        for row in found
        if row.head.index < token.index
    ]


def entity_of(row: Found, before: Mapping[Span, Found]) -> str:
    """One key for all mentions of an actor, and for all that point back to one phrase."""
    mention = row.mention
    if mention.actor or mention.members:
        return mention.actor or "+".join(sorted(mention.members))
    if len(mention.antecedents) == 1:
        back = before.get(mention.antecedents[0])
        if back is not None and back.first < row.first:
            return entity_of(back, before)
        return f"@{mention.antecedents[0].start}"
    return f"@{mention.span.start}"


def _of_mention(parse: Parse, row: Found, near: list[Found]) -> Iterator[Candidate]:
    spans = {other.mention.span: other for other in near}
    inside = row.top in row.tokens
    head = parse[row.top] if inside else parse[row.last]
    yield Candidate(
        head=head,
        span=row.mention.span,
        entity=entity_of(row, spans),
        sort=sort_of_mention(head, row),
        gender=gender_of_mention(parse, head, row),
        rows=(row,),
    )
    if not inside and not any(row.top in other.tokens for other in near):
        yield from _of_owner(parse, row, near)


def _of_owner(parse: Parse, row: Found, near: list[Found]) -> Iterator[Candidate]:
    """What a body's name or a possessive stands before: "Isis fighters", "its leader"."""
    head = parse[row.top]
    lemma = head.lemma.lower()
    if lemma in lexicon.HANDS and head.tag in PLURAL and row.mention.kind not in NO_BODY:
        spans = {other.mention.span: other for other in near}
        yield Candidate(
            head=head,
            span=row.mention.span,
            entity=entity_of(row, spans),
            sort=Sort.PEOPLE,
            rows=(row,),
        )
        return
    plain = _of_noun(parse, head)
    if plain is None:
        return
    meant = denoted(parse, row, near) if lemma in PARTS else None
    named = next((one for one in near if meant and one.mention.actor == meant), None)
    if named is not None and meant is not None:
        yield Candidate(
            head=head, span=named.mention.span, entity=meant, sort=Sort.BODY, rows=(named,)
        )
    else:
        yield plain


def _of_noun(parse: Parse, noun: Token) -> Candidate | None:
    if noun.pos not in _NOUNS or noun.dep in _INSIDE or noun.entity in _UNMEANT:
        return None
    lemma = noun.lemma.lower()
    span = phrase(parse, noun)
    return Candidate(
        head=noun,
        span=span,
        entity=f"@{span.start}",
        sort=sort_of_noun(noun),
        gender=gender_of_noun(lemma),
    )


def _unified(parse: Parse, found: list[Candidate]) -> list[Candidate]:
    """Candidates that the sentence itself says are one ("its leader, X", "X is a figure") under
    one key, that of the named one if there is one."""
    by_head = {row.head.index: row for row in found if not row.parts}
    key: dict[str, str] = {}
    for row in by_head.values():
        other = by_head.get(_same_as(parse, row.head))
        if other is None or other.sort is not row.sort or other.entity == row.entity:
            continue
        kept, lost = (row, other) if row.entity[0] != "@" else (other, row)
        if lost.entity[0] == "@":
            key[lost.entity] = kept.entity
    return [replace(row, entity=key.get(row.entity, row.entity)) for row in found]


def _same_as(parse: Parse, head: Token) -> int:
    """The head of the phrase that this one stands beside or is predicated of, else ``-1``."""
    above = parse.head(head)
    if head.dep in {"appos", "compound", "nmod"}:
        return above.index
    if head.dep == "attr" and above.lemma == "be":
        return next((row.index for row in parse.children(above, "nsubj")), -1)
    return -1


def _genders(parse: Parse, before: list[Found]) -> dict[str, Gender]:
    """What "he" and "she" have told of those to whom they were linked."""
    spans = {row.mention.span: row for row in before}
    return {
        entity_of(row, spans): GENDERED[word]
        for row in before
        if (word := parse[row.first].text.lower()) in GENDERED
        and (row.mention.actor or row.mention.antecedents)
    }


def _joint(parse: Parse, one: Candidate, singles: Mapping[int, Candidate]) -> Candidate | None:
    """ "X and Y" as one, where both are people or bodies, or both are things."""
    others = [singles[t.index] for t in conjuncts(parse, one.head) if t.index in singles]
    if not others or one.head.dep in {"conj", "appos"}:
        return None
    joined = (one, *others)
    things = {row.sort in {Sort.THING, Sort.THINGS} for row in joined}
    if len({row.entity for row in joined}) < len(joined):
        return None
    return Candidate(
        head=one.head,
        span=cover([row.span for row in joined]),
        entity="+".join(sorted(row.entity for row in joined)),
        sort=Sort.THINGS if True in things else Sort.PEOPLE,
        rows=tuple(row for single in joined for row in single.rows),
        parts=tuple(row.span for row in joined),
    )
