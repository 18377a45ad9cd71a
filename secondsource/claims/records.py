"""The claim: what one report says happened or holds, who says so, and how surely.

Every value that a reader can see in a claim is, or carries, `Evidence`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum

from secondsource.annotations import (
    ActorKind,
    Category,
    PlacePrecision,
    QuantityRole,
    SourceType,
)
from secondsource.claims.own_codes import Code
from secondsource.claims.review import Review
from secondsource.text import Evidence


class ClaimKind(Enum):
    """What sort of thing a claim says."""

    EVENT = "event"
    TIE = "tie"
    STATEMENT = "statement"
    QUANTITY = "quantity"


class EventType(Enum):
    """PLOVER's sixteen event types (PLOVER manual, Open Event Data Alliance)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class TieType(Enum):
    """The relations between two actors that are kept over time."""

    ALLY = "ally"
    TRUCE = "truce"
    HOSTILE = "hostile"
    AFFILIATE = "affiliate"
    PLEDGE = "pledge"
    MERGER = "merger"
    SPLIT = "split"
    SUPPORT = "support"
    CONTROL = "control"
    DEFECTION = "defection"
    MEMBER = "member"
    LEADER = "leader"
    SPOKESPERSON = "spokesperson"


class Modality(Enum):
    """In which world the claim is placed."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"


class Polarity(Enum):
    """Whether the claim is put forward as so, as not so, or as not confirmed."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


class TimeBasis(Enum):
    """Where the value of a claim's time comes from."""

    STATED = "stated"
    PUBLICATION = "inferred from publication"
    OTHER_REPORTS = "inferred from other reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor in one role of a claim. ``id`` is ``None`` where the words resolve to nobody.

    ``why`` says how the words were resolved, as in `secondsource.annotations.ActorMention`.
    """

    words: Evidence
    id: str | None
    name: str
    kind: ActorKind
    why: str | None = None


ABOUT_A_DAY = "about a day"
"""The precision of a time that is put about the day of the report, not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where. Fields as in `secondsource.annotations.PlaceMention`.

    ``why`` says how the words were attached to the claim, then how they were resolved.
    """

    words: Evidence
    name: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    precision: PlacePrecision = PlacePrecision.UNRESOLVED
    radius_km: float | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When. ``edtf`` at the precision given by the words; ``precision`` names it
    (second, minute, hour, day, week, month, season, year, interval, about a day, unknown).

    ``why`` says how the words were attached to the claim, then how they were read.
    """

    words: Evidence
    edtf: str | None
    precision: str
    basis: TimeBasis
    why: str | None = None

    @property
    def framed(self) -> bool:
        """Whether the claim has no time of its own and is put about the day of its report."""
        return self.precision == ABOUT_A_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many. Fields as in `secondsource.annotations.Quantity`; ``why`` as in `Place`."""

    words: Evidence
    low: float | None
    high: float | None
    best: float | None
    approximate: bool
    unit: str | None
    role: QuantityRole
    category: Category | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Informant:
    """One of those that the source words of a link stand for, with what the report says of them.

    ``key`` is the same wherever a report names or refers to this informant: the resolved id, else
    the words of its fullest description ("syrian opposition official", and "resident#2" for a
    second one whom the same words describe); ``None`` where it is not sure who is meant. ``words``
    name it in this link. The rest is gathered from the whole report; fields as in
    `secondsource.annotations.SourceDetails`. ``why`` says how the words were resolved.
    """

    key: str | None
    name: str
    id: str | None
    type: SourceType
    words: Evidence
    role: str | None = None
    affiliation: Evidence | None = None
    affiliate: str | None = None
    location: Evidence | None = None
    closeness: Evidence | None = None
    anonymity: Evidence | None = None
    several: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of an attribution chain: who said it, by which words, to whom.

    ``via`` is the outlet or agency that was told, ``via_name`` its name where those words only
    stand for it ("this newspaper"), and ``medium`` how it was said ("in a statement").
    ``informants`` are those whom ``source`` stands for, one each. ``recap`` are the words by which
    the report looks back on something said before ("had said"), which it may have from another
    report; ``said`` is when it was said, where the words give a time ("reported last month").
    """

    source: Evidence
    name: str
    type: SourceType
    id: str | None
    cue: Evidence | None
    via: Evidence | None = None
    informants: tuple[Informant, ...] = ()
    recap: Evidence | None = None
    via_name: str | None = None
    medium: Evidence | None = None
    said: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one speaker, in one report, says happened or holds.

    ``attribution`` runs from the outlet outwards: the first link is whom the report cites, the
    last is whoever is said to have said it first; empty means the outlet's own voice.
    ``evidence`` are the sentences or clauses that the claim rests on, ``trigger`` the words that
    carry the type. ``modality_words`` and ``polarity_words`` are the words that mark the two;
    where nothing marks them they are empty, and the claim is actual or affirmed by default.
    ``codes`` are the types of a user's own codebook that it is of, ``review`` says that it stands
    by a person's decision. Confidence and resolved ids stay out of ``id``, so that a better
    gazetteer or registry does not rename the evidence; a claim that a person decided on keeps the
    id it had then.

    Raises:
        ValueError: if there is no evidence, no party and no trigger, if ``type`` does not fit
            ``kind``, or if the confidence is not a probability.
    """

    report_id: str
    kind: ClaimKind
    type: EventType | TieType | None
    trigger: Evidence
    evidence: tuple[Evidence, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    quantities: tuple[Count, ...] = ()
    attribution: tuple[Link, ...] = ()
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED
    hedges: tuple[Evidence, ...] = ()
    modality_words: tuple[Evidence, ...] = ()
    polarity_words: tuple[Evidence, ...] = ()
    extractor: str
    confidence: float
    codes: tuple[Code, ...] = ()
    review: Review | None = None
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", _claim_id(self))
        expected = {ClaimKind.EVENT: EventType, ClaimKind.TIE: TieType}.get(self.kind)
        if not self.evidence:
            raise ValueError("a claim without evidence is not shown, so it is not made")
        if expected is not None and not isinstance(self.type, expected):
            raise ValueError(f"a claim of kind {self.kind.value} has no type {self.type}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not a probability")


def _claim_id(made: Claim) -> str:
    """``c_`` and 16 hexadecimal digits over what is claimed, where, and by which extractor."""
    if made.review is not None and made.review.claim is not None:
        return made.review.claim
    parts = [made.report_id, made.extractor, made.kind.value]
    parts.append(made.type.value if made.type else "")
    words = [made.trigger, *(p.words for p in made.actors), *(p.words for p in made.recipients)]
    parts.extend(f"{word.start}-{word.end}" for word in words)
    parts.append(f"{len(made.actors)}")
    return f"c_{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:16]}"
