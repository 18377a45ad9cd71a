"""The parser's entities, cut to the names in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.annotations.records import Parse, Token
from secondsource.text import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""OntoNotes' labels for places: geopolitical entities, other locations, facilities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A span that the parser labels as an entity."""

    span: Span
    label: str


def entities(parse: Parse) -> list[Entity]:
    """The parser's entities: neighbouring tokens of one label in one sentence."""
    found: list[list[Token]] = []
    previous: Token | None = None
    for token in parse.tokens:
        if not token.entity:
            previous = None
            continue
        if previous and previous.entity == token.entity and previous.sentence == token.sentence:
            found[-1].append(token)
        else:
            found.append([token])
        previous = token
    return [Entity(span=_bare(tokens), label=tokens[0].entity) for tokens in found]


def _bare(tokens: Sequence[Token]) -> Span:
    """An entity's span from its first to its last capitalised word ("the city of Mosul" → "Mosul").

    A trailing possessive goes too; an Arabic article that is joined on ("al-Raqqa") stays.
    """
    named = [index for index, token in enumerate(tokens) if token.text[:1].isupper()]
    if not named:
        return Span(tokens[0].span.start, tokens[-1].span.end)
    first = named[0]
    while first and tokens[first - 1].span.end == tokens[first].span.start:
        first -= 1
    return Span(tokens[first].span.start, tokens[named[-1]].span.end)
