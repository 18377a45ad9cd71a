"""The values that options of `claims` take.

They repeat the contract's vocabulary, so that help and completion answer without loading the
rooms; a test holds both together.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeVar


class KindName(Enum):
    """What sort of thing a claim says."""

    EVENT = "event"
    TIE = "tie"
    STATEMENT = "statement"
    QUANTITY = "quantity"


class PolarityName(Enum):
    """Whether a claim is put forward as so."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


class ModalityName(Enum):
    """In which world a claim is placed."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"


class TypeName(Enum):
    """PLOVER's sixteen event types, and the ties."""

    ACCUSE = "ACCUSE"
    AGREE = "AGREE"
    AID = "AID"
    ASSAULT = "ASSAULT"
    COERCE = "COERCE"
    CONCEDE = "CONCEDE"
    CONSULT = "CONSULT"
    COOPERATE = "COOPERATE"
    MOBILIZE = "MOBILIZE"
    PROTEST = "PROTEST"
    REJECT = "REJECT"
    REQUEST = "REQUEST"
    RETREAT = "RETREAT"
    SANCTION = "SANCTION"
    SUPPORT = "SUPPORT"
    THREATEN = "THREATEN"
    ALLY = "ally"
    TRUCE = "truce"
    HOSTILE = "hostile"
    AFFILIATE = "affiliate"
    PLEDGE = "pledge"
    MERGER = "merger"
    SPLIT = "split"
    TIE_SUPPORT = "support"
    CONTROL = "control"
    DEFECTION = "defection"
    MEMBER = "member"
    LEADER = "leader"
    SPOKESPERSON = "spokesperson"


Member = TypeVar("Member", bound=Enum)


def member(vocabulary: type[Member], given: Enum | None) -> Member | None:
    """The member of ``vocabulary`` that has the value given."""
    return None if given is None else vocabulary(given.value)
