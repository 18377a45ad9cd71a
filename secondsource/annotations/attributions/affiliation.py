"""The body that a source belongs to, as its own words say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from secondsource.annotations.attributions.grammar import is_relative, span_of, strip
from secondsource.annotations.attributions.sources import names_people
from secondsource.annotations.records import ActorKind, ActorMention, Parse, Token
from secondsource.text import Span, cover

_BELONGING = frozenset({"of", "from", "for", "with", "in", "within", "inside", "at"})
_TYING = frozenset("affiliate ally align associate link belong serve fight work".split())
_TIES_TO = frozenset({"with", "to", "for", "alongside", "in"})
_PLACES = ("GPE", "LOC", "FAC", "DATE", "TIME")
_SIDES = frozenset(
    "rebel opposition government regime security military army police intelligence militant "
    "jihadist insurgent separatist defence defense state militia coalition ministry party "
    "hospital health rescue aid council".split()
)
_PERSONS = frozenset({ActorKind.PUBLIC_FIGURE, ActorKind.PRIVATE_PERSON})
_NO_BODY = frozenset(
    "knowledge condition anonymity access insight contact tie information interview statement "
    "fear phone telephone number".split()
)

Affiliation = tuple[Span | None, str | None]


def affiliation_of(
    parse: Parse,
    noun: Token,
    words: Span,
    actors: Sequence[ActorMention],
    location: Span | None,
) -> Affiliation:
    """(words, actor id) of the body that the person or people at ``noun`` belong to.

    A body that is a known actor comes before one that is not ("a rebel commander, whose brigades
    belong to the Free Syrian Army"). ``location`` is the source's place, which is no body.
    """
    nodes = [noun, *(row for row in parse.children(noun, "appos") if words.contains(row.span))]
    found: list[tuple[Span, str | None]] = [
        (span, _actor_in(span, actors))
        for node in nodes
        if names_people(node)
        for span in (*_before(parse, node, actors), *_after(parse, node, words))
        if location is None or not span.overlaps(location)
    ]
    known = [row for row in found if row[1] is not None]
    return next(iter(known or found), (None, None))


def _before(parse: Parse, noun: Token, actors: Sequence[ActorMention]) -> Iterator[Span]:
    """ "a Syrian opposition official", "Nusra's spokesman", "a rebel commander"."""
    first = min((row.index for row in parse.subtree(noun)), default=noun.index)
    ahead = Span(parse[first].span.start, noun.span.start)
    owners = parse.children(noun, "poss", "compound", "amod", "nmod")
    nearest = bisect_left(actors, ahead.start, key=lambda mention: mention.span.start)
    for mention in takewhile(
        lambda m: m.span.start < ahead.end, actors[nearest : nearest + len(ahead)]
    ):
        named = mention.actor is not None and mention.kind not in _PERSONS
        touched = any(mention.span.overlaps(row.span) for row in owners)
        if named and touched and ahead.contains(mention.span):
            yield mention.span
            return
    for row in owners:
        if row.lemma.lower() in _SIDES and row.index < noun.index:
            yield row.span
            return
    for row in parse.children(noun, "poss"):
        if row.pos == "PROPN" and row.entity == "ORG":
            yield span_of(_upto(parse, row))


def _after(parse: Parse, noun: Token, words: Span) -> Iterator[Span]:
    """ "of brigades affiliated with …", "for the ministry", "who belongs to …"."""
    for preposition in parse.children(noun, "prep"):
        if preposition.lemma.lower() in _BELONGING:
            yield from _bodies(parse, preposition, words)
    for clause in parse.children(noun, "acl", "relcl", "amod"):
        for verb in parse.subtree(clause):
            yield from _tied(parse, verb, words)


def _tied(parse: Parse, verb: Token, words: Span) -> Iterator[Span]:
    if verb.lemma.lower() not in _TYING | {"affiliated", "allied", "loyal"}:
        return
    for preposition in parse.children(verb, "prep"):
        if preposition.lemma.lower() in _TIES_TO:
            yield from _bodies(parse, preposition, words)


def _bodies(parse: Parse, preposition: Token, words: Span) -> Iterator[Span]:
    for body in parse.children(preposition, "pobj"):
        named = body.entity not in _PLACES and body.pos != "PRON"
        if named and words.contains(body.span) and body.lemma.lower() not in _NO_BODY:
            yield _clip(span_of(_body(parse, body)), words)


def _body(parse: Parse, body: Token) -> list[Token]:
    """The phrase of a body up to a relative clause."""
    tokens = parse.subtree(body)
    cut = next((at for at, row in enumerate(tokens) if is_relative(row)), len(tokens))
    return strip(tokens[:cut]) or [body]


def _upto(parse: Parse, noun: Token) -> list[Token]:
    return [row for row in parse.subtree(noun) if row.index <= noun.index]


def _clip(span: Span, words: Span) -> Span:
    return Span(max(span.start, words.start), min(span.end, words.end))


def _actor_in(span: Span, actors: Sequence[ActorMention]) -> str | None:
    """The actor meant: that of the words, else the last named inside them."""
    inside = [row for row in actors if row.actor is not None and span.overlaps(row.span)]
    whole = [row for row in inside if row.span == span or cover((row.span, span)) == row.span]
    chosen = whole or inside
    return chosen[-1].actor if chosen else None
