"""What comparing reports and claims yields: lineage, events, ties and verdicts, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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
class Verdict:
    """A credibility digit with its reasons as sentences, never without them."""

    credibility: Credibility
    because: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.because:
            raise ValueError("a verdict is never given without reasons")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Claims about one real-world event.

    ``modality`` is the world in which the claims place it: what is planned has not happened.
    ``actors`` and ``recipients`` are (id, name) pairs; ``reports``, ``origins`` and ``sources``
    are counts, and confirmation counts origins. ``time`` is one claim's, as ``place`` is; ``edtf``
    is its value, whose year may be inferred from other reports (``2014-11-02?``).
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TieState:
    """The state of the relation between two actors over an interval.

    ``start`` and ``end`` are EDTF or ``None`` where nothing is said. ``directed`` ties run from
    the first to the second of ``between``.
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
