"""The words that carry a type of event or tie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from secondsource.annotations import Parse, Token
from secondsource.claims.lexicon import Entry, Lexicon, Phrase
from secondsource.claims.syntax import is_verbal, undergoers
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
_NOUN_DEPS = ("compound", "amod", "nmod", "prep", "pobj", "punct")


def find_triggers(parse: Parse, lexicon: Lexicon) -> Iterator[Trigger]:
    """All triggers in text order; a token that is a name is none."""
    for token in parse.tokens:
        if token.pos == "PROPN" and token.entity in ("PERSON", "GPE", "ORG", "NORP"):
            continue
        found = _trigger(parse, token, lexicon)
        if found is not None:
            yield found


def _trigger(parse: Parse, token: Token, lexicon: Lexicon) -> Trigger | None:
    lemma = token.lemma.lower()
    if is_verbal(token) and token.dep not in ("aux", "auxpass", "compound"):
        return _match(parse, token, lexicon.verbs, lemma, Form.VERB) or _match(
            parse, token, lexicon.participles, token.text.lower(), Form.PARTICIPLE
        )
    if token.pos == "ADJ":
        return _match(parse, token, lexicon.participles, token.text.lower(), Form.PARTICIPLE)
    if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod"):
        return _match(parse, token, lexicon.nouns, lemma, Form.NOUN)
    if token.pos == "NOUN" and token.dep in ("compound", "nmod"):
        found = _match(parse, token, lexicon.nouns, lemma, Form.NOUN)
        return found if found is not None and parse.head(token).pos == "PROPN" else None
    return None


def _match(
    parse: Parse, token: Token, table: Mapping[str, tuple[Phrase, ...]], key: str, form: Form
) -> Trigger | None:
    for phrase in table.get(key, ()):
        words = _words(parse, token, phrase, form)
        if words is not None and _sense(parse, token, phrase, form):
            return Trigger(head=token, words=words, form=form, entry=phrase.entry)
    return None


def _words(parse: Parse, head: Token, phrase: Phrase, form: Form) -> tuple[Token, ...] | None:
    """The tokens of the phrase, or ``None`` where a word of it does not stand with the head."""
    if not phrase.rest:
        return (head,)
    deps = _NOUN_DEPS if form is Form.NOUN else _VERB_DEPS
    near = [*parse.children(head, *deps)]
    near += [below for token in near for below in parse.children(token)]
    found = [head]
    for word in phrase.rest:
        match = next((t for t in near if word in (t.lemma.lower(), t.text.lower())), None)
        if match is None:
            return None
        found.append(match)
    return tuple(sorted(found, key=lambda token: token.index))


def _sense(parse: Parse, head: Token, phrase: Phrase, form: Form) -> bool:
    if form is Form.NOUN or not phrase.entry.unless_object:
        return True
    objects = undergoers(parse, head)
    return not any(token.lemma.lower() in phrase.entry.unless_object for token in objects)
