"""Events with their claims, made from words, for tests of the writers."""

from __future__ import annotations

from secondsource.annotations import (
    ActorKind,
    Category,
    PlacePrecision,
    QuantityRole,
    SourceType,
)
from secondsource.claims import (
    ClaimKind,
    ClaimRecord,
    EventType,
    Modality,
    PartyRecord,
    PlaceRecord,
    Polarity,
    ReportRecord,
    WordsRecord,
)
from secondsource.claims.wire_links import LinkRecord, SourceRecord
from secondsource.exports.selection import Account
from secondsource.views import (
    ActorRecord,
    CountValueRecord,
    EventRecord,
    FusedCountRecord,
    QuotedRecord,
    WhenRecord,
)

SAID = "The Nusra Front attacked the Islamic State in Atareb on 2 November 2014, residents said."
KINDS = {
    "nusra-front": ActorKind.ARMED_GROUP,
    "islamic-state": ActorKind.ARMED_GROUP,
    "syria-military": ActorKind.MILITARY,
    "turkey": ActorKind.STATE,
    "civilians": ActorKind.CIVILIANS,
    "planes": ActorKind.UNKNOWN,
}
NAMES = {
    "nusra-front": "Nusra Front",
    "islamic-state": "Islamic State",
    "syria-military": "Syrian military",
    "turkey": "Turkey",
}
UNNAMED = {"civilians", "planes"}
ATAREB = PlaceRecord(
    start=45,
    end=51,
    text="Atareb",
    name="Al Atārib",
    lat=36.13,
    lon=36.83,
    geonames_id=172946,
    admin1="Aleppo",
    country="SY",
    precision=PlacePrecision.POPULATED_PLACE,
)


def place(precision: PlacePrecision, **changes: object) -> PlaceRecord:
    return ATAREB.model_copy(update={"precision": precision, **changes})


def when(edtf: str, *, about: bool = False) -> WhenRecord:
    return WhenRecord(edtf=edtf, text="then", precision="day", about=about)


def killed(
    low: float | None,
    best: float | None,
    high: float | None,
    *,
    words: tuple[str, ...] = ("12",),
    category: Category | None = None,
) -> FusedCountRecord:
    values = tuple(
        CountValueRecord(
            low=low,
            best=best,
            high=high,
            approximate=False,
            words=said,
            claims=("c_1",),
            reports=1,
            origins=1,
            superseded_by=(),
        )
        for said in words
    )
    return FusedCountRecord(
        role=QuantityRole.KILLED,
        category=category,
        unit="people",
        low=low,
        best=best,
        high=high,
        values=values,
        superseded=(),
    )


def party(key: str) -> PartyRecord:
    known = None if key in UNNAMED else key
    name = NAMES.get(key, key)
    return PartyRecord(start=4, end=15, text=name, id=known, name=name, kind=KINDS[key])


def claim(
    kind: EventType = EventType.ASSAULT,
    *,
    mode: str | None = None,
    actors: tuple[str, ...] = ("nusra-front",),
    recipients: tuple[str, ...] = ("islamic-state",),
    trigger: str = "attacked",
) -> ClaimRecord:
    source = SourceRecord(
        start=73, end=82, text="residents", name="residents", type=SourceType.GROUP, id=None
    )
    return ClaimRecord(
        id="c_1",
        report=ReportRecord(
            id="r_1",
            path="a.txt",
            url=None,
            outlet="Sample Post",
            title="Fighting",
            published="2014-11-03",
        ),
        kind=ClaimKind.EVENT,
        type=kind.value,
        mode=mode,
        contexts=("military",),
        trigger=WordsRecord(start=16, end=24, text=trigger),
        actors=tuple(map(party, actors)),
        recipients=tuple(map(party, recipients)),
        place=ATAREB,
        time=None,
        quantities=(),
        attribution=(LinkRecord(source=source, cue=None, via=None),),
        modality=Modality.ACTUAL,
        polarity=Polarity.AFFIRMED,
        hedges=(),
        evidence=(WordsRecord(start=0, end=len(SAID), text=SAID),),
        extractor="rules/1",
        confidence=0.9,
    )


def account(
    made: ClaimRecord | None = None,
    *,
    time: WhenRecord | None = None,
    where: PlaceRecord | None = ATAREB,
    counts: tuple[FusedCountRecord, ...] = (),
    modality: Modality = Modality.ACTUAL,
    denied: bool = False,
) -> Account:
    made = made or claim()
    quoted = QuotedRecord(
        start=0,
        end=len(SAID),
        text=SAID,
        claim="c_1",
        report="r_1",
        outlet="Sample Post",
        source="residents",
        side="disputes" if denied else "supports",
    )
    event = EventRecord(
        id="e_0123456789abcdef",
        type=EventType(made.type),
        modality=modality,
        claims=("c_1",),
        time=time,
        place=where,
        actors=tuple(ActorRecord(id=one.id, name=one.name) for one in made.actors),
        recipients=tuple(ActorRecord(id=one.id, name=one.name) for one in made.recipients),
        reports=1,
        origins=1,
        sources=1,
        supporting=() if denied else ("c_1",),
        disputing=("c_1",) if denied else (),
        credibility=3,
        because=("1 source through one outlet: Sample Post",),
        reasons=(),
        evidence=(quoted,),
        counts=counts,
    )
    return Account(event=event, claims=(made,))
