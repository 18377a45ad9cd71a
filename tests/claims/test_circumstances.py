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


def test_place_by_its_preposition(parser: Parser) -> None:
    text = "Nusra Front attacked Hazm in the town of Saraqib."
    layers = layers_of(parser, text)
    start = text.index("Saraqib")
    town = PlaceMention(
        span=Span(start, start + 7),
        phrase=Span(text.index("the town"), start + 7),
        name="Saraqib",
        precision=PlacePrecision.POPULATED_PLACE,
    )
    claim = extract_claims(replace(layers, places=(town,)))[0]
    assert claim.place is not None
    assert claim.place.words.text == "the town of Saraqib"


def test_counts_stand_with_their_claim(parser: Parser) -> None:
    text = "Islamic State killed 12 civilians, and Nusra Front sent 100 fighters to Hazm."
    counts = {
        claim.trigger.text: [count.words.text for count in claim.quantities]
        for claim in claims_of(parser, text)
        if claim.kind.value == "event"
    }
    assert counts["killed"] == ["12 civilians"]
