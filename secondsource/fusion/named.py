"""Whom a report names as its informants."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.annotations import SourceType
from secondsource.claims import Claim, Informant

_GATHERERS = frozenset({SourceType.OUTLET, SourceType.SELF})
_MOST = 6


def informants_in(claims: Iterable[Claim]) -> tuple[str, ...]:
    """What the informants behind claims are called, each once, in the order of the text.

    Outlets, and those of whom it is not sure who is meant, are left out.
    """
    told = [
        informant
        for claim in claims
        for link in claim.attribution
        for informant in link.informants
        if informant.type not in _GATHERERS and informant.key is not None
    ]
    first: dict[str | None, Informant] = {}
    for informant in sorted(told, key=lambda one: (one.words.span, one.name)):
        first.setdefault(informant.key, informant)
    return tuple(informant.name for informant in first.values())


def in_words(names: tuple[str, ...]) -> str:
    """The informants of a report as a sentence for a reader."""
    shown = "; ".join(names[:_MOST])
    more = f"; and {len(names) - _MOST} more" if len(names) > _MOST else ""
    number = "one source" if len(names) == 1 else f"{len(names)} sources"
    return f"names {number}: {shown}{more}"
