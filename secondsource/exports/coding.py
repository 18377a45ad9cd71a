"""Under which of ACLED's and UCDP's types an event comes.

ACLED: a codebook of the user's own decides first, then the PLOVER codes of the codebook
(``vocabulary/acled.toml``) where they say enough.
Of force without a mode the words that tell of it decide, and else who is hit: the armed by the
armed is a battle, the unarmed by anybody violence against civilians.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from secondsource.annotations import ActorKind
from secondsource.claims import (
    AcledType,
    ClaimRecord,
    EventType,
    Modality,
    ViolenceType,
    load_acled,
    violence_between,
)
from secondsource.exports.selection import Account
from secondsource.exports.sides import ARMED, STATE, UNARMED, Side
from secondsource.exports.tally import Tally

CLASH = "Armed clash"
ATTACK = "Attack"
AGREEMENT = "Agreement"
_FORCE = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_BY_TYPE_ALONE = frozenset({EventType.AGREE, EventType.PROTEST})

NOT_ACTUAL = "it is planned, possible, requested or hypothetical, and has not happened"
IN_MAIN = "it is whole, and in the main file"
NOT_SAID = "no claim says that it is so: it is only denied or not confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncoded:
    """Why a data set has no row for an event."""

    why: str


Coded = TypeVar("Coded")
Sides = tuple[tuple[Side, ...], tuple[Side, ...]]


def coded(rows: Iterable[Coded | Uncoded], tally: Tally) -> Iterator[Coded]:
    """The rows that there are; why there is none for the others is counted."""
    for row in rows:
        if isinstance(row, Uncoded):
            tally.skip(row.why)
        else:
            yield row


def split(
    rows: Iterable[Coded | Uncoded], lacking: Callable[[Coded], str | None], *, whole: bool
) -> Iterator[Coded | Uncoded]:
    """The rows that a data set would take, or those that lack something that it asks for.

    ``lacking`` says what a row lacks, ``None`` for a whole one.
    """
    for row in rows:
        why = None if isinstance(row, Uncoded) else lacking(row)
        if isinstance(row, Uncoded) or (why is None) is whole:
            yield row
        else:
            yield Uncoded(why=f"{why}: it is in the file of incomplete events" if why else IN_MAIN)


def not_happened(account: Account) -> Uncoded | None:
    """Why an event is none, for a data set of what happened."""
    if account.event.modality is not Modality.ACTUAL:
        return Uncoded(why=NOT_ACTUAL)
    return None if account.event.supporting else Uncoded(why=NOT_SAID)


def acled_type(account: Account, sides: Sides) -> AcledType | Uncoded:
    """The sub-event type, the gravest where claims differ."""
    missing = not_happened(account)
    if missing is not None:
        return missing
    own = _of_own_codebook(account.supporting)
    if own is not None:
        return own
    if account.event.type is EventType.ASSAULT:
        return _of_force(account, sides)
    if account.event.type is EventType.AGREE and not all(sides):
        return Uncoded(why="an agreement with one party known is none for ACLED")
    codes = {f"{claim.type}/{claim.mode}" for claim in account.supporting if claim.mode}
    if account.event.type in _BY_TYPE_ALONE:
        codes.add(account.event.type.value)
    found = next((kind for kind in load_acled() if kind.codes & codes), None)
    return found or Uncoded(why=f"ACLED has no type for {account.event.type.value}")


def violence_type(sides: Sides) -> ViolenceType | None:
    """UCDP's type of violence; ``None`` where one side is not known to be armed or a state, or the
    other is not known at all."""
    return violence_between(*(_kinds(side) for side in sides))


def _of_own_codebook(claims: Iterable[ClaimRecord]) -> AcledType | None:
    """What the user's own codebook maps its types to."""
    names = {code.acled for claim in claims for code in claim.codes}
    return next((kind for kind in load_acled() if kind.sub_event in names), None)


def _of_force(account: Account, sides: Sides) -> AcledType | Uncoded:
    codes = {f"ASSAULT/{claim.mode}" for claim in account.supporting if claim.mode}
    kinds = [kind for kind in load_acled() if kind.sub_event not in (CLASH, ATTACK)]
    by_mode = next((kind for kind in kinds if kind.codes & codes), None)
    if by_mode is not None:
        return by_mode
    by_words = next((kind for kind in kinds if _told_by(kind, account.supporting)), None)
    return by_words or _by_target(sides)


def _told_by(kind: AcledType, claims: Iterable[ClaimRecord]) -> bool:
    """Whether the words that tell of the event are the codebook's words for the type."""
    return kind.event in _FORCE and any(kind.cues.search(claim.trigger.text) for claim in claims)


def _by_target(sides: Sides) -> AcledType | Uncoded:
    doers, others = map(_kinds, sides)
    armed = STATE | ARMED
    if doers & armed and others & armed:
        return _named(CLASH)
    if others and others <= UNARMED:
        return _named(ATTACK)
    return Uncoded(why="who is hit by whom is not known well enough to tell battle from attack")


def _named(sub_event: str) -> AcledType:
    [found] = [kind for kind in load_acled() if kind.sub_event == sub_event]
    return found


def _kinds(side: Iterable[Side]) -> frozenset[ActorKind]:
    return frozenset(one.kind for one in side)
