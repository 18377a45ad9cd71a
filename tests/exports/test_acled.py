"""ACLED's rows: what a coder would check in each column."""

from __future__ import annotations

import pytest

from secondsource.annotations import Category, PlacePrecision
from secondsource.claims import EventType, Modality, PlaceRecord
from secondsource.exports.acled import ACLED, Row, row_of
from secondsource.exports.coding import Uncoded
from secondsource.exports.selection import Account
from tests.exports.making import account, claim, killed, place, when

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
).split()


def cells(made: Account) -> dict[str, object]:
    row = row_of(made)
    assert isinstance(row, Row), row
    return {column.name: column.cell(row) for column in ACLED.columns}


def test_the_columns_are_acled_s() -> None:
    assert [column.name for column in ACLED.columns] == COLUMNS
    assert len(COLUMNS) == 31


@pytest.mark.parametrize(
    ("edtf", "about", "day", "precision", "year"),
    [
        ("2014-11-02", False, "2014-11-02", 1, 2014),
        ("2014-11-02", True, "2014-11-02", 2, 2014),
        ("2014-11-02~", False, "2014-11-02", 2, 2014),
        ("2014-11-02?", False, "2014-11-02", 2, 2014),
        ("2014-11-03/2014-11-09", False, "2014-11-06", 2, 2014),
        ("2014-11", False, "2014-11-15", 3, 2014),
        ("2014-11-01/2014-11-20", False, "2014-11-10", 3, 2014),
        ("2014", False, None, None, 2014),
        ("2013/2014-11-13", False, None, None, None),
        ("2014-11-02/..", False, None, None, None),
        ("XXXX-11-02", False, None, None, None),
    ],
)
def test_a_day_comes_with_its_precision_or_not_at_all(
    edtf: str, about: bool, day: str | None, precision: int | None, year: int | None
) -> None:
    row = cells(account(time=when(edtf, about=about)))
    assert (row["event_date"], row["time_precision"], row["year"]) == (day, precision, year)


def test_no_time_no_day() -> None:
    row = cells(account())
    assert (row["event_date"], row["time_precision"], row["year"]) == (None, None, None)


@pytest.mark.parametrize(
    ("where", "location", "precision", "latitude"),
    [
        (place(PlacePrecision.POPULATED_PLACE), "Al Atārib", 1, 36.13),
        (place(PlacePrecision.NEAR, radius_km=10.0), "Al Atārib", 2, 36.13),
        (place(PlacePrecision.GOVERNORATE), "Al Atārib", 3, 36.13),
        (place(PlacePrecision.REGION, text="northern Syria"), "northern Syria", 3, None),
        (place(PlacePrecision.COUNTRY), None, None, None),
        (None, None, None, None),
    ],
)
def test_coordinates_only_where_they_stand_for_the_place(
    where: PlaceRecord | None, location: str | None, precision: int | None, latitude: float | None
) -> None:
    row = cells(account(where=where))
    assert (row["location"], row["geo_precision"], row["latitude"]) == (
        location,
        precision,
        latitude,
    )


@pytest.mark.parametrize(
    ("counts", "fatalities"),
    [
        ((), None),
        ((killed(12, 12, 12),), 12),
        ((killed(8, 10, 12, words=("8", "at most 12")),), 8),
        ((killed(14, None, None),), 14),
        ((killed(None, None, 20),), None),
        ((killed(5, 5, 5, category=Category.COMBATANTS), killed(8, 8, 8)), 8),
        (
            (
                killed(5, 5, 5, category=Category.COMBATANTS),
                killed(3, 3, 3, category=Category.CIVILIANS),
            ),
            8,
        ),
        (
            (
                killed(4, 4, 4, category=Category.CIVILIANS),
                killed(2, 2, 2, category=Category.CHILDREN),
            ),
            4,
        ),
    ],
)
def test_fatalities_are_the_most_conservative_number(
    counts: tuple[object, ...], fatalities: int | None
) -> None:
    assert cells(account(counts=counts))["fatalities"] == fatalities  # type: ignore[arg-type]


def test_differing_figures_are_noted() -> None:
    notes = cells(account(counts=(killed(8, 10, 12, words=("eight", "12 people")),)))["notes"]
    assert "eight, 12 people (reports differ)" in str(notes)


@pytest.mark.parametrize(
    ("mode", "actors", "recipients", "trigger", "sub_event"),
    [
        (None, ("nusra-front",), ("islamic-state",), "attacked", "Armed clash"),
        (None, ("nusra-front",), ("civilians",), "attacked", "Attack"),
        ("aerial", ("turkey",), ("islamic-state",), "struck", "Air/drone strike"),
        (None, ("turkey",), ("islamic-state",), "shelled", "Shelling/artillery/missile attack"),
        ("abduct", ("nusra-front",), ("civilians",), "seized", "Abduction/forced disappearance"),
    ],
)
def test_force_is_typed_by_mode_words_and_target(
    mode: str | None,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    trigger: str,
    sub_event: str,
) -> None:
    made = claim(mode=mode, actors=actors, recipients=recipients, trigger=trigger)
    assert cells(account(made))["sub_event_type"] == sub_event


@pytest.mark.parametrize(
    ("actors", "recipients", "inter1", "inter2", "interaction"),
    [
        (("syria-military",), ("civilians",), 1, 7, "17"),
        (("turkey",), ("civilians",), 8, 7, "78"),
        (("nusra-front",), ("islamic-state",), None, None, None),
        (("nusra-front",), ("civilians",), None, 7, None),
    ],
)
def test_sorts_of_actors_are_given_where_they_are_known(
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    inter1: int | None,
    inter2: int | None,
    interaction: str | None,
) -> None:
    row = cells(account(claim(actors=actors, recipients=recipients)))
    assert (row["inter1"], row["inter2"], row["interaction"]) == (inter1, inter2, interaction)


def test_protesters_alone_are_a_sole_interaction() -> None:
    row = cells(account(claim(EventType.PROTEST, actors=("civilians",), recipients=())))
    assert (row["sub_event_type"], row["inter1"], row["interaction"]) == (
        "Peaceful protest",
        6,
        "60",
    )


def test_civilians_hit_by_nobody_known_are_the_second_actor() -> None:
    row = cells(account(claim(actors=("planes",), recipients=("civilians",))))
    assert (row["actor1"], row["actor2"]) == (None, "civilians")
    assert (row["civilian_targeting"], row["interaction"]) == ("Civilian targeting", None)


def test_a_fight_of_two_has_each_on_one_side() -> None:
    both = ("nusra-front", "islamic-state")
    row = cells(account(claim(actors=both, recipients=tuple(reversed(both)))))
    assert (row["actor1"], row["actor2"], row["assoc_actor_1"]) == (
        "Nusra Front",
        "Islamic State",
        "",
    )


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (account(modality=Modality.PLANNED), "has not happened"),
        (account(denied=True), "denied"),
        (account(claim(EventType.CONSULT)), "no type for CONSULT"),
        (account(claim(EventType.AGREE, recipients=())), "one party"),
        (account(claim(actors=("planes",), recipients=())), "who is hit"),
    ],
)
def test_what_acled_does_not_code_is_left_out_with_a_reason(made: Account, why: str) -> None:
    found = row_of(made)
    assert isinstance(found, Uncoded)
    assert why in found.why


def test_every_row_carries_evidence_and_verdict() -> None:
    row = cells(account(time=when("2014-11-02")))
    assert "The Nusra Front attacked the Islamic State in Atareb" in str(row["notes"])
    assert "(Sample Post; residents; supports)" in str(row["notes"])
    assert "Credibility 3 (possibly true): 1 source" in str(row["notes"])
    assert row["tags"] == "credibility=3; origins=1; reports=1"
    assert row["source"] == "Sample Post"


def test_what_the_ledger_cannot_know_is_explained() -> None:
    gaps = {column.name: column.gap for column in ACLED.columns}
    for name in ("region", "admin3", "source_scale", "timestamp"):
        assert cells(account())[name] is None
        assert gaps[name]
