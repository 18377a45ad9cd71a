"""What the words say of a source: what it is, whose, where, how near, and why it has no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from secondsource.annotations.attribution_records import (
    AttributionMention,
    SourceDetails,
    SourceType,
)
from secondsource.annotations.attributions.affiliation import affiliation_of
from secondsource.annotations.attributions.grammar import (
    NOMINAL,
    SUBJECTS,
    left_edge,
    run,
    sentence_of,
    span_of,
    strip,
)
from secondsource.annotations.attributions.outlets import stands_for_its_own_outlet
from secondsource.annotations.attributions.sorts import PEOPLE, sort_of
from secondsource.annotations.attributions.sources import (
    is_several,
    people_meant,
    role_of,
    source_type,
    type_of_actor,
)
from secondsource.annotations.attributions.stated import anonymity_in, closeness_in
from secondsource.annotations.attributions.telling import cue_verb, medium_of, named, told_outlet
from secondsource.annotations.attributions.whereabouts import location_of, spoken_at
from secondsource.annotations.records import Layers, Parse, Token
from secondsource.text import Span

_TWO = 2
_OWN = frozenset({"his", "her", "their", "our", "my"})


def with_details(
    layers: Layers, parse: Parse, mentions: Sequence[AttributionMention]
) -> tuple[AttributionMention, ...]:
    """The attributions with each of their sources described, and to whom and how they spoke."""
    return tuple(_with_details(layers, parse, mention) for mention in mentions)


def _with_details(layers: Layers, parse: Parse, mention: AttributionMention) -> AttributionMention:
    phrase = _phrase(layers.report.text, mention)
    head = _head(parse, phrase) if phrase is not None else None
    verb = cue_verb(parse, mention)
    if phrase is None or head is None or verb is None:
        return mention
    stated = named(parse, mention.via) if mention.via else None
    via = stated or told_outlet(parse, layers.report.text, verb, head)
    medium = medium_of(parse, verb)
    details = tuple(_details(layers, parse, mention, phrase, head))
    return replace(mention, via=via, medium=medium, details=details)


def _phrase(text: str, mention: AttributionMention) -> Span | None:
    """The phrase that names the source: what a relative pronoun stands for, "WHO" being none."""
    source = mention.source[0] if mention.source else None
    acronym = source is not None and source.of(text).isupper()
    return source if acronym or mention.antecedent is None else mention.antecedent


def _details(
    layers: Layers, parse: Parse, mention: AttributionMention, phrase: Span, head: Token
) -> Iterator[SourceDetails]:
    listed = [head, *_joined(parse, head, phrase)]
    heads = [noun for at, noun in enumerate(listed) if not _is_title(parse, listed[at:])]
    said = _said_with(parse, mention)
    for at, noun in enumerate(heads):
        end = left_edge(parse, heads[at + 1]) if at + 1 < len(heads) else None
        words = _member(parse, noun, phrase, end)
        found = _described(layers, parse, noun, words)
        if len(heads) == 1:
            found = _with_stated(layers, parse, mention, found, said)
        yield found


def _head(parse: Parse, phrase: Span) -> Token | None:
    tokens = parse.within(phrase)
    inside = {token.index for token in tokens}
    tops = [row for row in tokens if row.head not in inside or row.head == row.index]
    return next((row for row in tops if people_meant(parse, row).pos in NOMINAL), None)


def _joined(parse: Parse, head: Token, phrase: Span) -> list[Token]:
    """The other members of "an official and a commander", within the phrase."""
    found: list[Token] = []
    rows = parse.children(head, "conj")
    while rows:
        row = rows.pop(0)
        if phrase.contains(row.span) and row.pos in NOMINAL:
            found.append(row)
            rows.extend(parse.children(row, "conj"))
    return found


def _is_title(parse: Parse, nouns: Sequence[Token]) -> bool:
    """Whether the first noun is but one of two titles: "retired officer and analyst John Smith"."""
    if len(nouns) < _TWO or nouns[0].tag != "NN" or nouns[1].entity != "PERSON":
        return False
    return not parse.children(nouns[0], "det", "poss", "nummod", "appos")


def _member(parse: Parse, noun: Token, phrase: Span, end: int | None) -> Span:
    """The words of one member, with what follows it up to the next."""
    tokens = parse.within(phrase)
    high = end if end is not None else tokens[-1].index + 1
    kept = strip(run(parse, noun, tokens[0].index, high))
    return span_of(kept) if kept else noun.span


def _described(layers: Layers, parse: Parse, top: Token, words: Span) -> SourceDetails:
    noun = people_meant(parse, top)
    actors = layers.actors or ()
    type_ = source_type(parse, noun, layers.report.text, layers.actors) or type_of_actor(
        noun, actors
    )
    own = stands_for_its_own_outlet(layers.report, parse, noun)
    places = layers.places or ()
    location = location_of(parse, noun, words, places)
    affiliation, affiliate = affiliation_of(parse, noun, words, actors, location)
    return SourceDetails(
        words=words,
        head=noun.span,
        type=SourceType.SELF if own else type_,
        role="own outlet" if own else _role(parse, noun, type_),
        affiliation=affiliation,
        affiliate=affiliate,
        location=location,
        several=is_several(parse, top),
    )


def _role(parse: Parse, noun: Token, type_: SourceType | None) -> str | None:
    body = type_ is SourceType.NAMED_ORGANISATION
    named = body and (noun.pos == "PROPN" or sort_of(noun) in PEOPLE)
    return None if named else role_of(parse, noun)


def _with_stated(
    layers: Layers,
    parse: Parse,
    mention: AttributionMention,
    found: SourceDetails,
    said: Span,
) -> SourceDetails:
    """``found`` with what set phrases of its own words or beside the cue say."""
    text = layers.report.text
    verb = cue_verb(parse, mention)
    return replace(
        found,
        location=found.location or (spoken_at(parse, verb, layers.places or ()) if verb else None),
        closeness=closeness_in(text, found.words) or _shown_by_content(parse, mention),
        anonymity=anonymity_in(text, found.words) or anonymity_in(text, said),
    )


def _said_with(parse: Parse, mention: AttributionMention) -> Span:
    """The sentence of the source, where terms of anonymity may stand behind the cue."""
    words = (*mention.source, *mention.cue)
    token = parse.within(words[0])[0]
    start, end = sentence_of(parse, token)
    return span_of(parse.tokens[start:end])


def _shown_by_content(parse: Parse, mention: AttributionMention) -> Span | None:
    """How near the source's own people were, by its own account: "followed by his movement"."""
    for content in mention.content:
        for token in parse.within(content):
            if token.lemma.lower() not in _WATCHING or parse.children(token, *SUBJECTS[:1]):
                continue
            for by in parse.children(token, "agent"):
                below = parse.subtree(by)
                if any(row.tag == "PRP$" and row.text.lower() in _OWN for row in below):
                    first = min([token.index, *(t.index for t in _adverbs(parse, token))])
                    return span_of(strip(parse.tokens[first : below[-1].index + 1]))
    return None


def _adverbs(parse: Parse, verb: Token) -> list[Token]:
    rows = parse.children(verb, "advmod")
    return [row for row in rows if row.index == verb.index - 1]


_WATCHING = frozenset("follow monitor watch observe track witness attend".split())
