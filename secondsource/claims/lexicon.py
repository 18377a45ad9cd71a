"""The lexicon: which words carry which type of event or tie.

The entries are data in ``vocabulary/``; definitions of the event types are those of the PLOVER
manual (Open Event Data Alliance), of the ties those of the machine contract.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from secondsource.claims.records import EventType, TieType
from secondsource.errors import MissingResource

_FLAGS = (
    "reciprocal",
    "affects",
    "distinct",
    "inherits",
    "held",
    "one_sided",
    "needs_recipient",
    "unless_clause",
    "unless_place",
    "swapped",
)
TABLES = ("verbs", "nouns", "participles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a trigger means and how its parties stand to it.

    ``prepositions`` introduce the recipient where it is no direct object; ``affects`` says that a
    noun's "of" names the recipient; ``reciprocal`` that both sides do it; ``distinct`` that a pair
    does it to each other only where the words say so; ``inherits`` that a mention without parties
    takes those of the last pair spoken of; ``held`` that a noun stands for its holder;
    ``one_sided`` that one party is enough; ``unless_clause`` and ``unless_place`` that the verb
    means something else before "to" and a verb, or where its object is a place; ``swapped`` that
    the subject is the recipient ("came under fire from"). ``code`` is the type of a user's own
    codebook that the words carry.
    """

    type: EventType | TieType
    mode: str | None = None
    prepositions: frozenset[str] = frozenset()
    reciprocal: bool = False
    affects: bool = False
    distinct: bool = False
    inherits: bool = False
    held: bool = False
    one_sided: bool = False
    needs_recipient: bool = False
    unless_clause: bool = False
    unless_place: bool = False
    unless_object: frozenset[str] = frozenset()
    swapped: bool = False
    contexts: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One lexicon phrase: its head lemma, the lemmas that must stand with it, and its meaning."""

    head: str
    rest: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Phrases by head lemma, longest first, for verbs and for nouns."""

    verbs: Mapping[str, tuple[Phrase, ...]]
    nouns: Mapping[str, tuple[Phrase, ...]]
    participles: Mapping[str, tuple[Phrase, ...]]


@lru_cache(maxsize=2)
def load_lexicon(name: str) -> Lexicon:
    """The shipped lexicon ``events`` or ``ties``.

    Raises:
        MissingResource: if the file is absent or is no lexicon.
    """
    source = files("secondsource.claims").joinpath("vocabulary", f"{name}.toml")
    try:
        rows = tomllib.loads(source.read_text(encoding="utf-8"))["entries"]
        types: type[EventType] | type[TieType] = EventType if name == "events" else TieType
        return indexed((_entry(row, types), row) for row in rows)
    except (OSError, KeyError, ValueError) as error:
        raise MissingResource(
            str(source), f"the lexicon cannot be read: {error}", "install the package again"
        ) from error


def _entry(row: Mapping[str, Any], types: type[EventType] | type[TieType]) -> Entry:
    flags: dict[str, Any] = {flag: bool(row.get(flag, False)) for flag in _FLAGS}
    return Entry(
        type=types(row["type"]),
        mode=row.get("mode"),
        contexts=tuple(row.get("contexts", ())),
        prepositions=frozenset(row.get("prepositions", ())),
        **flags,
        unless_object=frozenset(row.get("unless_object", ())),
    )


def indexed(entries: Iterable[tuple[Entry, Mapping[str, Sequence[str]]]]) -> Lexicon:
    """The lexicon of entries with their phrases by part of speech (`TABLES`)."""
    tables: dict[str, dict[str, list[Phrase]]] = {kind: defaultdict(list) for kind in TABLES}
    for entry, row in entries:
        for kind, table in tables.items():
            for words in row.get(kind, ()):
                phrase = _phrase(words.split(), kind, entry)
                table[phrase.head].append(phrase)
    return Lexicon(
        verbs=_longest_first(tables["verbs"]),
        nouns=_longest_first(tables["nouns"]),
        participles=_longest_first(tables["participles"]),
    )


def joined(own: Lexicon, shipped: Lexicon) -> Lexicon:
    """Both; of phrases of one head and length those of ``own`` come first."""
    return Lexicon(
        verbs=_merged(own.verbs, shipped.verbs),
        nouns=_merged(own.nouns, shipped.nouns),
        participles=_merged(own.participles, shipped.participles),
    )


def _merged(
    own: Mapping[str, tuple[Phrase, ...]], shipped: Mapping[str, tuple[Phrase, ...]]
) -> dict[str, tuple[Phrase, ...]]:
    heads = {head: [*own.get(head, ()), *shipped.get(head, ())] for head in (*shipped, *own)}
    return _longest_first(heads)


def _phrase(words: list[str], kind: str, entry: Entry) -> Phrase:
    """A noun phrase's head is its last word, or the word before its first "of"."""
    head = 0
    if kind == "nouns":
        head = words.index("of") - 1 if "of" in words else len(words) - 1
    rest = tuple(word for index, word in enumerate(words) if index != head)
    return Phrase(head=words[head], rest=rest, entry=entry)


def _longest_first(table: Mapping[str, list[Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    return {
        head: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest)))
        for head, phrases in table.items()
    }
