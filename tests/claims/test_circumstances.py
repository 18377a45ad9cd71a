"""Where, when and how many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import Parser, PlaceMention, PlacePrecision
from secondsource.claims import extract_claims
from secondsource.claims.circumstances_times import edtf_precision
from secondsource.text import Span
from tests.claims.reading import claims_of, layers_of


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        (None, "unknown"),
        ("2014-11-02", "day"),
        ("XXXX-11-02", "day"),
        ("2014-11", "month"),
        ("2014", "year"),
        ("2014-21", "season"),
        ("2014-11-03/2014-11-09", "interval"),
        ("2014-11-02T04:00:00", "second"),
    ],
)
def test_precision_of_edtf(edtf: str | None, precision: str) -> None:
    assert edtf_precision(edtf) == precision


# Text, then trigger, words of the time and the beginning of the reason for each claim.
TIMED = [
    ("Nusra Front attacked Hazm on Sunday, and Islamic State attacked rebels.",
     [("attacked", "Sunday", "stands in the clause"), ("attacked", "Sunday", "last told before")]),
    ("Islamic State attacked a convoy on Sunday, killing 12 soldiers.",
     [("attacked", "Sunday", "stands in the clause"),
      ("killing", "Sunday", "stands in a clause on the same happening")]),
    ("Rebels were killed on Sunday and 12 others wounded by Islamic State.",
     [("killed", "Sunday", "stands in the clause"),
      ("wounded", "Sunday", "stands in a clause on the same happening")]),
    ("Islamic State shelled the town on Sunday. Rebels attacked its positions.",
     [("shelled", "Sunday", "stands in the clause"), ("attacked", "Sunday", "last told before")]),
    ("Islamic State shelled the town on Sunday. Rebels had attacked its positions.",
     [("shelled", "Sunday", "stands in the clause"), ("attacked", None, None)]),
    ("Islamic State shelled the town on Sunday. Rebels will attack its positions.",
     [("shelled", "Sunday", "stands in the clause"), ("attack", None, None)]),
    ("Nusra Front condemned the attack by Islamic State on Sunday.",
     [("condemned", "Sunday", "stands in the clause"), ("attack", None, None)]),
    ("Despite months of clashes with Nusra Front, Islamic State attacked rebels.",
     [("clashes", "months", "stands in the clause"), ("attacked", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMED)
def test_time_by_clause_then_happening_then_story(
    parser: Parser, text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = {}
    for claim in claims_of(parser, text):
        if claim.kind.value == "event":
            time = claim.time
            found[claim.trigger.span] = (claim.trigger.text, time)
    rows = list(found.values())
    assert [(trigger, time.words.text if time else None) for trigger, time in rows] == [
        (trigger, words) for trigger, words, _ in expected
    ]
    for (_, time), (_, _, why) in zip(rows, expected, strict=True):
        assert why is None or (time is not None and (time.why or "").startswith(why))


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Islamic State has besieged Hazm since June.", "2014-11-14", "2014-06/2014-11-14"),
        ("Islamic State has besieged Hazm since June 2014.", None, "2014-06/.."),
        ("Islamic State besieged Hazm until June 2014.", None, "../2014-06"),
        ("Islamic State besieged Hazm in June 2014.", None, "2014-06"),
        ("Islamic State has besieged Hazm for two years.", "2014-11-14", "2012/2014-11-14"),
        ("Islamic State has besieged Hazm for more than a year.", "2014-11-14", "2013~/2014-11-14"),
        ("Islamic State has besieged Hazm for ten days.", "2014-11-14", "2014-11-04/2014-11-14"),
        ("Islamic State has besieged Hazm for two months.", None, None),
        ("Islamic State besieged Hazm for two months.", "2014-11-14", None),
        (
            "Islamic State and Hazm have been rivals since the army left the town in June.",
            "2014-11-14",
            "2014-06/2014-11-14",
        ),
        (
            "Islamic State and Hazm have been at war with each other since last year.",
            "2014-11-14",
            "2013/2014-11-14",
        ),
        ("Clashes of Islamic State with Hazm were seen in June 2014.", None, "2014-06"),
    ],
)
def test_since_until_and_for_give_stretches(
    parser: Parser, text: str, published: str | None, edtf: str | None
) -> None:
    claim = claims_of(parser, text, published=published)[0]
    assert claim.time is not None
    assert claim.time.edtf == edtf


@pytest.mark.parametrize(
    ("lede", "edtf"),
    [
        ("Islamic State has attacked a convoy of Hazm.", "2014-11-14~"),
        ("Islamic State attacked a convoy of Hazm.", "2014-11-14~"),
        ("Islamic State attacked a convoy of Hazm on Thursday.", "2014-11-13"),
        ("Islamic State had attacked a convoy of Hazm.", None),
        ("Islamic State will attack a convoy of Hazm.", None),
    ],
)
def test_the_date_line_frames_what_the_lede_tells_without_a_time(
    parser: Parser, lede: str, edtf: str | None
) -> None:
    text = f"Friday 14 November 2014\n\n{lede}\n\nIt is the fourth year of the war."
    claims = [
        claim
        for claim in claims_of(parser, text, published=None)
        if claim.type is not None and claim.type.value == "ASSAULT" and claim.actors
    ]
    time = claims[0].time
    assert (time.edtf if time else None) == edtf
    if edtf and edtf.endswith("~"):
        assert time is not None
        assert (time.framed, time.precision) == (True, "about a day")
        assert time.words.text.startswith("Friday 14 November 2014")
        assert time.basis.value == "inferred from publication"


def test_a_given_publication_date_is_no_words_of_the_report(parser: Parser) -> None:
    claim = claims_of(parser, "Islamic State attacked a convoy of Hazm.")[0]
    assert claim.time is None


def test_relative_times_say_what_they_rest_on(parser: Parser) -> None:
    claim = claims_of(parser, "Nusra Front attacked Hazm last week.")[0]
    assert claim.time is not None
    assert claim.time.basis.value == "inferred from publication"
    undated = claims_of(parser, "Nusra Front attacked Hazm last week.", published=None)[0]
    assert undated.time is None or undated.time.edtf is None


def _placed(parser: Parser, text: str, *phrases: str) -> dict[str, str | None]:
    """The words of the place of each event claim by its trigger, where ``phrases`` are towns."""
    towns = tuple(
        PlaceMention(
            span=Span(text.index(phrase), text.index(phrase) + len(phrase)),
            phrase=Span(text.index(phrase), text.index(phrase) + len(phrase)),
            name=phrase,
            precision=PlacePrecision.POPULATED_PLACE,
        )
        for phrase in phrases
    )
    claims = extract_claims(replace(layers_of(parser, text), places=towns))
    return {
        claim.trigger.text: claim.place.words.text if claim.place else None
        for claim in claims
        if claim.kind.value == "event"
    }


PLACED = [
    ("Nusra Front attacked Hazm in the town of Saraqib.", ["the town of Saraqib"],
     {"attacked": "the town of Saraqib"}),
    ("Islamic State shelled parts of Aleppo, killing 12 soldiers.", ["Aleppo"],
     {"shelled": "Aleppo", "killing": "Aleppo"}),
    ("The Islamic State attack on Aleppo killed 12 soldiers.", ["Aleppo"],
     {"killed": "Aleppo"}),
    ("Islamic State fought veterans from Grozny.", ["Grozny"], {"fought": None}),
    ("Nusra Front condemned the attack by Islamic State at a meeting in Geneva.", ["Geneva"],
     {"condemned": "Geneva", "attack": None}),
    ("Islamic State shelled Aleppo on Sunday. Its fighters killed 12 soldiers.", ["Aleppo"],
     {"shelled": "Aleppo", "killed": "Aleppo"}),
    ("Islamic State shelled Aleppo on Sunday. Its fighters had killed 12 soldiers.", ["Aleppo"],
     {"shelled": "Aleppo", "killed": None}),
    ("A resident in Aleppo said Islamic State killed 12 soldiers.", ["Aleppo"],
     {"killed": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrases", "expected"), PLACED)
def test_place_by_clause_then_happening_then_story(
    parser: Parser, text: str, phrases: list[str], expected: dict[str, str | None]
) -> None:
    found = _placed(parser, text, *phrases)
    assert {trigger: found.get(trigger) for trigger in expected} == expected


def test_a_branch_is_where_it_is_and_its_fights_are_not(parser: Parser) -> None:
    text = "Al-Qaeda's affiliate in Syria, known as Nusra Front, fought Islamic State."
    at = text.index("Syria")
    country = PlaceMention(
        span=Span(at, at + 5),
        phrase=Span(at, at + 5),
        name="Syria",
        precision=PlacePrecision.COUNTRY,
    )
    claims = extract_claims(replace(layers_of(parser, text), places=(country,)))
    places = {claim.trigger.text: claim.place.name if claim.place else None for claim in claims}
    assert (places.get("affiliate"), places.get("fought")) == ("Syria", None)


def test_counts_stand_with_their_claim(parser: Parser) -> None:
    text = "Islamic State killed 12 civilians, and Nusra Front sent 100 fighters to Hazm."
    counts = {
        claim.trigger.text: [count.words.text for count in claim.quantities]
        for claim in claims_of(parser, text)
        if claim.kind.value == "event"
    }
    assert counts["killed"] == ["12 civilians"]


COUNTED = [
    ("Islamic State killed 12 soldiers and wounded 30.",
     {"killed": ["12 soldiers"], "wounded": ["30"]}),
    ("Islamic State killed 12 people, including three children, in the raid.",
     {"killed": ["12 people", "three children"]}),
    ("Islamic State shelled a market, killing at least 25 civilians.",
     {"shelled": ["at least 25 civilians"], "killing": ["at least 25 civilians"]}),
    ("No fewer than 20 soldiers were killed by Islamic State and dozens wounded.",
     {"killed": ["No fewer than 20 soldiers"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts_by_what_became_of_the_people(
    parser: Parser, text: str, expected: dict[str, list[str]]
) -> None:
    found = {
        claim.trigger.text: claim.quantities
        for claim in claims_of(parser, text)
        if claim.kind.value == "event"
    }
    words = {trigger: [row.words.text for row in found.get(trigger, ())] for trigger in expected}
    assert words == expected
    assert all(row.why for rows in found.values() for row in rows)
