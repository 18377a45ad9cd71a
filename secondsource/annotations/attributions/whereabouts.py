"""Where a source is or speaks, as its own words say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondsource.annotations.attributions.grammar import span_of, strip
from secondsource.annotations.attributions.telling import spoken_from
from secondsource.annotations.records import Parse, PlaceMention, Token
from secondsource.text import Span

_AT = frozenset({"in", "from", "near", "inside", "outside", "at", "across", "around"})
_BEING = frozenset(
    "speak talk live base reach reside stay contact station locate interview work camp serve "
    "shelter be say tell telephone".split()
)
_INHABITANTS = frozenset("resident villager inhabitant local citizen native".split())
_NAMED_PLACES = ("GPE", "LOC")


def location_of(
    parse: Parse, noun: Token, words: Span, places: Sequence[PlaceMention]
) -> Span | None:
    """The place in ``words`` where the source that ``noun`` heads is or speaks."""
    for place in _based(parse, noun):
        return place.span
    if noun.pos == "PROPN" and noun.entity != "PERSON":
        return None
    lives = noun.lemma.lower() in _INHABITANTS
    for preposition in _prepositions(parse, noun):
        # "…, speaking in Ankara, said" tells of the source even where its span ends at the comma.
        speaks = parse[preposition.head].pos == "VERB"
        for place in parse.children(preposition, "pobj"):
            inside = (speaks or words.contains(place.span)) and place.pos == "PROPN"
            if inside and (lives or _is_place(place, places)):
                return _name(parse, place)
    return None


def spoken_at(parse: Parse, verb: Token, places: Sequence[PlaceMention]) -> Span | None:
    """The place from which the source of the cue ``verb`` speaks: "by phone from Raqqa"."""
    for preposition in spoken_from(parse, verb):
        for place in parse.children(preposition, "pobj"):
            if place.pos == "PROPN" and preposition.lemma.lower() in _AT:
                return _name(parse, place) if _is_place(place, places) else None
    return None


def _name(parse: Parse, place: Token) -> Span:
    return span_of(strip([row for row in parse.subtree(place) if row.index <= place.index]))


def _based(parse: Parse, noun: Token) -> Iterator[Token]:
    """The X of "X-based"."""
    for node in (noun, *parse.children(noun, "appos")):
        for child in parse.children(node, "amod"):
            if child.lemma.lower() in ("base", "based"):
                yield from parse.children(child, "npadvmod", "compound", "nmod", "advmod")


def _prepositions(parse: Parse, noun: Token) -> Iterator[Token]:
    for node in (noun, *parse.children(noun, "appos")):
        yield from _at(parse, node)
        for verb in parse.children(node, "acl", "relcl"):
            if verb.lemma.lower() in _BEING:
                yield from _at(parse, verb)


def _at(parse: Parse, node: Token) -> Iterator[Token]:
    if node.lemma.lower() in _INHABITANTS:
        yield from (row for row in parse.children(node, "prep") if row.lemma.lower() == "of")
    for row in parse.children(node, "prep", "agent"):
        if row.lemma.lower() in _AT:
            yield row
        for pobj in parse.children(row, "pobj"):
            nested = parse.children(pobj, "prep")
            yield from (inner for inner in nested if inner.lemma.lower() in _AT)


def _is_place(token: Token, places: Sequence[PlaceMention]) -> bool:
    if token.entity in _NAMED_PLACES:
        return True
    return any(row.span.contains(token.span) and not row.adjectival for row in places)
