"""Somebody who tells a report something, as the report goes on to describe them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondsource.annotations import PROVISIONAL, SourceDetails, SourceType, Token
from secondsource.claims.describing import Facet

_VAGUE = frozenset({"source", "person", "people", "man", "woman", "member"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One source as one attribution names it. ``number`` is the attribution's; ``alone`` says that
    it is the only one that its words name, ``heading`` that they stand in the title."""

    number: int
    token: Token
    details: SourceDetails
    facets: tuple[Facet, ...]
    shown: str
    alone: bool
    heading: bool
    nested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is known of one informant. ``last`` is the attribution that last named them, and
    ``announced`` says that so far only a list or the title has."""

    facets: tuple[Facet, ...]
    name: str
    id: str | None
    type: SourceType | None
    announced: bool
    last: Told
    details: SourceDetails

    @property
    def plural(self) -> bool:
        """Whether several people are meant who are not told apart."""
        return any(facet.plural for facet in self.facets)


def introduced(told: Told, *, identity: str | None = None, name: str | None = None) -> Teller:
    """Somebody new."""
    return Teller(
        facets=told.facets,
        name=name or told.shown,
        id=identity,
        type=told.details.type,
        announced=not told.alone or told.heading,
        last=told,
        details=told.details,
    )


def again(
    teller: Teller, told: Told, *, identity: str | None = None, name: str | None = None
) -> Teller:
    """The same informant with what another mention adds."""
    new = [facet for facet in told.facets if facet not in teller.facets]
    named = identity is not None and teller.id is None
    return replace(
        teller,
        facets=(*teller.facets, *new),
        name=name if named and name else teller.name,
        id=teller.id or identity,
        type=told.details.type if named or teller.type is None else teller.type,
        announced=teller.announced and (not told.alone or told.heading),
        last=teller.last if told.heading else told,
        details=_joined(teller.details, told.details),
    )


def _joined(first: SourceDetails, then: SourceDetails) -> SourceDetails:
    """What both say, the earlier where both do; a known body before an unknown one."""
    body = then if then.affiliate and not first.affiliate else first
    body = body if body.affiliation else then
    telling = [row.role for row in (first, then) if row.role and row.role not in _VAGUE]
    return replace(
        first,
        role=next(iter(telling), first.role or then.role),
        affiliation=body.affiliation,
        affiliate=body.affiliate,
        location=first.location or then.location,
        closeness=first.closeness or then.closeness,
        anonymity=first.anonymity or then.anonymity,
    )


def keys_of(tellers: Sequence[Teller]) -> tuple[str, ...]:
    """One key each: the id, else the fullest description, numbered from the second alike on."""
    return tuple(_key(teller, tellers[:at]) for at, teller in enumerate(tellers))


def _key(teller: Teller, before: Sequence[Teller]) -> str:
    plain = _plain_key(teller)
    unnamed = [other for other in before if other.id is None]
    alike = len(fitting(unnamed, teller.facets))
    return f"{plain}#{alike + 1}" if alike and teller.id is None else plain


def _plain_key(teller: Teller) -> str:
    if teller.id is not None:
        return teller.id
    telling = [facet for facet in teller.facets if facet.noun not in _VAGUE]
    fullest = max(telling or teller.facets, key=lambda facet: len(facet.before), default=None)
    if fullest is None:
        return teller.name.casefold()
    body = teller.details.affiliate
    bare = body is not None and not fullest.before
    return f"{_spelt(body)} {fullest.words}" if body and bare else fullest.words


def _spelt(actor: str) -> str:
    """An actor's id as words."""
    return actor.removeprefix(PROVISIONAL).replace("-", " ")


def fitting(tellers: Iterable[Teller], facets: Sequence[Facet]) -> list[int]:
    """The indices of those whom one of ``facets`` may describe."""
    return [
        at
        for at, teller in enumerate(tellers)
        if any(facet.fits(mine) for facet in facets for mine in teller.facets)
    ]
