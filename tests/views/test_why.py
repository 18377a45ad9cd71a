"""Every part of a claim comes with its words, or says that it is the default."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from secondsource import views
from secondsource.annotations import Category, PlacePrecision, QuantityRole, SourceType
from secondsource.claims import Claim, Count, Informant, Modality, Polarity, TimeBasis
from secondsource.claims.records import ABOUT_A_DAY
from secondsource.errors import NotInLedger
from secondsource.ledger import Extraction, InputSeen, Ledger
from secondsource.pipeline.fusing import refresh
from secondsource.views.claims import claim_row
from tests.ledger.making import actor_mention, make_claim, make_report, place_mention, words
from tests.views.conftest import ATTACK, DENIAL, FIRST, SECOND


def parts(claim: Claim) -> list[tuple[str, str, str | None, str | None]]:
    """The rows of a claim of the first report without their spans."""
    actors = [actor_mention(FIRST, "Isis")]
    rows = views.why_of(claim, actors, [place_mention(FIRST, "Atareb")])
    return [(row.part, row.value, row.words, row.because) for row in rows]


def test_each_part_has_its_words() -> None:
    default = "nothing marks it otherwise"
    assert parts(ATTACK) == [
        ("type", "ASSAULT", "attacked", None),
        ("actor", "Isis (islamic-state)", "Isis", "the registry has this name"),
        ("recipient", "Nusra Front (nusra-front)", "Nusra Front", None),
        ("source", "a resident, anonymous source", "a resident", None),
        ("cue", "said", "said", None),
        ("modality", "actual", None, default),
        ("polarity", "affirmed", None, default),
        ("place", PLACE, "Atareb", None),
        ("time", "2014-11-02 (day)", "Sunday", "stated"),
        ("rests on", ATTACK.evidence[0].text, ATTACK.evidence[0].text, None),
    ]


PLACE = ", ".join(
    str(part)
    for part in (
        ATTACK.place and ATTACK.place.name,
        ATTACK.place and ATTACK.place.country,
        ATTACK.place and ATTACK.place.precision.value,
        f"GeoNames {ATTACK.place.geonames_id}" if ATTACK.place else None,
    )
    if part
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"polarity": Polarity.DENIED, "polarity_words": (words(SECOND, "not"),)},
            ("polarity", "denied", "not", None),
        ),
        (
            {"modality": Modality.PLANNED, "modality_words": (words(SECOND, "to"),)},
            ("modality", "planned", "to", None),
        ),
        ({"modality": Modality.POSSIBLE}, ("modality", "possible", None, None)),
        (
            {"polarity_words": (words(SECOND, "not"),), "polarity": Polarity.AFFIRMED},
            ("polarity", "affirmed", "not", "vouched for, or two negations"),
        ),
        ({"hedges": (words(SECOND, "agreed"),)}, ("hedge", "agreed", "agreed", None)),
    ],
)
def test_stance_has_its_words(changes: dict[str, object], expected: tuple[str, ...]) -> None:
    claim = replace(DENIAL, **changes)  # type: ignore[arg-type]
    rows = [(row.part, row.value, row.words, row.because) for row in views.why_of(claim, (), ())]
    assert expected in rows


def test_each_link_and_each_informant_has_its_words() -> None:
    resident = words(FIRST, "a resident")
    informant = Informant(
        key="atareb resident",
        name="a resident",
        id=None,
        type=SourceType.ANONYMOUS,
        words=resident,
        role="resident",
        affiliation=words(FIRST, "Nusra Front"),
        affiliate="nusra-front",
        location=words(FIRST, "Atareb"),
        why="refers back to 'residents'",
    )
    (told,) = ATTACK.attribution
    paper = replace(told, source=words(FIRST, "a reporter"), name="a reporter")
    told = replace(
        told, informants=(informant,), via=words(FIRST, "a reporter"), medium=words(FIRST, "on")
    )
    sentence = words(FIRST, "Isis attacked Nusra Front in Atareb on Sunday, a resident said.")
    rows = parts(replace(ATTACK, attribution=(paper, told), evidence=(sentence,)))
    first = next(at for at, row in enumerate(rows) if row[0] == "source 1 of 2")
    assert [row for row in rows[first:] if row[0] not in ("cue", "modality", "polarity")][:7] == [
        ("source 1 of 2", "a reporter, anonymous source", "a reporter", None),
        ("source 2 of 2", "a resident, anonymous source", "a resident", None),
        ("via", "a reporter", "a reporter", "whom the same source told elsewhere in the report"),
        ("medium", "on", "on", None),
        (
            "who",
            "a resident (atareb resident), unnamed resident",
            "a resident",
            "refers back to 'residents'",
        ),
        ("source's affiliation", "Nusra Front (nusra-front)", "Nusra Front", None),
        ("source's location", "Atareb", "Atareb", None),
    ]


def test_the_rows_of_a_report_are_those_of_its_claims(ledger: Ledger) -> None:
    rows = views.why_rows(ledger, "first.txt")
    assert {row.claim for row in rows} == {ATTACK.id}
    for row in rows:
        assert (row.span is None) == (row.words is None)
        assert row.span is None or row.span.of(FIRST.text) == row.words
    with pytest.raises(NotInLedger):
        views.why_rows(ledger, "third.txt")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"why": "stands in the clause; its name is that of one place"},
            ("place", PLACE, "Atareb", "stands in the clause; its name is that of one place"),
        ),
        (
            {"precision": PlacePrecision.NEAR, "radius_km": 25.0},
            (
                "place",
                PLACE.replace("populated place", "near, within 25 km"),
                "Atareb",
                "the gazetteer has one Atareb",
            ),
        ),
    ],
)
def test_a_place_has_its_precision_and_its_reason(
    changes: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert ATTACK.place is not None
    claim = replace(ATTACK, place=replace(ATTACK.place, **changes))
    mention = replace(place_mention(FIRST, "Atareb"), why="the gazetteer has one Atareb")
    rows = [
        (row.part, row.value, row.words, row.because) for row in views.why_of(claim, (), [mention])
    ]
    assert expected in rows


@pytest.mark.parametrize(
    ("changes", "value", "because"),
    [
        ({}, "2014-11-02 (day)", "stated"),
        ({"why": "stands in the clause"}, "2014-11-02 (day)", "stated; stands in the clause"),
        (
            {"precision": ABOUT_A_DAY, "basis": TimeBasis.PUBLICATION, "why": "its date line"},
            "2014-11-02 (about a day)",
            "inferred from publication; its date line",
        ),
        ({"edtf": None, "precision": "unknown"}, "not on the calendar (unknown)", "stated"),
    ],
)
def test_a_time_has_its_basis_and_its_reason(
    changes: dict[str, Any], value: str, because: str
) -> None:
    assert ATTACK.time is not None
    rows = parts(replace(ATTACK, time=replace(ATTACK.time, **changes)))
    assert ("time", value, "Sunday", because) in rows


@pytest.mark.parametrize(
    ("changes", "value", "because"),
    [
        ({}, "12 people, killed", None),
        ({"category": Category.CHILDREN}, "12 people, killed, children", None),
        ({"why": "is of the verb"}, "12 people, killed", "is of the verb"),
        ({"best": None, "low": 12.0}, "at least 12 people, killed", None),
        ({"best": None, "unit": None}, "no number, killed", None),
    ],
)
def test_a_number_has_its_sort_and_its_reason(
    changes: dict[str, Any], value: str, because: str | None
) -> None:
    count = Count(
        words=words(FIRST, "a resident"),
        low=None,
        high=None,
        best=12.0,
        approximate=False,
        unit="people",
        role=QuantityRole.KILLED,
    )
    rows = parts(replace(ATTACK, quantities=(replace(count, **changes),)))
    assert ("quantity", value, "a resident", because) in rows


def test_the_day_of_the_report_is_shown_as_about() -> None:
    assert ATTACK.time is not None
    framed = replace(ATTACK.time, precision=ABOUT_A_DAY, basis=TimeBasis.PUBLICATION)
    unread = replace(ATTACK.time, edtf=None, precision="unknown")
    shown = [
        claim_row(replace(ATTACK, time=time), FIRST).time
        for time in (ATTACK.time, framed, unread, None)
    ]
    assert shown == ["2014-11-02", "about 2014-11-02", "Sunday", None]


def test_a_party_brings_its_reason_where_no_mention_gives_one() -> None:
    (recipient,) = ATTACK.recipients
    rows = parts(replace(ATTACK, recipients=(replace(recipient, why="the report explains it"),)))
    assert (
        "recipient",
        "Nusra Front (nusra-front)",
        "Nusra Front",
        "the report explains it",
    ) in rows


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2014-11-05"], [("2014-11-02? (day)", "Nov. 2")]),
        (["2014-11-05", "2016-01-01"], []),
        ([], []),
    ],
)
def test_an_undated_report_has_its_year_from_copies(
    ledger: Ledger, days: list[str], expected: list[tuple[str, str]]
) -> None:
    text = (
        "Isis shelled Ahrar al-Sham near the bakery on Nov. 2. The shelling went on for two hours."
        " Nobody could reach the wounded before the morning of the next day."
    )
    undated = make_report(text, outlet="Sample Mail", path="undated.txt")
    dated = [
        make_report(text, outlet=f"Sample Wire {number}", published=day)
        for number, day in enumerate(days)
    ]
    claim = make_claim(
        undated, "shelled", ["Isis"], ["Ahrar al-Sham"], when=("Nov. 2", "XXXX-11-02")
    )
    ledger.add_inputs([InputSeen.of(report) for report in (undated, *dated)])
    ledger.add_extractions([Extraction(report_id=undated.id, extractor="all/1", claims=(claim,))])
    refresh(ledger)
    rows = views.why_rows(ledger, "undated.txt")
    assert [(row.value, row.words) for row in rows if row.part == "time"] == [
        ("XXXX-11-02 (day)", "Nov. 2")
    ]
    elsewhere = [row for row in rows if row.part == "time by other reports"]
    assert [(row.value, row.words) for row in elsewhere] == expected
    for row in elsewhere:
        assert row.because is not None
        assert row.because.startswith("inferred from other reports; ")
