"""Claims about one event that differ in one thing, for tests of what contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.annotations import Category, PlacePrecision, QuantityRole
from secondsource.claims import Claim, Count, EventType, Modality, Place, Polarity, TimeBasis
from secondsource.fusion import (
    Contradiction,
    EventGroup,
    Lineage,
    event_contradictions,
    provenance,
    trace_lineage,
)
from secondsource.fusion.slots import read_slots
from secondsource.fusion.summaries import summarise
from secondsource.reports import Report
from tests.fusion.making import make_claim, make_report, words_at

# name: latitude, longitude, first-level area, precision.
COORDINATES: dict[str, tuple[float, float, str | None, PlacePrecision]] = {
    "Atareb": (36.14, 36.83, "Aleppo", PlacePrecision.POPULATED_PLACE),
    "Sarmada": (36.18, 36.72, "Idlib", PlacePrecision.POPULATED_PLACE),
    "Raqqa": (35.95, 39.01, "Raqqa", PlacePrecision.POPULATED_PLACE),
    "Aleppo": (36.20, 37.16, "Aleppo", PlacePrecision.GOVERNORATE),
    "Syria": (35.0, 38.5, None, PlacePrecision.COUNTRY),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report says of the event; ``numbers`` are words with low, best, high."""

    outlet: str
    published: str | None = "2014-11-14"
    source: str | None = None
    who: str = "Isis"
    numbers: tuple[tuple[str, float | None, float | None, float | None], ...] = ()
    about: bool = False
    unit: str | None = "people"
    role: QuantityRole = QuantityRole.KILLED
    category: Category | None = None
    place: str | None = None
    day: tuple[str, str] | None = None
    basis: TimeBasis = TimeBasis.STATED
    precision: str = "day"
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    hedge: str | None = None
    more: str = ""
    type: EventType = EventType.ASSAULT

    def told(self) -> tuple[Report, Claim]:
        """The report with its one claim."""
        listed = ", ".join(words for words, *_ in self.numbers)
        text = (
            f"{self.outlet}: {self.who} attacked Nusra, {listed} in {self.place},"
            f" {self.day[0] if self.day else ''} {self.hedge or ''} says {self.source}. {self.more}"
        )
        report = make_report(text, outlet=self.outlet, published=self.published)
        claim = make_claim(
            report,
            "attacked",
            self.type,
            actors=(self.who,),
            recipients=("Nusra",),
            time=self.day,
            source=self.source,
            polarity=self.polarity,
            modality=self.modality,
            hedge=self.hedge,
        )
        time = (
            replace(claim.time, basis=self.basis, precision=self.precision) if claim.time else None
        )
        return report, replace(
            claim,
            time=time,
            place=_place(report, self.place) if self.place else None,
            quantities=tuple(self._count(report, row) for row in self.numbers),
        )

    def _count(
        self, report: Report, row: tuple[str, float | None, float | None, float | None]
    ) -> Count:
        words, low, best, high = row
        return Count(
            words=words_at(report, words),
            low=low,
            best=best,
            high=high,
            approximate=self.about,
            unit=self.unit,
            role=self.role,
            category=self.category,
        )


def _place(report: Report, name: str) -> Place:
    lat, lon, area, precision = COORDINATES[name]
    return Place(
        words=words_at(report, name),
        name=name,
        lat=lat,
        lon=lon,
        geonames_id=sum(map(ord, name)),
        admin1=area,
        country="SY",
        precision=precision,
    )


def event_of(
    accounts: Sequence[Account], lineage: Sequence[Lineage] | None = None
) -> tuple[EventGroup, tuple[Contradiction, ...]]:
    """The one event that the accounts are taken to be of, with what contradicts in it."""
    told = [account.told() for account in accounts]
    reports = [report for report, _ in told]
    claims = sorted((claim for _, claim in told), key=lambda claim: claim.id)
    traced = trace_lineage(reports, claims) if lineage is None else lineage
    known = provenance(reports, traced)
    group = [read_slots(claim, known.reports[claim.report_id]) for claim in claims]
    event = summarise(group, known)
    return event, event_contradictions(event, claims, known)
