"""What goes into the ledger and what it answers, apart from reports and claims themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from secondsource.annotations import ActorKind, ActorMention, PlaceMention, PlacePrecision
from secondsource.claims import Claim, ClaimKind, Modality, Polarity
from secondsource.reports import Basis, Rejection, Report, Stated
from secondsource.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class InputKey:
    """One input as it stood: where it was (path, URL, archive member) and its bytes' SHA-256.

    ``sha256`` is ``None`` where no bytes could be had.
    """

    locator: str
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSeen:
    """An input with what reading it gave: reports, or a rejection.

    Raises:
        ValueError: if it has both or neither.
    """

    key: InputKey
    reports: tuple[Report, ...] = ()
    rejection: Rejection | None = None

    def __post_init__(self) -> None:
        if bool(self.reports) == (self.rejection is not None):
            raise ValueError("an input gives reports or is rejected with a reason")

    @classmethod
    def of(cls, outcome: Report | Rejection) -> InputSeen:
        """The input of one report or rejection, named as the reader named it."""
        if isinstance(outcome, Rejection):
            key = InputKey(locator=outcome.input, sha256=outcome.bytes_sha256)
            return cls(key=key, rejection=outcome)
        locator = outcome.path or outcome.url or outcome.id
        key = InputKey(locator=locator, sha256=outcome.bytes_sha256 or None)
        return cls(key=key, reports=(outcome,))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInput:
    """An input that the ledger has seen, with the ids of its reports or its rejection.

    ``id`` is its number in the ledger.
    """

    id: int
    key: InputKey
    reports: tuple[str, ...]
    rejection: Rejection | None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one append changed. ``reports`` are the ids that were new, ``known`` counts reports and
    rejections that the ledger had already, ``rejected`` are new rejections."""

    reports: tuple[str, ...] = ()
    known: int = 0
    rejected: tuple[Rejection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything that one version of the extractor found in one report.

    ``extractor`` names the version of the whole pipeline; the claims name the part that made
    them.
    """

    report_id: str
    extractor: str
    claims: tuple[Claim, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims to read. Fields that are given must all hold.

    ``actor`` stands in either role; ``between`` are two actors, one in each role in either order
    or both acting together. ``place`` is a GeoNames id, ``country`` a two-letter code. ``since``
    and ``until`` keep the claims whose time may overlap that range of days; claims of unknown
    time are then left out. ``code`` is a type of the user's codebook, alone or after the codebook's
    name and a slash. ``extractor`` reads that extraction of each report instead of its
    latest.
    """

    ids: tuple[str, ...] = ()
    report: str | None = None
    actor: str | None = None
    between: tuple[str, str] | None = None
    kind: ClaimKind | None = None
    type: str | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    place: int | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    extractor: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """A report without its text. ``claims`` is ``None`` where no extractor has read it."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    path: str | None
    url: str | None
    seen_at: datetime
    claims: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """A claim with the report that it stands in."""

    claim: Claim
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSummary:
    """An actor of the present picture. ``words`` are what reports call it, most frequent first."""

    id: str
    name: str
    kind: ActorKind
    words: tuple[str, ...]
    mentions: int
    reports: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """How often a report mentions an actor by some words."""

    report_id: str
    words: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSummary:
    """A place of the present picture. ``words`` are what reports call it, most frequent first."""

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    admin1: str | None
    country: str | None
    precision: PlacePrecision
    words: tuple[str, ...]
    mentions: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A stretch of a report's text with the words that were searched.

    ``span`` is the stretch and ``hits`` the words, all as offsets into the report's text.
    """

    text: str
    span: Span
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHit:
    """A report that holds all searched words."""

    report: Report
    snippet: Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHit:
    """A claim whose evidence, parties, place or sources hold all searched words."""

    claim: Claim
    report: Report
    snippet: Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Reports and claims that match a search, best first."""

    reports: tuple[ReportHit, ...]
    claims: tuple[ClaimHit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """A decision to log.

    ``what`` is the kind of decision, ``subject`` the id that it is about, ``why`` empty where no
    reason was given; ``before`` and ``after`` are JSON texts of what it changes.
    """

    who: str
    what: str
    subject: str
    why: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One entry of the decision log.

    ``withdrawn_by``, ``withdrawn_at`` and ``withdrawn_why`` are given once it was taken back.
    """

    id: int
    at: datetime
    decided: NewDecision
    withdrawn_by: str | None
    withdrawn_at: datetime | None
    withdrawn_why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the ledger holds. All but ``rejected`` and ``withdrawn`` are of the present
    picture."""

    reports: int
    withdrawn: int
    rejected: int
    extracted: int
    claims: int
    actors: int
    places: int


class JobState(Enum):
    """Where a job stands. A leased job whose lease has run out may be taken by another worker."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A piece of a long run. ``attempts`` counts how often it was leased."""

    id: int
    kind: str
    subject: str
    state: JobState
    owner: str | None
    leased_until: datetime | None
    attempts: int
    reason: str | None


def heading_of(report_id: str, outlet: str | None, published: str | None) -> Report:
    """A report of which only the outlet and the publication are told."""
    return Report(
        id=report_id, text="", body=(), outlet=_given(outlet), published=_given(published)
    )


def _given(value: str | None) -> Stated | None:
    return Stated(value=value, basis=Basis.GIVEN) if value else None
