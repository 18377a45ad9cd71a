"""One typed context a question: what a page, a table or an export of it shows.

Each field tells in its metadata what it means, so that help and documentation come from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from secondsource.annotations import ActorKind, PlacePrecision
from secondsource.claims import ClaimRecord
from secondsource.reports import AsideKind, Report
from secondsource.text import Span
from secondsource.views.wire import EventRecord, TieRecord
from secondsource.views.wire_lineage import LineageRecord


def about(words: str) -> dict[str, str]:
    """Field metadata with a help text."""
    return {"help": words}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One line of the list of reports."""

    id: str = field(metadata=about("The report's id."))
    title: str | None = field(metadata=about("Its title."))
    outlet: str | None = field(metadata=about("Who published it."))
    published: str | None = field(metadata=about("When, in EDTF at the precision found."))
    language: str | None = field(metadata=about("Its language, as an ISO 639 code."))
    path: str | None = field(metadata=about("The file it was read from."))
    url: str | None = field(metadata=about("The address it was read from."))
    seen_at: datetime = field(metadata=about("When the ledger first saw it."))
    claims: int | None = field(
        metadata=about("How many claims it makes; nothing where it was not yet read.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a report's text over which nothing changes; together they are the text."""

    span: Span = field(metadata=about("Where it stands in the report's text."))
    text: str = field(metadata=about("Its words."))
    claims: tuple[str, ...] = field(metadata=about("Ids of the claims that rest on these words."))
    aside: AsideKind | None = field(
        metadata=about("Why it is set aside from analysis, if it is: a caption, a byline, …")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim, in words for a table and as the contract's record."""

    id: str = field(metadata=about("The claim's id."))
    report: str = field(metadata=about("Id of the report that makes it."))
    outlet: str | None = field(metadata=about("Who published that report."))
    published: str | None = field(metadata=about("When that report was published, in EDTF."))
    who: tuple[str, ...] = field(metadata=about("The actors, by name."))
    type: str = field(metadata=about("What is claimed: a PLOVER type, a tie, or the claim's kind."))
    whom: tuple[str, ...] = field(metadata=about("The recipients, by name."))
    place: str | None = field(metadata=about("Where, by name."))
    time: str | None = field(
        metadata=about("When, in EDTF or else in the report's words; “about” the report's own day.")
    )
    source: str | None = field(
        metadata=about("Whoever is said to have said it first; nothing in the outlet's own voice.")
    )
    chain: tuple[str, ...] = field(
        metadata=about("Each link of the attribution chain in words, from the outlet outwards.")
    )
    stance: str = field(metadata=about("How it is put: asserted, denied, planned, hedged, …"))
    evidence: str = field(metadata=about("The report's own words."))
    record: ClaimRecord = field(metadata=about("The claim as the machine contract writes it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRow:
    """One part of a claim, and words that made the program believe its value."""

    claim: str = field(metadata=about("Id of the claim."))
    part: str = field(metadata=about("The part: type, actor, source, cue, polarity, time, …"))
    value: str = field(metadata=about("What the program believes."))
    words: str | None = field(
        metadata=about("The report's words for it; nothing where the value is the default.")
    )
    span: Span | None = field(metadata=about("Where the words stand in the report's text."))
    because: str | None = field(
        metadata=about("The reason of the registry, the gazetteer or the calendar, where known.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """One report with the claims that it makes."""

    report: Report = field(metadata=about("The report, its text untouched."))
    claims: tuple[ClaimRow, ...] = field(metadata=about("Its claims in the order of the text."))
    segments: tuple[Segment, ...] = field(
        metadata=about(
            "The text split where a claim's evidence or a part set aside begins or ends."
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """The words of one report that support or dispute an event or a tie."""

    claim: str = field(metadata=about("Id of the claim that rests on the words."))
    report: str = field(metadata=about("Id of the report."))
    outlet: str | None = field(metadata=about("Who published it."))
    published: str | None = field(metadata=about("When, in EDTF."))
    source: str | None = field(metadata=about("Whoever is said to have said it first."))
    stance: str = field(metadata=about("How it is put: asserted, denied, planned, hedged, …"))
    side: str = field(metadata=about("Which side it takes: supports, disputes or mentions."))
    span: Span = field(metadata=about("Where the words stand in the report's text."))
    text: str = field(metadata=about("The words."))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event with the words it rests on."""

    record: EventRecord = field(metadata=about("The event as the machine contract writes it."))
    evidence: tuple[EvidenceRow, ...] = field(
        metadata=about("The words of every claim about it, supporting ones first.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """One state of the relation between two actors, with the words it rests on."""

    record: TieRecord = field(metadata=about("The tie as the machine contract writes it."))
    evidence: tuple[EvidenceRow, ...] = field(
        metadata=about("The words of every claim about it, supporting ones first.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRow:
    """Where one report's text or information comes from."""

    record: LineageRecord = field(metadata=about("The lineage as the machine contract writes it."))
    title: str | None = field(metadata=about("The report's title."))
    outlet: str | None = field(metadata=about("Who published it."))
    published: str | None = field(metadata=about("When, in EDTF."))
    copied_outlet: str | None = field(
        metadata=about("Who published the report that it copies or cites.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor of the present picture."""

    id: str = field(metadata=about("Its id in the registry; provisional ids begin with x-."))
    name: str = field(metadata=about("Its name."))
    kind: ActorKind = field(metadata=about("What sort of actor it is."))
    words: tuple[str, ...] = field(metadata=about("What the reports call it, most frequent first."))
    mentions: int = field(metadata=about("How often it is mentioned."))
    reports: int = field(metadata=about("In how many reports."))
    claims: int = field(metadata=about("In how many claims it acts or is acted on."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place of the present picture."""

    name: str = field(metadata=about("Its name in the gazetteer, or the words where unresolved."))
    geonames_id: int | None = field(metadata=about("Its number in GeoNames."))
    lat: float | None = field(metadata=about("Latitude in WGS 84 degrees."))
    lon: float | None = field(metadata=about("Longitude in WGS 84 degrees."))
    admin1: str | None = field(metadata=about("The governorate or province that it lies in."))
    country: str | None = field(metadata=about("The country, as an ISO 3166 code."))
    precision: PlacePrecision = field(metadata=about("How finely the place is known."))
    words: tuple[str, ...] = field(metadata=about("What the reports call it, most frequent first."))
    mentions: int = field(metadata=about("How often it is mentioned."))
    reports: int = field(metadata=about("In how many reports."))


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """One report or claim that holds the words searched."""

    report: str = field(metadata=about("Id of the report."))
    claim: str | None = field(metadata=about("Id of the claim, where a claim was found."))
    title: str | None = field(metadata=about("The report's title."))
    outlet: str | None = field(metadata=about("Who published it."))
    published: str | None = field(metadata=about("When, in EDTF."))
    span: Span = field(metadata=about("Where the snippet stands in the report's text."))
    snippet: str = field(metadata=about("Words of the report around those searched."))
    hits: tuple[Span, ...] = field(
        metadata=about("Where the words searched stand, as offsets into the snippet.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What a search found, best first."""

    words: str = field(metadata=about("What was searched."))
    reports: tuple[HitRow, ...] = field(metadata=about("Reports that hold all the words."))
    claims: tuple[HitRow, ...] = field(metadata=about("Claims that hold all the words."))


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionCount:
    """How many inputs were not read for one reason."""

    kind: str = field(metadata=about("The sort of reason."))
    reason: str = field(metadata=about("The reason."))
    inputs: int = field(metadata=about("How many inputs."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much the ledger holds."""

    ledger: str = field(metadata=about("The ledger's file or address."))
    reports: int = field(metadata=about("Reports in the present picture."))
    withdrawn: int = field(metadata=about("Reports that were withdrawn."))
    unread: int = field(metadata=about("Reports from which no claims were extracted yet."))
    claims: int = field(metadata=about("Claims in the present picture."))
    actors: int = field(metadata=about("Actors mentioned, provisional ones included."))
    places: int = field(metadata=about("Places mentioned that the gazetteer knows."))
    rejections: tuple[RejectionCount, ...] = field(
        metadata=about("Inputs that gave no report, by reason, most frequent first.")
    )
