"""A codebook of the user's own: types under PLOVER's or under ties, their words, and examples."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondsource.claims.lexicon import TABLES, Entry, Lexicon, indexed
from secondsource.claims.own_codes import ViolenceType
from secondsource.claims.records import EventType, TieType
from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """Words that carry a type: lemmas, as in the shipped lexicon, and how the roles stand."""

    entry: Entry
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()

    @property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        """The phrases by part of speech."""
        return dict(zip(TABLES, (self.verbs, self.nouns, self.participles), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnType:
    """A type of the codebook. A claim can be of it only if its own type is ``parent``.

    ``mode`` and ``contexts`` go to claims of the type that have none; ``acled`` is a sub-event
    type of ACLED.
    """

    name: str
    parent: EventType | TieType
    definition: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    acled: str | None = None
    violence: ViolenceType | None = None
    words: tuple[OwnWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A labelled sentence on ``line`` of the file; no ``types`` means that it is of none."""

    line: int
    text: str
    types: frozenset[str]
    source: Span | None = None
    target: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """A checked codebook. ``digest`` is the SHA-256 of its file, in hexadecimal, by which codebooks
    are compared."""

    name: str
    digest: str
    types: tuple[OwnType, ...] = field(compare=False)
    examples: tuple[Example, ...] = field(default=(), compare=False)

    def type_of(self, name: str | None) -> OwnType | None:
        """The type of that name."""
        return next((row for row in self.types if row.name == name), None)

    def lexicon(self, parents: type[EventType] | type[TieType]) -> Lexicon:
        """The words of the types under ``parents``."""
        return indexed(
            (words.entry, words.phrases)
            for row in self.types
            if isinstance(row.parent, parents)
            for words in row.words
        )
