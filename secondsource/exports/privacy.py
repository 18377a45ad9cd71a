"""Private persons in exports: their names give way to numbered stand-ins.

A person is private whom the annotations call so, and a named source whom no registry has. The
name goes wherever it stands in a record: in parties, sources, evidence, and in ids made from it.
A family name alone goes too. Offsets stay those of the report's own text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from secondsource.annotations import PROVISIONAL, ActorKind, SourceType, is_provisional
from secondsource.claims import ClaimRecord, WireRecord
from secondsource.views import ReportRow

_SHORTEST_FAMILY_NAME = 3
STAND_IN = f"{PROVISIONAL}private-person-"
BLOCK = "\u2588"
_LETTER = re.compile(r"\w")
_BEFORE_LETTERS = re.compile(r"^\W+")
_WORD = re.compile(rf"(?<!\w){re.escape(PROVISIONAL)}[\w-]+|(?<!\w)\w+")
Kept = TypeVar("Kept", bound=WireRecord)


Cover: TypeAlias = Callable[[str, str], str]
"""Takes a name as it is written and its stand-in, and gives what to write instead."""


def numbered(_: str, stand_in: str) -> str:
    """ "[private person 1]"."""
    return stand_in


def blocked(written: str, _: str) -> str:
    """A block for each letter, so that all offsets into a text stay what they are."""
    return _LETTER.sub(BLOCK, written)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivatePersons:
    """Persons to mask: what stands in for each of their names and ids, and where these stand.

    ``by_start`` finds the names that begin with a word, so that a text costs the same however many
    names there are. ``cover`` makes what is written for a name found.
    """

    stand_ins: dict[str, str]
    by_start: dict[str, re.Pattern[str]]
    cover: Cover = numbered

    @property
    def known(self) -> int:
        """How many persons are masked."""
        return sum(key.startswith(PROVISIONAL) for key in self.stand_ins)

    def masked(self, records: Iterable[Kept]) -> Iterator[Kept]:
        """The records with the stand-ins for the names."""
        for record in records:
            yield self._record(record) if self.stand_ins else record

    def masked_row(self, row: ReportRow) -> ReportRow:
        """A row of the list of reports with the stand-ins for the names."""
        title, path = (self.words(said) if said else said for said in (row.title, row.path))
        return replace(row, title=title, path=path)

    def words(self, said: str) -> str:
        """``said`` with the stand-ins for the names."""
        if not self.stand_ins:
            return said
        parts: list[str] = []
        done = 0
        for word in _WORD.finditer(said):
            if word.start() < done:
                continue
            found = self._name_at(said, word)
            if found is not None:
                end, stand_in = found
                parts += (said[done : word.start()], stand_in)
                done = end
        return "".join((*parts, said[done:])) if parts else said

    def _name_at(self, said: str, word: re.Match[str]) -> tuple[int, str] | None:
        if word[0] in self.stand_ins and word[0].startswith(PROVISIONAL):
            return word.end(), self.stand_ins[word[0]]
        names = self.by_start.get(word[0])
        found = names.match(said, word.start()) if names else None
        if found is None:
            return None
        return found.end(), self.cover(found[0], self.stand_ins[_folded(found[0])])

    def _record(self, record: Kept) -> Kept:
        return type(record).model_validate(self._value(record.model_dump()))

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        if isinstance(value, dict):
            return {name: self._value(item) for name, item in value.items()}
        return value


def private_persons(claims: Iterable[ClaimRecord]) -> PrivatePersons:
    """The private persons of ``claims``, numbered in the order in which they come."""
    return persons_named(pair for claim in claims for pair in named_in(claim))


def persons_named(named: Iterable[tuple[str, str]], cover: Cover = numbered) -> PrivatePersons:
    """Persons given by id and name; an id that stands in for one already is left as it is."""
    stand_ins: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for key, name in named:
        if key.startswith(STAND_IN):
            stand_ins.setdefault(key, key)
        number = numbers.setdefault(key, len(numbers) + 1)
        stand_ins.setdefault(key, f"{STAND_IN}{number}")
        for written in (*_written(name), *_slug(key)):
            stand_ins.setdefault(written, f"[private person {number}]")
    return PrivatePersons(stand_ins=stand_ins, by_start=_by_start(stand_ins), cover=cover)


def _by_start(names: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """A pattern for the names that begin with each word, the longest of them first."""
    starts: dict[str, list[str]] = {}
    for name in names:
        first = _WORD.search(name)
        if first is not None and not name.startswith(PROVISIONAL):
            starts.setdefault(first[0], []).append(name)
    return {
        word: re.compile("|".join(map(_pattern, sorted(some, key=len, reverse=True))))
        for word, some in starts.items()
    }


def _pattern(name: str) -> str:
    spaced = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){spaced}(?!\w)"


def _folded(words: str) -> str:
    return " ".join(words.split())


def _written(name: str) -> Iterator[str]:
    """The whole name from its first letter, and the family name that is used alone for it, also in
    capitals; the whole name also in small letters, as keys have it."""
    words = _BEFORE_LETTERS.sub("", name).split()
    if not words:
        return
    whole = " ".join(words)
    yield from (whole, whole.upper())
    if len(words) > 1:
        yield whole.casefold()
        if len(words[-1]) >= _SHORTEST_FAMILY_NAME:
            yield from (words[-1], words[-1].upper())


def _slug(key: str) -> Iterator[str]:
    """The name as ids and file names write it, where it has several words."""
    slug = key.removeprefix(PROVISIONAL)
    if "-" in slug and slug != key and not key.startswith(STAND_IN):
        yield slug


def named_in(claim: ClaimRecord) -> Iterator[tuple[str, str]]:
    """The provisional id and the name of each private person of a claim."""
    for party in (*claim.actors, *claim.recipients):
        if party.kind is ActorKind.PRIVATE_PERSON and party.id is not None:
            yield party.id, party.name
    for link in claim.attribution:
        told = link.source
        alone = [(told.type, told.id, told.name)] if len(link.informants) < 2 else []
        each = [(row.type, row.id, row.name) for row in link.informants]
        for sort, key, name in (*alone, *each):
            if sort is not SourceType.NAMED_PERSON:
                continue
            if key is not None and is_provisional(key):
                yield key, name
            elif key is None and _ends_on_a_name(name):
                yield PROVISIONAL + "-".join(name.casefold().split()), name


def _ends_on_a_name(words: str) -> bool:
    """Whether the last word has a capital: "Sample Person", but not "a man"."""
    return any(last[:1].isupper() for last in words.split()[-1:])
