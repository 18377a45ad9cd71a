"""Finds the registry's names in a parse.

The tokens' keys are joined to one string in which all names are looked up at once, overlaps
included. A hit counts if it begins and ends with a token, is written as its name asks, and is not
inside a longer hit that counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from secondsource.annotations.actors.keys import name_key, word_key
from secondsource.annotations.actors.records import Actor, Name, NameUse, Registry
from secondsource.annotations.records import ActorKind, Parse, Token

_LANGUAGES = frozenset({"en", "und"})
_ARTICLES = frozenset({"al", "as", "ash", "an", "ar", "ad", "at", "az", "el", "ul"})
_SMALL = frozenset({"al", "the", "of", "in", "and", "for", "bin", "de", "e"})
_HYPHENS = frozenset("-‐‑")
# Acronyms that are words, so that they say nothing where all letters are capitals.
_ALSO_WORDS = frozenset({"is", "us", "aa", "rt", "who", "au", "eta", "tip", "sams", "vice", "site"})
_MOSTLY_CAPITALS = 0.6
_LEAST_LETTERS = 8
_SHORT_LOWER = 5
_OWNERS = frozenset({ActorKind.STATE, ActorKind.PUBLIC_FIGURE})


class Casing(Enum):
    """How a sentence uses capitals."""

    MIXED = "mixed"
    CAPITALS = "capitals"
    LOWER = "lower"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name of the registry at the tokens ``[first, last]``, with all who bear it, best first."""

    first: int
    last: int
    bearers: tuple[tuple[Actor, Name], ...]

    def __len__(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matcher:
    """All keys of a registry as one automaton; ``bearers[i]`` have the i-th key."""

    automaton: AhoCorasick
    bearers: tuple[tuple[tuple[Actor, Name], ...], ...]


@lru_cache(maxsize=4)
def matcher_for(registry: Registry) -> Matcher:
    """The automaton over all English names, built once for a registry."""
    by_key: dict[str, list[tuple[Actor, Name]]] = {}
    for actor in registry.actors:
        for name in actor.names:
            key = name_key(name.text) if name.language in _LANGUAGES else ""
            for spelled in _spellings(key, actor, name):
                by_key.setdefault(spelled, []).append((actor, name))
    return Matcher(
        automaton=AhoCorasick([f" {key} " for key in by_key]),
        bearers=tuple(tuple(rows) for rows in by_key.values()),
    )


def _spellings(key: str, actor: Actor, name: Name) -> Iterator[str]:
    """The key, and for persons and states the genitive that lost its apostrophe ("Assads")."""
    if key:
        yield key
        if name.use is NameUse.NAME and actor.kind in _OWNERS:
            yield f"{key}s"


def find_names(parse: Parse, registry: Registry) -> tuple[Hit, ...]:
    """The longest hits in text order, disjoint. Who is meant by a shared name is left open."""
    matcher = matcher_for(registry)
    written = [hit for hit in _candidates(parse, matcher) if hit is not None]
    known = {id_ for hit in written for id_ in _spelled_out(hit)}
    counted = (_in_context(hit, known) for hit in written)
    longest_first = sorted(
        (hit for hit in counted if hit is not None), key=lambda hit: (-len(hit), hit.first)
    )
    taken: set[int] = set()
    kept: list[Hit] = []
    for hit in longest_first:
        tokens = range(hit.first, hit.last + 1)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.first))


def casings(parse: Parse) -> tuple[Casing, ...]:
    """The casing of each sentence; one too short to tell is taken to be mixed."""
    return tuple(_casing(parse.sentence(number)) for number in range(len(parse.sentences)))


def _casing(tokens: tuple[Token, ...]) -> Casing:
    letters = list(filter(str.isalpha, "".join([token.text for token in tokens])))
    if len(letters) < _LEAST_LETTERS:
        return Casing.MIXED
    capitals = sum(map(str.isupper, letters))
    if not capitals:
        return Casing.LOWER
    return Casing.CAPITALS if capitals / len(letters) > _MOSTLY_CAPITALS else Casing.MIXED


def _candidates(parse: Parse, matcher: Matcher) -> Iterator[Hit | None]:
    haystack, first_at, last_at = _haystack(parse)
    case = casings(parse)
    found = matcher.automaton.find_matches_as_indexes(haystack, overlapping=True)
    for key, start, end in found:
        first, last = first_at.get(start + 1), last_at.get(end - 1)
        if first is None or last is None:
            continue
        tokens = parse.tokens[first : last + 1]
        borne = {
            actor.id: (actor, name)
            for actor, name in reversed(matcher.bearers[key])
            if _written_as(name, tokens, case[tokens[0].sentence])
        }
        bearers = tuple(reversed(borne.values()))
        yield Hit(first=first, last=last, bearers=bearers) if bearers else None


def _haystack(parse: Parse) -> tuple[str, dict[int, int], dict[int, int]]:
    """The keys with a space around each, a line break between sentences, and the tokens that
    begin and end at each place of it."""
    parts: list[str] = [" "]
    first_at: dict[int, int] = {}
    last_at: dict[int, int] = {}
    length, sentence = 1, 0
    tokens = parse.tokens
    for token in tokens:
        if token.sentence != sentence:
            parts.append("\n ")
            length += 2
            sentence = token.sentence
        key = word_key(token.text)
        if not key:
            continue
        if key in _ARTICLES and _hyphen_follows(parse, token):
            key = "al"
        first_at[length] = token.index
        length += len(key)
        last_at[length] = token.index
        parts.append(f"{key} ")
        length += 1
    return "".join(parts), first_at, last_at


def _hyphen_follows(parse: Parse, token: Token) -> bool:
    following = token.index + 1
    return (
        following < len(parse)
        and parse[following].text in _HYPHENS
        and parse[following].span.start == token.span.end
    )


def _written_as(name: Name, tokens: tuple[Token, ...], case: Casing) -> bool:
    key = name_key(name.text)
    if case is Casing.CAPITALS:
        return key not in _ALSO_WORDS or "." in tokens[0].text
    if name.use is NameUse.ACRONYM:
        return all(not word.isalpha() or word.isupper() for word in (t.text for t in tokens))
    if case is Casing.LOWER:
        return " " in key or len(key) > _SHORT_LOWER
    keys = ((word_key(token.text), token.text) for token in tokens)
    content = [word for key, word in keys if key and key not in _SMALL]
    return (content or [tokens[0].text])[0][:1].isupper()


def _spelled_out(hit: Hit) -> Iterator[str]:
    for actor, name in hit.bearers:
        if name.use is NameUse.NAME:
            yield actor.id


def _in_context(hit: Hit, known: set[str]) -> Hit | None:
    """The hit without bearers whose short name needs a longer one that the report has not."""
    bearers = tuple(
        (actor, name)
        for actor, name in hit.bearers
        if name.use is not NameUse.CONTEXT or actor.id in known
    )
    ordered = sorted(bearers, key=lambda pair: pair[0].id not in known)
    return Hit(first=hit.first, last=hit.last, bearers=tuple(ordered)) if ordered else None
