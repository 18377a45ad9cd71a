"""Who stands on the two sides of an event, with what the registry knows of each.

Where all do the same to each other, the first stands against the rest; nobody stands on both sides.
Words that resolve to nobody and tell not even of what sort they are ("planes", "them") are no side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondsource.annotations import ActorKind, is_provisional, load_registry
from secondsource.claims import PartyRecord
from secondsource.exports.selection import Account
from secondsource.views import ActorRecord

UCDP = "ucdp:"
STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
ARMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.COALITION})
UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.COMMUNITY, ActorKind.PRIVATE_PERSON})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One actor of a side. ``ucdp`` is its number in the UCDP Actor Dataset, ``country`` two
    letters; ``words`` what the first claim calls it."""

    id: str | None
    name: str
    kind: ActorKind
    words: str
    country: str | None
    ucdp: str | None

    @property
    def named(self) -> bool:
        """Whether it is somebody in particular."""
        return self.id is not None

    @property
    def provisional(self) -> bool:
        """Whether no registry has it."""
        return self.id is not None and is_provisional(self.id)


def sides_of(account: Account) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Those who act and those whom they act on, first to last."""
    doers = _sides(account.event.actors, account)
    others = _sides(account.event.recipients, account)
    keys = {(one.id, one.name) for one in doers}
    across = tuple(one for one in others if (one.id, one.name) not in keys)
    if others and not across and len(doers) > 1:
        return doers[:1], doers[1:]
    return doers, across


def _sides(actors: Iterable[ActorRecord], account: Account) -> tuple[Side, ...]:
    parties = [p for claim in account.claims for p in (*claim.actors, *claim.recipients)]
    sides = (_side(actor, parties) for actor in actors)
    return tuple(one for one in sides if one.named or one.kind is not ActorKind.UNKNOWN)


def _side(actor: ActorRecord, parties: Iterable[PartyRecord]) -> Side:
    said = next((p for p in parties if (p.id, p.name) == (actor.id, actor.name)), None)
    if said is None:
        said = next((p for p in parties if p.id == actor.id and p.id is not None), None)
    known = load_registry().get(actor.id)
    numbers = known.same_as if known else ()
    return Side(
        id=actor.id,
        name=actor.name,
        kind=known.kind if known else (said.kind if said else ActorKind.UNKNOWN),
        words=said.text if said and said.text else actor.name,
        country=known.country if known else None,
        ucdp=next((key.removeprefix(UCDP) for key in numbers if key.startswith(UCDP)), None),
    )
