from __future__ import annotations

from typing import Any

import pytest

from bench.gold import fakes_syria
from bench.gold.fakes_classes import actor_class, governorate
from bench.records import ActorFound, InputRecord, PlaceFound, Trigger
from secondsource.text import Span

from .answering import Answering, claim, party


def article(identity: str, event: str = "e", **parts: Any) -> fakes_syria.Article:
    given: dict[str, Any] = {
        "places": (Span(0, 6),),
        "dates": (Span(10, 20),),
        "coded": (
            fakes_syria.Coded(
                date="2016-07-02",
                governorate="aleppo",
                actor_class="al-nusra front",
                civilians=12,
            ),
        ),
        "overlaps": (),
    }
    document = InputRecord(
        id=identity,
        text="Words of ours, thirty letters.",
        mentions=(Trigger(id=identity, span=Span(0, 1)),),
    )
    return fakes_syria.Article(document=document, event=event, **(given | parts))


ALEPPO = {"start": 0, "end": 6, "text": "Aleppo", "name": "Aleppo", "admin1": "Aleppo"}
DAY = {
    "start": 12,
    "end": 14,
    "text": "then",
    "type": "DATE",
    "value": "x",
    "edtf": "2016-07-02T10",
}
TWELVE = {"start": 0, "end": 2, "text": "12", "best": 12, "role": "killed", "category": None}
LAYERS = {"places": [ALEPPO], "times": [DAY], "quantities": [TWELVE]}
ASSAULT = claim(
    type="ASSAULT",
    actors=[party(0, 1, "Nusra Front", "nusra-front")],
    place=ALEPPO,
    time=DAY,
    quantities=[TWELVE],
)


@pytest.mark.parametrize(
    ("answers", "measure", "expected"),
    [
        (LAYERS, "place found in the layers", 1.0),
        (LAYERS, "date found in the layers", 1.0),
        (LAYERS, "place and date found in the layers", 1.0),
        (LAYERS, "governorate right in the layers", 1.0),
        (LAYERS, "date right in the layers", 1.0),
        (LAYERS, "civilians killed right in the layers", 1.0),
        (LAYERS, "governorate right in claims", 0.0),
        ({"places": [ALEPPO]}, "place and date found in the layers", 0.0),
        ({"times": [DAY | {"edtf": "2016-07"}]}, "date right in the layers", 0.0),
        (
            {"quantities": [TWELVE | {"role": "wounded"}]},
            "civilians killed right in the layers",
            0.0,
        ),
        (
            {"quantities": [TWELVE | {"category": "combatants"}]},
            "civilians killed right in the layers",
            0.0,
        ),
        ({"claims": [ASSAULT]}, "governorate right in claims", 1.0),
        ({"claims": [ASSAULT]}, "date right in claims", 1.0),
        ({"claims": [ASSAULT]}, "actor class right in claims", 1.0),
        ({"claims": [ASSAULT]}, "civilians killed right in claims", 1.0),
        ({"claims": [ASSAULT | {"type": "CONSULT"}]}, "date right in claims", 0.0),
    ],
)
def test_the_main_event(answers: dict[str, Any], measure: str, expected: float) -> None:
    figures = fakes_syria.figures([article("d")], Answering(answers={"d": answers}))
    assert {row.measure: row.value for row in figures}[measure] == expected


def test_what_is_not_annotated_is_not_judged() -> None:
    coded = (fakes_syria.Coded(date="2016", governorate="homs", actor_class=None, civilians=None),)
    bare = article("d", places=(), dates=(), coded=coded)
    figures = {row.measure: row for row in fakes_syria.figures([bare], Answering())}
    for measure in (
        "place found in the layers",
        "place and date found in the layers",
        "actor class right in claims",
        "civilians killed right in claims",
    ):
        assert (figures[measure].value, figures[measure].n) == (None, 0)


def test_grouping_and_near_copies() -> None:
    articles = [
        article("a", "e1", overlaps=(("b", 0.9), ("c", 0.3))),
        article("b", "e1"),
        article("c", "e2"),
    ]
    clusters = (
        {"id": "a", "origin": "o1", "copies": None, "relation": "independent"},
        {"id": "b", "origin": "o1", "copies": "a", "relation": "reprint"},
        {"id": "c", "origin": "o1", "copies": "b", "relation": "reprint"},
        {"event": "e", "mentions": ["a", "b", "c"]},
    )
    figures = {r.measure: r for r in fakes_syria.figures(articles, Answering(clusters=clusters))}
    # all three in one: precision (2/3 + 2/3 + 1/3) / 3, recall 1
    assert figures["grouping B3 F1"].value == pytest.approx(2 * (5 / 9) / (1 + 5 / 9))
    assert figures["grouping MUC F1"].value == pytest.approx(2 / 3)
    assert (
        figures["near-copies under one origin"].value,
        figures["near-copies under one origin"].n,
    ) == (1.0, 1)
    assert figures["reprints that share text"].value == 0.5


def test_without_clustering_the_rest_is_still_scored() -> None:
    figures = {r.measure: r for r in fakes_syria.figures([article("d")], Answering(clusters=None))}
    assert figures["grouping B3 F1"].value is None
    assert figures["date right in the layers"].value == 0.0


@pytest.mark.parametrize(
    ("admin1", "expected"),
    [
        ("Aleppo", "aleppo"),
        ("Halab", "aleppo"),
        ("Idlib Governorate", "idlib"),
        ("Rif-dimashq", "damascus"),
        ("Damascus", "damascus"),
        ("Ar Raqqah", "raqqa"),
        ("Al-Raqqah", "raqqa"),
        ("Deir ez-Zor", "deir ezzor"),
        ("Dayr az Zawr", "deir ezzor"),
        ("Ḩimş", "homs"),
        ("Al-Hasakah", "hasakeh"),
        ("Ḩamāh", "hama"),
        ("Dar‘ā", "daraa"),
        ("Latakia", "lattakia"),
        ("Al Lādhiqīyah", "lattakia"),
        ("Quneitra", "quneitra"),
        ("Tartus", None),
        ("Al Anbar", None),
        ("Hamadan", None),
    ],
)
def test_governorates_by_their_spellings(admin1: str, expected: str | None) -> None:
    found = PlaceFound(
        span=Span(0, 1),
        text="x",
        name="x",
        lat=None,
        lon=None,
        admin1=admin1,
        country="SY",
        precision=None,
        adjectival=False,
    )
    assert governorate(found) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Islamic State", "the organization of the islamic state in iraq and the levant - isis"),
        ("Nusra Front", "al-nusra front"),
        ("Syrian Democratic Forces", "self administration forces"),
        ("US-led coalition", "international coalition forces"),
        ("Free Syrian Army", "armed opposition groups"),
        ("Syrian opposition", "armed opposition groups"),
        ("Syrian Arab Army", "syrian government or russian troops"),
        ("Russia", "syrian government or russian troops"),
        ("Médecins Sans Frontières", None),
    ],
)
def test_actor_classes(name: str, expected: str | None) -> None:
    found = ActorFound(span=Span(0, 1), text=name, id=None, name=name, kind=None)
    assert actor_class(found) == expected
