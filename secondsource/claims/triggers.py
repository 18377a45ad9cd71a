"""The words that carry a type of event or tie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from secondsource.annotations import Parse, Token
from secondsource.claims.lexicon import Entry, Lexicon, Phrase
from secondsource.claims.syntax import after_preposition, is_verbal, undergoers
from secondsource.text import Span, cover


class Form(Enum):
    """The part of speech under which a trigger was found."""

    VERB = "verb"
    NOUN = "noun"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A head token, the tokens of the whole phrase, and what the phrase means."""

    head: Token
    words: tuple[Token, ...]
    form: Form
    entry: Entry

    @property
    def span(self) -> Span:
        """From the first to the last word of the phrase."""
        return cover(token.span for token in self.words)


_VERB_DEPS = (
    "prt",
    "dobj",
    "advmod",
    "prep",
    "attr",
    "acomp",
    "xcomp",
    "oprd",
    "ccomp",
    "pcomp",
    "nsubjpass",
)
_AUXILIARY = frozenset({"aux", "auxpass", "compound"})
# A month may be spelled like a demonstration.
_NAMES = frozenset({"PERSON", "GPE", "ORG", "NORP", "DATE"})
# "Called the attack on the town cruel" is no call on anybody.
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOUN_DEPS = ("compound", "amod", "nmod", "prep", "pobj", "punct")


def find_triggers(parse: Parse, lexicon: Lexicon) -> Iterator[Trigger]:
    """All readings of all triggers in text order, those of one head longest phrase first.

    A token that is a name is no trigger, and neither is a part of a longer trigger.
    """
    readings = [
        reading
        for token in parse.tokens
        if not (token.pos == "PROPN" and token.entity in _NAMES)
        for reading in _readings(parse, token, lexicon)
    ]
    parts = {word.index for row in readings for word in row.words if word != row.head}
    return (reading for reading in readings if reading.head.index not in parts)


def _readings(parse: Parse, token: Token, lexicon: Lexicon) -> Iterator[Trigger]:
    lemma, word = token.lemma.lower(), token.text.lower()
    if lemma in lexicon.verbs and is_verbal(token) and token.dep not in _AUXILIARY:
        yield from _matches(parse, token, lexicon.verbs[lemma], Form.VERB)
    if word in lexicon.participles and (is_verbal(token) or token.pos in ("ADJ", "NOUN")):
        yield from _matches(parse, token, lexicon.participles[word], Form.PARTICIPLE)
    if lemma in lexicon.nouns and _heads_phrase(parse, token):
        yield from _matches(parse, token, lexicon.nouns[lemma], Form.NOUN)


def _heads_phrase(parse: Parse, noun: Token) -> bool:
    if noun.pos not in ("NOUN", "PROPN"):
        return False
    return noun.dep not in ("compound", "nmod") or parse.head(noun).pos == "PROPN"


def _matches(
    parse: Parse, token: Token, phrases: Iterable[Phrase], form: Form
) -> Iterator[Trigger]:
    for phrase in phrases:
        words = _words(parse, token, phrase, form)
        if words is not None and _sense(parse, token, phrase, form):
            yield Trigger(head=token, words=words, form=form, entry=phrase.entry)


def _words(parse: Parse, head: Token, phrase: Phrase, form: Form) -> tuple[Token, ...] | None:
    """The tokens of the phrase, or ``None`` where a word of it does not stand with the head."""
    if not phrase.rest:
        return (head,)
    deps = _NOUN_DEPS if form is Form.NOUN else _VERB_DEPS
    near = [
        row for row in parse.children(head, *deps) if row.dep != "prep" or row.index > head.index
    ]
    near += [
        below
        for token in near
        for below in parse.children(token)
        if below.dep != "prep" or token.dep not in _OBJECTS
    ]
    found = [head]
    for word in phrase.rest:
        match = next((t for t in near if word in (t.lemma.lower(), t.text.lower())), None)
        if match is None:
            return None
        found.append(match)
    return tuple(sorted(found, key=lambda token: token.index))


def _sense(parse: Parse, head: Token, phrase: Phrase, form: Form) -> bool:
    entry = phrase.entry
    if form is Form.NOUN:
        return True
    if entry.unless_clause and parse.children(head, "xcomp"):
        return False
    objects = undergoers(parse, head)
    if entry.unless_place and any(token.entity in _PLACES for token in objects):
        return False
    objects += after_preposition(parse, head, entry.prepositions)
    return not any(token.lemma.lower() in entry.unless_object for token in objects)
