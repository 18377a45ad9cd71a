"""Where, when and how many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import Parser, PlaceMention, PlacePrecision
from secondsource.claims import extract_claims
from secondsource.claims.circumstances import edtf_precision
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


def test_time_of_the_same_clause_only(parser: Parser) -> None:
    text = "Nusra Front attacked Hazm on Sunday, and Islamic State attacked rebels."
    times = [
        claim.time.words.text if claim.time else None
        for claim in claims_of(parser, text)
        if claim.type.value == "ASSAULT"
    ]
    assert times == ["Sunday", None]


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
