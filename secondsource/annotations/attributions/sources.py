"""What sort of source the words name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from secondsource.annotations.actor_ids import is_provisional
from secondsource.annotations.attribution_records import SourceType
from secondsource.annotations.attributions.grammar import antecedent, is_relative
from secondsource.annotations.attributions.outlets import is_outlet, outlet_type
from secondsource.annotations.attributions.sorts import (
    BODIES,
    PEOPLE,
    is_document,
    sort_of,
    sort_of_word,
)
from secondsource.annotations.records import ActorKind, ActorMention, Parse, Token
from secondsource.text import Span

_BY_ACTOR = {
    ActorKind.STATE: SourceType.NAMED_ORGANISATION,
    ActorKind.GOVERNMENT: SourceType.NAMED_ORGANISATION,
    ActorKind.MILITARY: SourceType.NAMED_ORGANISATION,
    ActorKind.ARMED_GROUP: SourceType.NAMED_ORGANISATION,
    ActorKind.INTERGOVERNMENTAL: SourceType.NAMED_ORGANISATION,
    ActorKind.COALITION: SourceType.NAMED_ORGANISATION,
    ActorKind.PARTY: SourceType.NAMED_ORGANISATION,
    ActorKind.ORGANISATION: SourceType.NAMED_ORGANISATION,
    ActorKind.MONITOR: SourceType.NAMED_ORGANISATION,
    ActorKind.AGENCY: SourceType.OUTLET,
    ActorKind.OUTLET: SourceType.OUTLET,
    ActorKind.PUBLIC_FIGURE: SourceType.NAMED_PERSON,
    ActorKind.PRIVATE_PERSON: SourceType.NAMED_PERSON,
    ActorKind.OFFICE: SourceType.OFFICE_HOLDER,
}
_ROLES = (*PEOPLE, *BODIES, "document", "social media", "outlet", "reporter")
_VAGUE_ROLES = frozenset({"source", "person", "people", "man", "woman"})
_COLLECTIVE = ("ORG", "GPE", "NORP", "FAC", "LOC")
_PEOPLES = ("NORP", "PERSON")
_PLURAL = frozenset({"NNS", "NNPS"})
# Whoever speaks for a body does so by office, named or not.
_MOUTHPIECES = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople representative envoy "
    "ambassador".split()
)
_SOMEBODY = frozenset("a an one another some any".split())
_NAMING = frozenset("know call name identify give introduce dub".split())
_PARTS = frozenset(
    "one some many most several dozen dozens hundred hundreds thousand thousands scores number "
    "couple pair handful two three four five six both few majority half none all".split()
)


def people_meant(parse: Parse, noun: Token) -> Token:
    """The noun inside a count: "one of the defectors", "a number of groups"."""
    if noun.lemma.lower() not in _PARTS and noun.text.lower() not in _PARTS:
        return noun
    for of in parse.children(noun, "prep"):
        for inner in parse.children(of, "pobj"):
            if of.lemma.lower() == "of" and sort_of(inner) in (*PEOPLE, *BODIES):
                return inner
    return noun


def is_several(parse: Parse, noun: Token) -> bool:
    """Whether the words are for several people whom nothing tells apart ("two officials")."""
    inner = people_meant(parse, noun)
    one = inner.index != noun.index and noun.text.lower() == "one"
    plural = inner.tag in _PLURAL or inner.lemma.lower() == "people"
    return plural and not one and sort_of(inner) in PEOPLE


def role_of(parse: Parse, noun: Token) -> str | None:
    """What a source is in one word, the most telling one of its phrase and what is set beside it.

    "a second source, a commander" is a commander; "the leader Abu Bakr" a leader.
    """
    titles = parse.children(noun, "compound", "nmod") if noun.pos == "PROPN" else []
    beside = [*parse.children(noun, "appos"), *titles]
    rows = [token for token in (noun, *beside) if _is_role(token)]
    telling = [token for token in rows if token.lemma.lower() not in _VAGUE_ROLES]
    return next((_word_for(token) for token in telling or rows), None)


def _word_for(token: Token) -> str:
    """The lemma, or the word where only that is in the table ("media")."""
    lemma = token.lemma.lower()
    return lemma if sort_of_word(lemma) else token.text.lower()


def _is_role(token: Token) -> bool:
    return sort_of(token) in _ROLES and (token.pos == "NOUN" or token.entity != "ORG")


def type_of_actor(noun: Token, actors: tuple[ActorMention, ...]) -> SourceType | None:
    """The sort of source that the actors layer resolves a pronoun to."""
    mention = _mention_at(noun, actors)
    if mention is None or mention.span != noun.span or mention.actor is None:
        return None
    return _of_actor(mention)


def _of_actor(mention: ActorMention) -> SourceType | None:
    """By the actor's kind; a name that only looks like an agency's is some body's."""
    guessed = is_provisional(mention.actor)
    found = _BY_ACTOR.get(mention.kind)
    if found is SourceType.OUTLET and guessed and not is_outlet(mention.name):
        return SourceType.NAMED_ORGANISATION
    return found


def source_type(
    parse: Parse, head: Token, text: str, actors: tuple[ActorMention, ...] | None
) -> SourceType | None:
    """The sort of source that a noun phrase names, ``None`` where only reference could tell.

    ``head`` is the phrase's head noun; a relative pronoun is read as what it stands for.
    """
    noun = antecedent(parse, head) if is_relative(head) else head
    noun = people_meant(parse, noun) if noun is not None else None
    if noun is None or noun.pos == "PRON":
        return None
    return (
        _by_phrase(parse, noun, text)
        or _by_registry(noun, actors)
        or (_of_name(noun) if noun.pos == "PROPN" else _of_noun(parse, noun))
    )


def _by_phrase(parse: Parse, noun: Token, text: str) -> SourceType | None:
    """Documents, social media and outlets, which the words themselves tell."""
    whose = () if noun.pos == "PROPN" else ("poss",)
    inside = parse.children(noun, "compound", "nmod", "amod", *whose)
    start = min((token.span.start for token in inside), default=noun.span.start)
    name = Span(min(start, noun.span.start), noun.span.end).of(text)
    found = outlet_type(parse, noun, name)
    return found or (SourceType.DOCUMENT if is_document(noun) else None)


def _by_registry(noun: Token, actors: tuple[ActorMention, ...] | None) -> SourceType | None:
    mention = _mention_at(noun, actors or ())
    if mention is None or mention.actor is None or not mention.span.contains(noun.span):
        return None
    return _of_actor(mention)


def _mention_at(noun: Token, actors: tuple[ActorMention, ...]) -> ActorMention | None:
    """The last mention that begins no later than the word; mentions are in order and disjoint."""
    at = bisect_right(actors, noun.span.start, key=lambda mention: mention.span.start) - 1
    return actors[at] if at >= 0 else None


def _of_name(noun: Token) -> SourceType:
    collective = noun.entity in _COLLECTIVE or sort_of(noun) in BODIES
    return SourceType.NAMED_ORGANISATION if collective else SourceType.NAMED_PERSON


def _of_noun(parse: Parse, noun: Token) -> SourceType | None:
    sort = sort_of(noun)
    if sort in BODIES:
        return _of_body(parse, noun)
    if sort in PEOPLE or sort == "reporter":
        return _of_person(parse, noun)
    return SourceType.OTHER if noun.pos == "NOUN" and noun.entity not in _PEOPLES else None


def _of_body(parse: Parse, noun: Token) -> SourceType:
    """A name, or an institution of which a country has one ("the army"), identifies a body."""
    parts = parse.children(noun, "appos", "compound", "nmod", "poss")
    named = any(row.pos == "PROPN" and row.entity not in ("GPE", "LOC", "NORP") for row in parts)
    single = noun.tag not in _PLURAL or noun.lemma.lower() == "police"
    single = single and sort_of(noun) == "institution"
    return SourceType.NAMED_ORGANISATION if named or single else SourceType.GROUP


def _of_person(parse: Parse, noun: Token) -> SourceType:
    if any(token.entity == "PERSON" for token in _names_given(parse, noun)):
        return SourceType.NAMED_PERSON
    by_office = sort_of(noun) == "office" and not _is_just_one(parse, noun)
    return SourceType.OFFICE_HOLDER if by_office else SourceType.ANONYMOUS


def _names_given(parse: Parse, noun: Token) -> Iterator[Token]:
    """The words that may name whom the noun describes: set beside it, or "known as …"."""
    for row in parse.children(noun, "appos", "compound", "nmod"):
        yield row
        yield from (inner for inner in parse.subtree(row) if row.dep == "appos")
        yield from _names_given(parse, row)
    for clause in parse.children(noun, "relcl", "acl"):
        if clause.lemma.lower() in _NAMING:
            yield from parse.subtree(clause)


def _is_just_one(parse: Parse, noun: Token) -> bool:
    """ "a general", "generals": one or some of several who hold such an office."""
    if noun.lemma.lower() in _MOUTHPIECES:
        return False
    if noun.tag in _PLURAL:
        return not any(row.text.lower() == "the" for row in parse.children(noun, "det"))
    return any(row.text.lower() in _SOMEBODY for row in parse.children(noun, "det", "nummod"))
