"""Reports and claims made from words, for tests of fusion."""

from __future__ import annotations

from secondsource.annotations import ActorKind, PlacePrecision, QuantityRole, SourceType
from secondsource.claims import (
    Claim,
    ClaimKind,
    Count,
    EventType,
    Link,
    Modality,
    Party,
    Place,
    Polarity,
    TieType,
    Time,
    TimeBasis,
)
from secondsource.reports import Basis, Report, Stated, report_id
from secondsource.text import Evidence, Span

ACTORS = {
    "Isis": "islamic-state",
    "Nusra": "nusra-front",
    "Hazm": "hazm",
    "Ahrar": "ahrar",
    "Baghdadi": "abu-bakr-al-baghdadi",
}
PLACES = {
    "Atareb": (172946, "Aleppo", PlacePrecision.POPULATED_PLACE),
    "Kobani": (169113, "Aleppo", PlacePrecision.POPULATED_PLACE),
    "Aleppo": (170062, "Aleppo", PlacePrecision.GOVERNORATE),
    "Syria": (163843, None, PlacePrecision.COUNTRY),
}
SOURCES = {
    "an opposition official": (SourceType.ANONYMOUS, None),
    "a Syrian opposition official": (SourceType.ANONYMOUS, None),
    "the official": (SourceType.ANONYMOUS, None),
    "a rebel commander": (SourceType.ANONYMOUS, None),
    "a resident": (SourceType.ANONYMOUS, None),
    "a Nusra spokesman": (SourceType.ANONYMOUS, None),
    "the Observatory": (SourceType.NAMED_ORGANISATION, "observatory"),
}


def make_report(
    text: str, *, outlet: str | None = None, published: str | None = None, agency: str | None = None
) -> Report:
    def given(value: str | None) -> Stated | None:
        return Stated(value=value, basis=Basis.GIVEN) if value else None

    return Report(
        id=report_id(text, outlet),
        text=text,
        body=(Span(0, len(text)),),
        outlet=given(outlet),
        agency=given(agency),
        published=given(published),
    )


def words_at(report: Report, words: str) -> Evidence:
    start = report.text.index(words)
    return Evidence.at(report.text, Span(start, start + len(words)))


def make_party(report: Report, words: str) -> Party:
    return Party(
        words=words_at(report, words),
        id=ACTORS.get(words),
        name=words,
        kind=ActorKind.ARMED_GROUP,
    )


def make_place(report: Report, words: str) -> Place:
    geonames_id, admin1, precision = PLACES[words]
    return Place(
        words=words_at(report, words),
        name=words,
        geonames_id=geonames_id,
        admin1=admin1,
        country="SY",
        precision=precision,
    )


def make_link(report: Report, words: str, via: str | None) -> Link:
    kind, identity = SOURCES.get(words, (SourceType.OUTLET, None))
    return Link(
        source=words_at(report, words),
        name=words,
        type=kind,
        id=identity,
        cue=None,
        via=words_at(report, via) if via else None,
    )


def make_claim(
    report: Report,
    trigger: str,
    kind: EventType | TieType,
    *,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    place: str | None = None,
    time: tuple[str, str] | None = None,
    source: str | None = None,
    via: str | None = None,
    modality: Modality = Modality.ACTUAL,
    polarity: Polarity = Polarity.AFFIRMED,
    hedge: str | None = None,
    killed: tuple[str, float] | None = None,
    mode: str | None = None,
) -> Claim:
    """A claim whose every part is found by its words; ``time`` is (words, EDTF)."""
    return Claim(
        report_id=report.id,
        kind=ClaimKind.EVENT if isinstance(kind, EventType) else ClaimKind.TIE,
        type=kind,
        mode=mode,
        trigger=words_at(report, trigger),
        evidence=(Evidence.at(report.text, Span(0, len(report.text))),),
        actors=tuple(make_party(report, words) for words in actors),
        recipients=tuple(make_party(report, words) for words in recipients),
        place=make_place(report, place) if place else None,
        time=Time(
            words=words_at(report, time[0]),
            edtf=time[1],
            precision="day",
            basis=TimeBasis.STATED,
        )
        if time
        else None,
        quantities=(
            Count(
                words=words_at(report, killed[0]),
                low=None,
                high=None,
                best=killed[1],
                approximate=False,
                unit="people",
                role=QuantityRole.KILLED,
            ),
        )
        if killed
        else (),
        attribution=(make_link(report, source, via),) if source else (),
        modality=modality,
        polarity=polarity,
        hedges=(words_at(report, hedge),) if hedge else (),
        extractor="test/1",
        confidence=0.9,
    )
