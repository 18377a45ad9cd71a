"""Reports, claims and mentions made from words, for tests of the ledger and the views."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from secondsource.annotations import (
    ActorKind,
    ActorMention,
    PlaceMention,
    PlacePrecision,
    SourceType,
)
from secondsource.claims import (
    Claim,
    ClaimKind,
    EventType,
    Link,
    Party,
    Place,
    TieType,
    Time,
    TimeBasis,
)
from secondsource.ledger import InputSeen
from secondsource.reports import Basis, Report, Stated, report_id
from secondsource.text import Evidence, Span

IDS = {
    "Isis": "islamic-state",
    "Nusra Front": "nusra-front",
    "Ahrar al-Sham": "ahrar-al-sham",
    "the town council": None,
}
PLACES = {"Atareb": (172946, 36.13, 36.83, "SY"), "Kobani": (169113, 36.89, 38.35, "SY")}


def make_report(
    text: str,
    *,
    outlet: str | None = "Sample Post",
    title: str | None = None,
    published: str | None = None,
    path: str | None = None,
) -> Report:
    def given(value: str | None) -> Stated | None:
        return Stated(value=value, basis=Basis.GIVEN) if value else None

    return Report(
        id=report_id(text, outlet),
        text=text,
        body=(Span(0, len(text)),),
        outlet=given(outlet),
        title=given(title),
        published=given(published),
        path=path,
        language="en",
        bytes_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def seen(report: Report, locator: str | None = None) -> InputSeen:
    found = InputSeen.of(report)
    return replace(found, key=replace(found.key, locator=locator)) if locator else found


def words(report: Report, said: str) -> Evidence:
    start = report.text.index(said)
    return Evidence.at(report.text, Span(start, start + len(said)))


def party(report: Report, said: str) -> Party:
    return Party(words=words(report, said), id=IDS.get(said), name=said, kind=ActorKind.ARMED_GROUP)


def place_of(report: Report, said: str) -> Place:
    number, lat, lon, country = PLACES[said]
    return Place(
        words=words(report, said),
        name=said,
        geonames_id=number,
        lat=lat,
        lon=lon,
        country=country,
        precision=PlacePrecision.POPULATED_PLACE,
    )


def make_claim(
    report: Report,
    trigger: str,
    actors: Sequence[str] = (),
    recipients: Sequence[str] = (),
    *,
    kind: EventType | TieType = EventType.ASSAULT,
    place: str | None = None,
    when: tuple[str, str] | None = None,
    source: str | None = None,
    extractor: str = "rules/1",
    confidence: float = 0.8,
) -> Claim:
    """A claim whose evidence is the sentence around ``trigger``; ``when`` is (words, EDTF)."""
    at = report.text.index(trigger)
    start = report.text.rfind(". ", 0, at) + 2 if ". " in report.text[:at] else 0
    stop = report.text.find(".", at)
    sentence = Span(start, stop + 1 if stop >= 0 else len(report.text))
    link = source and Link(
        source=words(report, source),
        name=source,
        type=SourceType.ANONYMOUS,
        id=None,
        cue=words(report, "said"),
    )
    time = when and Time(
        words=words(report, when[0]), edtf=when[1], precision="day", basis=TimeBasis.STATED
    )
    return Claim(
        report_id=report.id,
        kind=ClaimKind.TIE if isinstance(kind, TieType) else ClaimKind.EVENT,
        type=kind,
        trigger=words(report, trigger),
        evidence=(Evidence.at(report.text, sentence),),
        actors=tuple(party(report, said) for said in actors),
        recipients=tuple(party(report, said) for said in recipients),
        place=place_of(report, place) if place else None,
        time=time or None,
        attribution=(link,) if link else (),
        extractor=extractor,
        confidence=confidence,
    )


def actor_mention(report: Report, said: str) -> ActorMention:
    span = words(report, said).span
    return ActorMention(
        span=span,
        head=span,
        actor=IDS.get(said),
        name=said,
        kind=ActorKind.ARMED_GROUP,
        why="the registry has this name",
    )


def place_mention(report: Report, said: str, *, adjectival: bool = False) -> PlaceMention:
    place = place_of(report, said)
    return PlaceMention(
        span=place.words.span,
        phrase=place.words.span,
        name=place.name,
        geonames_id=place.geonames_id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=place.precision,
        adjectival=adjectival,
    )
