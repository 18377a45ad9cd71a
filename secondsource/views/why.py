"""Why a claim is as it is: each of its parts with its value and the words that gave it.

A place, a time and a number bring their reasons along; those of the registry are of the mentions at
the same words, as the ledger keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondsource.annotations import ActorMention, PlaceMention
from secondsource.claims import (
    Claim,
    Code,
    Count,
    Informant,
    Link,
    Modality,
    Party,
    Place,
    Polarity,
    Time,
    TimeBasis,
)
from secondsource.fusion import date_claims
from secondsource.ledger import ClaimFilter, Ledger
from secondsource.reports import Report
from secondsource.text import Evidence, Span
from secondsource.views.chains import outlet_of, sort_of
from secondsource.views.contexts import WhyRow
from secondsource.views.picture import picture_around
from secondsource.views.wording import type_of

BY_DEFAULT = "nothing marks it otherwise"
YEARLESS = "XXXX"
ELSEWHERE = "whom the same source told elsewhere in the report"
VOUCHED = "vouched for, or two negations"


def why_rows(ledger: Ledger, name: str) -> tuple[WhyRow, ...]:
    """The parts of every claim of the report that ``name`` means, claims in the text's order.

    Raises:
        NotInLedger: if ``name`` means no report.
        UsageError: if it means several.
    """
    report = ledger.report(name)
    actors, places = ledger.mentions(report.id)
    found = [one.claim for one in ledger.claims(ClaimFilter(report=report.id))]
    found.sort(key=lambda claim: (claim.evidence[0].span, claim.trigger.span))
    dated = _dated_elsewhere(ledger, report, found)
    return tuple(
        row
        for claim in found
        for row in (*why_of(claim, actors, places), *_year_of(claim, dated.get(claim.id)))
    )


def _dated_elsewhere(
    ledger: Ledger, report: Report, found: Sequence[Claim]
) -> Mapping[str, Time | None]:
    """By claim id, times as other reports let them be read; only an undated report needs these."""
    yearless = (claim.time and YEARLESS in (claim.time.edtf or "") for claim in found)
    if report.published is not None or not any(yearless):
        return {}
    picture = picture_around(ledger, report.id)
    dated = date_claims(picture.claims, picture.reports, picture.lineage)
    return {claim.id: claim.time for claim in dated if claim.report_id == report.id}


def _year_of(claim: Claim, dated: Time | None) -> Iterator[WhyRow]:
    if dated is not None and dated.basis is TimeBasis.OTHER_REPORTS:
        yield replace(_time(claim, dated), part="time by other reports")


def why_of(
    claim: Claim, actors: Iterable[ActorMention], places: Iterable[PlaceMention]
) -> Iterator[WhyRow]:
    """The parts of one claim, each with its words; one row for each of several words."""
    registry = {span: mention.why for mention in actors for span in (mention.head, mention.span)}
    gazetteer = {place.span: place.why for place in places}
    gazetteer |= {place.phrase: place.why for place in places}
    kind = ", ".join(part for part in (type_of(claim), claim.mode) if part)
    yield _row(claim, "type", kind, claim.trigger)
    yield from (_code(claim, code) for code in claim.codes)
    for role, parties in (("actor", claim.actors), ("recipient", claim.recipients)):
        yield from (_party(claim, role, party, registry) for party in parties)
    yield from _links(claim, registry)
    yield from _stance(claim)
    if claim.place:
        yield _place(claim, claim.place, gazetteer)
    if claim.time:
        yield _time(claim, claim.time)
    yield from (_count(claim, count) for count in claim.quantities)
    yield from (_row(claim, "rests on", words.text, words) for words in claim.evidence)


def _row(claim: Claim, part: str, value: str, words: Evidence | None, because: str = "") -> WhyRow:
    return WhyRow(
        claim=claim.id,
        part=part,
        value=value,
        words=words.text if words else None,
        span=words.span if words else None,
        because=because or None,
    )


def _code(claim: Claim, code: Code) -> WhyRow:
    score = "" if code.score is None else f" ({code.score:.2f})"
    return _row(claim, "code", f"{code.codebook}/{code.type}{score}", code.words, code.why)


def _party(claim: Claim, role: str, party: Party, registry: Mapping[Span, str]) -> WhyRow:
    value = f"{party.name} ({party.id})" if party.id else f"{party.name} (nobody known)"
    return _row(claim, role, value, party.words, registry.get(party.words.span) or party.why or "")


def _links(claim: Claim, registry: Mapping[Span, str]) -> Iterator[WhyRow]:
    links = claim.attribution
    for number, link in enumerate(links, start=1):
        part = f"source {number} of {len(links)}" if len(links) > 1 else "source"
        yield from _link(claim, part, link, registry)


def _link(claim: Claim, part: str, link: Link, registry: Mapping[Span, str]) -> Iterator[WhyRow]:
    named = f"{link.name} ({link.id})" if link.id else link.name
    why = registry.get(link.source.span, "")
    yield _row(claim, part, f"{named}, {link.type.value}", link.source, why)
    if link.cue:
        yield _row(claim, "cue", link.cue.text, link.cue)
    if link.via:
        here = any(words.span.contains(link.via.span) for words in claim.evidence)
        value = outlet_of(link) or link.via.text
        yield _row(claim, "via", value, link.via, "" if here else ELSEWHERE)
    if link.medium:
        yield _row(claim, "medium", link.medium.text, link.medium)
    if link.recap:
        yield _row(claim, "looking back", link.recap.text, link.recap)
    for informant in link.informants:
        yield from _informant(claim, informant, alone=len(link.informants) == 1)


def _informant(claim: Claim, informant: Informant, *, alone: bool) -> Iterator[WhyRow]:
    if not alone or informant.key != informant.id or informant.role:
        key = f" ({informant.key})" if informant.key else ""
        value = f"{informant.name}{key}, {sort_of(informant)}"
        yield _row(claim, "who", value, informant.words, informant.why or "")
    for part, words in (
        ("source's affiliation", informant.affiliation),
        ("source's location", informant.location),
        ("source's closeness", informant.closeness),
        ("source's anonymity", informant.anonymity),
    ):
        if words:
            body = informant.affiliate if words is informant.affiliation else None
            yield _row(claim, part, f"{words.text} ({body})" if body else words.text, words)


def _stance(claim: Claim) -> Iterator[WhyRow]:
    usual = claim.modality is Modality.ACTUAL
    yield from _marked(claim, "modality", claim.modality.value, claim.modality_words, usual)
    usual = claim.polarity is Polarity.AFFIRMED
    yield from _marked(claim, "polarity", claim.polarity.value, claim.polarity_words, usual)
    yield from (_row(claim, "hedge", hedge.text, hedge) for hedge in claim.hedges)


def _marked(
    claim: Claim, part: str, value: str, marks: Sequence[Evidence], usual: bool
) -> Iterator[WhyRow]:
    if not marks:
        yield _row(claim, part, value, None, BY_DEFAULT if usual else "")
    yield from (_row(claim, part, value, words, VOUCHED if usual else "") for words in marks)


def _place(claim: Claim, place: Place, gazetteer: Mapping[Span, str]) -> WhyRow:
    number = f"GeoNames {place.geonames_id}" if place.geonames_id else None
    within = f"within {place.radius_km:g} km" if place.radius_km is not None else None
    parts = (place.name, place.admin1, place.country, place.precision.value, within, number)
    value = ", ".join(part for part in parts if part)
    because = place.why or gazetteer.get(place.words.span, "")
    return _row(claim, "place", value, place.words, because)


def _time(claim: Claim, time: Time) -> WhyRow:
    value = f"{time.edtf or 'not on the calendar'} ({time.precision})"
    return _row(
        claim, "time", value, time.words, "; ".join(filter(None, (time.basis.value, time.why)))
    )


def _count(claim: Claim, count: Count) -> WhyRow:
    low, best, high = (None if n is None else f"{n:g}" for n in (count.low, count.best, count.high))
    bounds = (low and f"at least {low}", best and f"{best}", high and f"at most {high}")
    number = ", ".join(part for part in bounds if part) or "no number"
    about = "about " if count.approximate else ""
    unit = f" {count.unit}" if count.unit else ""
    sort = ", ".join(part.value for part in (count.role, count.category) if part)
    value = f"{about}{number}{unit}, {sort}"
    return _row(claim, "quantity", value, count.words, count.why or "")
