"""Private persons in exports: their names give way to numbered stand-ins.

A person is private whom the annotations call so, and a named source whom no registry has. The
name goes wherever it stands in a record: in parties, sources, evidence, and in ids made from it.
A family name alone goes too. Offsets stay those of the report's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from secondsource.annotations import PROVISIONAL, ActorKind, SourceType, is_provisional
from secondsource.claims import ClaimRecord, WireRecord

_SHORTEST_FAMILY_NAME = 3
Kept = TypeVar("Kept", bound=WireRecord)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivatePersons:
    """Persons to mask: what stands in for each of their names and ids, and where these stand."""

    stand_ins: dict[str, str]
    pattern: re.Pattern[str] | None

    def masked(self, records: Iterable[Kept]) -> Iterator[Kept]:
        """The records with the stand-ins for the names."""
        for record in records:
            masked = self._value(record.model_dump())
            yield type(record).model_validate(masked) if self.pattern else record

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self._words(value)
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        if isinstance(value, dict):
            return {name: self._value(item) for name, item in value.items()}
        return value

    def _words(self, words: str) -> str:
        if self.pattern is None:
            return words
        return self.pattern.sub(lambda found: self.stand_ins[_folded(found[0])], words)


def private_persons(claims: Iterable[ClaimRecord]) -> PrivatePersons:
    """The private persons of ``claims``, numbered in the order in which they come."""
    stand_ins: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for key, name in (pair for claim in claims for pair in _named(claim)):
        number = numbers.setdefault(key, len(numbers) + 1)
        stand_ins.setdefault(key, f"{PROVISIONAL}private-person-{number}")
        for part in _parts(name):
            for written in (part, part.upper()):
                stand_ins.setdefault(_folded(written), f"[private person {number}]")
    longest = sorted(stand_ins, key=len, reverse=True)
    alternatives = "|".join(r"\s+".join(map(re.escape, words.split())) for words in longest)
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)") if longest else None
    return PrivatePersons(stand_ins=stand_ins, pattern=pattern)


def _folded(words: str) -> str:
    return " ".join(words.split())


def _parts(name: str) -> Iterator[str]:
    """The whole name, and the family name that is used alone for it."""
    yield name
    words = name.split()
    if len(words) > 1 and len(words[-1]) >= _SHORTEST_FAMILY_NAME:
        yield words[-1]


def _named(claim: ClaimRecord) -> Iterator[tuple[str, str]]:
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
