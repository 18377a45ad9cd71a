"""Which two actors "the two groups" are: the last two that the text put side by side."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from secondsource.annotations.actors.found import Found
from secondsource.annotations.actors.phrases import conjuncts
from secondsource.annotations.records import ActorKind, Parse, Token

_BACK = 12
_JOINERS = frozenset({"and", "&"})
_SKIPPED = frozenset({"the", "both", "al", "its", "their", '"', "“", "”", "'", "‘", "’", "-"})
PARTS = frozenset("affiliate offshoot branch wing arm ally partner rival franchise".split())
_NAMING = frozenset({"know", "call", "name", "dub", "rename"})


def pair_before(
    parse: Parse, rows: list[Found], token: Token, kinds: Set[ActorKind]
) -> tuple[str, str] | None:
    """The ids of the two actors of ``kinds`` that the nearest sentence up to ``token`` joins by
    "and", or else names without a third; ``None`` if there is none a dozen sentences back."""
    for number in range(token.sentence, max(-1, token.sentence - _BACK), -1):
        inside = [
            row
            for row in rows
            if parse[row.first].sentence == number
            and row.last < token.index
            and row.mention.kind in kinds
            and not row.described
            and (row.mention.actor or row.mention.members)
        ]
        pair = _joined(parse, inside) or _earlier_pair(inside) or _only_two(parse, inside)
        if pair is not None:
            return pair
    return None


def several_before(
    parse: Parse, rows: list[Found], token: Token, kinds: Set[ActorKind], number: int
) -> tuple[str, ...] | None:
    """The ids of the last ``number`` actors of ``kinds`` that the text puts in one list."""
    near = [
        row
        for row in rows
        if token.sentence - parse[row.first].sentence < _BACK
        and row.mention.kind in kinds
        and not row.described
    ]
    for row in reversed(near):
        joined = {one.index for one in conjuncts(parse, parse[row.top])}
        members = [denoted(parse, one, rows) for one in near if one is row or one.top in joined]
        distinct = tuple(dict.fromkeys(member for member in members if member))
        if len(distinct) == number:
            return distinct
    return None


def _joined(parse: Parse, rows: list[Found]) -> tuple[str, str] | None:
    """The last two actors in ``rows`` that are coordinated, if no third is coordinated too."""
    pairs = [(one, other) for one, other in pairwise(rows) if _side_by_side(parse, one, other)]
    for one, other in reversed(pairs):
        first, second = denoted(parse, one, rows), denoted(parse, other, rows)
        if one.top == other.top and parse[one.top].lemma.lower() in PARTS:
            first = one.mention.actor  # "Isis and al-Qaeda's affiliate": only the second owns it
        if first and second and first != second:
            return first, second
    return None


def _side_by_side(parse: Parse, one: Found, other: Found) -> bool:
    tops = {token.index for token in conjuncts(parse, parse[one.top])}
    if other.top in tops and one.top != other.top:
        return True
    start = one.top if one.top < other.first else one.last
    words = [token.text.lower() for token in parse.tokens[start + 1 : other.first]]
    content = [word for word in words if word not in _SKIPPED]
    return len(content) == 1 and content[0] in _JOINERS


def denoted(parse: Parse, row: Found, rows: list[Found]) -> str | None:
    """Who the phrase of a mention is: for "al-Qaeda's affiliate, known as the Nusra Front" the
    Nusra Front, and nobody for an affiliate that is not named."""
    top = parse[row.top]
    if top.lemma.lower() not in PARTS:
        return row.mention.actor
    below = {token.index for token in parse.subtree(top)}
    naming = [t for t in parse.children(top) if t.dep == "appos" or t.lemma.lower() in _NAMING]
    named = {token.index for child in naming for token in parse.subtree(child)} & below
    return next((other.mention.actor for other in rows if other.first in named), None)


def _earlier_pair(rows: list[Found]) -> tuple[str, str] | None:
    members = [row.mention.members for row in rows if len(row.mention.members) == 2]
    return (members[-1][0], members[-1][1]) if members else None


def _only_two(parse: Parse, rows: list[Found]) -> tuple[str, str] | None:
    """The two that a sentence names, unless it says that one is a part of the other."""
    if rows and any(_makes_a_part(token) for token in _sentence(parse, rows[0])):
        return None
    actors = [denoted(parse, row, rows) for row in rows]
    distinct = list(dict.fromkeys(actor for actor in actors if actor))
    return (distinct[0], distinct[1]) if len(distinct) == 2 else None


def _sentence(parse: Parse, row: Found) -> tuple[Token, ...]:
    start, end = parse.sentences[parse[row.first].sentence]
    return parse.tokens[start:end]


def _makes_a_part(token: Token) -> bool:
    return token.lemma.lower() in PARTS
