"""Claims against a hand-made key: found with a right type and both parties, then field by field.

The headline is the share of the key's claims that are found, times the share of right fields among
those found. Fields are direction, source and stance for every claim, and place, time and quantity
where the key has a value or the program gives one that the key does not allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.records import ActorFound, ClaimFound
from secondsource.text import Span, without_accents

ANY = "*"
FIELDS = ("direction", "source", "stance", "place", "time", "quantity")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyKey:
    """One party: registry ids, or words, any of which will do."""

    ids: tuple[str, ...]
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKey:
    """One claim that a careful coder writes down.

    ``anchor`` covers the words that carry it; alternatives stand side by side in ``types``,
    ``modality``, ``polarity``. ``place`` are names, ``time`` beginnings of EDTF values or words,
    ``quantity`` numbers or ranges; ``ANY`` among them allows any value and none.
    """

    id: str
    anchor: Span
    types: tuple[str, ...]
    actors: tuple[PartyKey, ...]
    recipients: tuple[PartyKey, ...]
    symmetric: bool
    sources: tuple[str, ...]
    modality: tuple[str, ...]
    polarity: tuple[str, ...]
    place: tuple[str, ...]
    time: tuple[str, ...]
    quantity: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A key claim with the program's best answer and each field judged; fields absent if unjudged.

    ``found`` is ``None`` where no claim has a right type and both parties.
    """

    key: ClaimKey
    found: ClaimFound | None
    fields: tuple[tuple[str, bool], ...] = ()


def judge(text: str, keys: Sequence[ClaimKey], claims: Sequence[ClaimFound]) -> list[Judgement]:
    """The best answer to each key claim in a report with this ``text``."""
    return [_judge(text, key, claims) for key in keys]


def _judge(text: str, key: ClaimKey, claims: Sequence[ClaimFound]) -> Judgement:
    near = [claim for claim in claims if _near(key, claim)]
    answers = [
        Judgement(key=key, found=claim, fields=_fields(text, key, claim))
        for claim in near
        if claim.type in key.types and _parties(key, claim)
    ]
    if not answers:
        return Judgement(key=key, found=None)
    return max(answers, key=lambda row: sum(ok for _, ok in row.fields) - len(row.fields))


def _near(key: ClaimKey, claim: ClaimFound) -> bool:
    """Whether the claim stands in the sentence of the key."""
    return any(words.span.overlaps(key.anchor) for words in claim.evidence)


def _parties(key: ClaimKey, claim: ClaimFound) -> bool:
    straight = _all(key.actors, claim.actors) and _all(key.recipients, claim.recipients)
    everyone = (*claim.actors, *claim.recipients)
    either = _all(key.actors, everyone) and _all(key.recipients, everyone)
    return straight or either


def _all(keys: Sequence[PartyKey], found: Sequence[ActorFound]) -> bool:
    return not keys or any(_is(key, party) for key in keys for party in found)


def _is(key: PartyKey, party: ActorFound) -> bool:
    return party.id in key.ids or any(span.overlaps(party.span) for span in key.words)


def _fields(text: str, key: ClaimKey, claim: ClaimFound) -> tuple[tuple[str, bool], ...]:
    rows = [
        ("direction", _direction(key, claim)),
        ("source", _source(key, claim)),
        ("stance", claim.modality in key.modality and claim.polarity in key.polarity),
    ]
    place = claim.place
    names = (place.name or "", place.text) if place else ()
    rows += _optional("place", key.place, names)
    time = claim.time
    times = (time.edtf or "", time.span.of(text)) if time else ()
    rows += _optional("time", key.time, times)
    rows += _optional("quantity", key.quantity, _numbers(claim))
    return tuple(rows)


def _direction(key: ClaimKey, claim: ClaimFound) -> bool:
    if key.symmetric:
        return True
    return _all(key.actors, claim.actors) and _all(key.recipients, claim.recipients)


def _source(key: ClaimKey, claim: ClaimFound) -> bool:
    if not key.sources:
        return not claim.attribution
    words = [_plain(link.source) for link in claim.attribution]
    return any(
        _plain(source) in found or found in _plain(source)
        for source in key.sources
        for found in words
    )


def _optional(name: str, allowed: Sequence[str], found: Sequence[str]) -> list[tuple[str, bool]]:
    if ANY in allowed or (not allowed and not found):
        return []
    return [(name, any(_plain(key) in _plain(value) for key in allowed for value in found))]


def _numbers(claim: ClaimFound) -> tuple[str, ...]:
    rows = []
    for quantity in claim.quantities:
        if quantity.best is not None:
            rows.append(f"={quantity.best:g}=")
        rows.append(f"={_number(quantity.low)}-{_number(quantity.high)}=")
    return tuple(rows)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _plain(words: str) -> str:
    return without_accents(words).casefold()
