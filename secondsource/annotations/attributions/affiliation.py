"""The body that a source belongs to, as its own words say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.attributions.grammar import is_relative, span_of, strip
from secondsource.annotations.attributions.outlets import is_outlet
from secondsource.annotations.attributions.sorts import BODIES, is_document, names_people, sort_of
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
# Whose sources, and which governors, "of" joins to no body.
_NO_MEMBERS = frozenset(
    "relative friend father mother brother sister son daughter wife widow husband cousin uncle "
    "family neighbour neighbor victim governor mayor resident villager citizen inhabitant "
    "survivor witness".split()
)
_PERSONS = frozenset({ActorKind.PUBLIC_FIGURE, ActorKind.PRIVATE_PERSON})
_AUTHORS = frozenset({"by", "from"})
_WRITING = frozenset("write issue release publish compile produce send sign post put".split())
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
        if _belongs(node)
        for span in (*_before(parse, node, actors), *_after(parse, node, words, location))
        if location is None or not span.overlaps(location)
    ]
    known = [row for row in found if row[1] is not None]
    return next(iter(known or found), (None, None))


def _belongs(noun: Token) -> bool:
    """Whether the noun is for people, or for something that a body writes, posts or sends out."""
    sort = sort_of(noun)
    return names_people(noun) or is_document(noun) or sort in ("social media", "outlet", "reporter")


def _before(parse: Parse, noun: Token, actors: Sequence[ActorMention]) -> Iterator[Span]:
    """ "a Syrian opposition official", "Nusra's spokesman", "a rebel commander"."""
    first = min((row.index for row in parse.subtree(noun)), default=noun.index)
    ahead = Span(parse[first].span.start, noun.span.start)
    owners = parse.children(noun, "poss", "compound", "amod", "nmod")
    medium = sort_of(noun) in ("outlet", "social media")
    nearest = bisect_left(actors, ahead.start, key=lambda mention: mention.span.start)
    for mention in takewhile(
        lambda m: m.span.start < ahead.end, actors[nearest : nearest + len(ahead)]
    ):
        named = mention.actor is not None and mention.kind not in _PERSONS
        named = named and not (medium and _is_its_name(mention))
        touched = any(mention.span.overlaps(row.span) for row in owners)
        if named and touched and ahead.contains(mention.span):
            yield mention.span
            return
    for row in owners:
        if row.lemma.lower() in _SIDES and row.index < noun.index:
            yield row.span
            return
    for row in parse.children(noun, "poss"):
        if sort_of(row) in BODIES:
            yield span_of(_upto(parse, row))
            return
    if medium:
        return
    for row in owners:
        names = row.pos == "PROPN" and (row.entity == "ORG" or is_outlet(row.text))
        if names and row.index < noun.index:
            yield span_of(_upto(parse, row))
            return


def _is_its_name(mention: ActorMention) -> bool:
    """Whether an outlet's or a platform's own name stands there, rather than whose it is."""
    return is_provisional(mention.actor) or mention.kind in (ActorKind.AGENCY, ActorKind.OUTLET)


def _after(parse: Parse, noun: Token, words: Span, location: Span | None) -> Iterator[Span]:
    """ "of brigades affiliated with …", "for the ministry", "who belongs to …"."""
    written = is_document(noun)
    for preposition in parse.children(noun, "prep", "agent"):
        lemma = preposition.lemma.lower()
        if lemma in (_AUTHORS if written else _BELONGING):
            yield from _bodies(parse, noun, preposition, words, location)
    for clause in parse.children(noun, "acl", "relcl", "amod"):
        if written and clause.lemma.lower() in _WRITING:
            for agent in parse.children(clause, "agent", "prep"):
                if agent.lemma.lower() in ("by", "from"):
                    yield from _bodies(parse, noun, agent, words, location)
        for verb in parse.subtree(clause):
            yield from _tied(parse, noun, verb, words, location)


def _tied(
    parse: Parse, noun: Token, verb: Token, words: Span, location: Span | None
) -> Iterator[Span]:
    if verb.lemma.lower() not in _TYING | {"affiliated", "allied", "loyal"}:
        return
    for preposition in parse.children(verb, "prep"):
        if preposition.lemma.lower() in _TIES_TO:
            yield from _bodies(parse, noun, preposition, words, location)


def _bodies(
    parse: Parse, noun: Token, preposition: Token, words: Span, location: Span | None
) -> Iterator[Span]:
    for body in parse.children(preposition, "pobj"):
        named = body.entity not in _PLACES and body.pos != "PRON"
        whose = preposition.lemma.lower() == "of" and noun.lemma.lower() in _NO_MEMBERS
        fits = named and not whose and body.lemma.lower() not in _NO_BODY
        fits = fits and (body.pos == "PROPN" or sort_of(body) in BODIES or not is_document(noun))
        if fits and words.contains(body.span):
            yield _clip(span_of(_body(parse, body, location)), words)


def _body(parse: Parse, body: Token, location: Span | None) -> list[Token]:
    """The phrase of a body up to a clause, or to the place where its people are."""
    tokens = parse.subtree(body)
    clauses = {
        inner.index
        for clause in parse.children(body, "acl", "relcl")
        for inner in parse.subtree(clause)
        if clause.lemma.lower() not in _TYING
    }
    place = {
        row.index
        for row in tokens
        if location is not None
        and row.dep == "prep"
        and any(inner.span.overlaps(location) for inner in parse.children(row, "pobj"))
    }
    stops = clauses | place
    cut = next(
        (at for at, row in enumerate(tokens) if is_relative(row) or row.index in stops),
        len(tokens),
    )
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
