"""The options of `claims`, and the values that they take.

The values repeat the contract's vocabulary, so that help and completion answer without loading the
rooms; a test holds both together.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Annotated, TypeVar

import typer


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


ReportOption = Annotated[
    str | None, typer.Option(help="Only of this report: its id, the start of it, or its path.")
]
ActorOption = Annotated[
    str | None, typer.Option(help="Only with this actor, in either role: an id or a name.")
]
BetweenOption = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="A B", help="Only between these two actors, either way round."),
]
KindOption = Annotated[KindName | None, typer.Option(help="Only of this kind.")]
TypeOption = Annotated[
    TypeName | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help="Only of this PLOVER type (ASSAULT, AGREE, …) or tie (truce, pledge, …).",
    ),
]
CodeOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Only of this type of your own codebook: TYPE, or CODEBOOK/TYPE."
    ),
]
PolarityOption = Annotated[PolarityName | None, typer.Option(help="Only put so.")]
ModalityOption = Annotated[ModalityName | None, typer.Option(help="Only in this modality.")]
PlaceOption = Annotated[
    str | None, typer.Option(help="Only there: a GeoNames number, or a name in the reports.")
]
CountryOption = Annotated[
    str | None, typer.Option(help="Only in this country: two letters, such as SY.")
]
SinceOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Only what may have been then on."),
]
UntilOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="Only what may have been by then."),
]
