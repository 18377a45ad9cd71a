"""What comparing reports and claims yields: lineage, events, ties and verdicts, with reasons."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from secondsource.annotations import Category, QuantityRole
from secondsource.claims import EventType, Modality, Place, TieType, Time
from secondsource.text import Span


class Relation(Enum):
    """How a report's text or information relates to another report's."""

    REPRINT = "reprint"
    REWRITE = "rewrite"
    CITES = "cites"
    INDEPENDENT = "independent"


class Credibility(Enum):
    """The second half of the Admiralty code (STANAG 2511): of information, never of people."""

    CONFIRMED = 1
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    UNJUDGED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Where one report comes from.

    ``origin`` is shared by all reports that rest on the same informant chain; ``copies`` is the
    report copied or cited, if it is in the set; ``share`` the part of the report's sentences (0 to
    1) that stand in it.
    """

    report_id: str
    origin: str
    copies: str | None
    relation: Relation
    agency: str | None
    share: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason of a verdict as a sentence, with the ids of the claims that it rests on."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A credibility digit with its reasons, never without them.

    ``row`` is the row of the decision table that gave the digit, ``None`` where no table did.
    """

    credibility: Credibility
    reasons: tuple[Reason, ...]
    row: int | None = None

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("a verdict is never given without reasons")

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons as sentences."""
        return tuple(reason.text for reason in self.reasons)


class ContradictionKind(Enum):
    """In what two claims about one matter cannot both hold."""

    POLARITY = "polarity"
    COUNT = "count"
    PLACE = "place"
    ACTOR = "actor"
    DATE = "date"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claims about one event or tie that cannot both hold, with the reason as one sentence.

    ``about`` is the event's or the tie's id; ``first`` and ``second`` are claim ids, the claim
    reported earlier first. ``first_words`` and ``second_words`` are the spans, in their reports, of
    the words that differ.
    """

    about: str
    kind: ContradictionKind
    first: str
    second: str
    first_words: Span
    second_words: Span
    because: str

    @property
    def id(self) -> str:
        """``k_`` and 16 hexadecimal digits over the two claims and the words that differ.

        ``about`` stays out but for its sort: the event of two claims may grow, and they differ as
        before. Two claims may differ in the dead and in the wounded too.
        """
        sides = ((self.first, self.first_words), (self.second, self.second_words))
        pair = sorted(f"{claim}:{words.start}-{words.end}" for claim, words in sides)
        words = "|".join((self.about[:2], self.kind.value, *pair))
        return f"k_{hashlib.sha256(words.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountValue:
    """One figure as claims give it: the bounds that their words leave, and who gives it.

    ``words`` are those of one claim. ``superseded_by`` are the claims by which the same source
    later gave another figure.
    """

    low: float | None
    best: float | None
    high: float | None
    approximate: bool
    words: str
    claims: tuple[str, ...]
    reports: int
    origins: int
    superseded_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FusedCount:
    """How many, by all claims about one event: for one role, category and unit.

    ``low`` is the smallest number that a figure not superseded leaves possible, ``high`` the
    largest, and ``best`` the one that most origins give; each is ``None`` where no words give it.
    ``superseded`` are figures that their own source has replaced.
    """

    role: QuantityRole
    category: Category | None
    unit: str | None
    low: float | None
    best: float | None
    high: float | None
    values: tuple[CountValue, ...]
    superseded: tuple[CountValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Claims about one real-world event.

    ``modality`` is the world in which the claims place it: what is planned has not happened.
    ``actors`` and ``recipients`` are (id, name) pairs; ``reports``, ``origins`` and ``sources``
    are counts, and confirmation counts origins. ``time`` is one claim's, as ``place`` is; ``edtf``
    is its value, whose year may be inferred from other reports (``2014-11-02?``). ``counts`` are
    the figures that its claims give, fused.
    """

    id: str
    type: EventType
    modality: Modality
    claims: tuple[str, ...]
    edtf: str | None
    place: Place | None
    actors: tuple[tuple[str | None, str], ...]
    recipients: tuple[tuple[str | None, str], ...]
    reports: int
    origins: int
    sources: int
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    verdict: Verdict
    time: Time | None = None
    counts: tuple[FusedCount, ...] = ()


class TieStance(Enum):
    """How a state of a relation stands by the claims about it."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DISPUTED = "disputed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"
    PLANNED = "planned"
    POSSIBLE = "possible"
    REQUESTED = "requested"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True, kw_only=True)
class TieState:
    """The state of the relation between two actors over an interval.

    ``start`` and ``end`` are EDTF or ``None`` where nothing is said. Directed ties run from the
    first to the second of ``between``. ``stance`` says whether it is asserted, disputed, not
    confirmed or only planned; ``reported`` are the publication days (EDTF) of the reports about
    it, first and last, ``None`` where no report is dated.
    """

    id: str
    between: tuple[str, str]
    state: TieType
    start: str | None
    end: str | None
    claims: tuple[str, ...]
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    reports: int
    origins: int
    sources: int
    verdict: Verdict
    stance: TieStance = TieStance.ASSERTED
    reported: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """A trigger that the caller gives: ``span`` of the stored text of report ``report_id``."""

    id: str
    report_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCluster:
    """Mentions (by id) of one event across reports."""

    id: str
    mentions: tuple[str, ...]
