"""UCDP GED's rows."""

from __future__ import annotations

import pytest

from secondsource.annotations import Category, PlacePrecision
from secondsource.claims import EventType, Modality, PlaceRecord
from secondsource.exports.coding import Uncoded
from secondsource.exports.places import Point
from secondsource.exports.selection import Account
from secondsource.exports.ucdp import GED, Row, row_of
from tests.exports.making import account, claim, killed, place, when

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low "
    "gwnoa gwnob"
).split()
DEAD = (killed(8, 10, 12),)


def cells(made: Account) -> dict[str, object]:
    row = row_of(made)
    assert isinstance(row, Row), row
    return {column.name: column.cell(row) for column in GED.columns}


def test_the_columns_are_ucdp_s() -> None:
    assert [column.name for column in GED.columns] == COLUMNS
    assert len(COLUMNS) == 49


@pytest.mark.parametrize(
    ("edtf", "start", "end", "precision"),
    [
        ("2014-11-02", "2014-11-02", "2014-11-02", 1),
        ("2014-11-02~", "2014-11-02", "2014-11-02", 2),
        ("2014-11-02/2014-11-05", "2014-11-02", "2014-11-05", 2),
        ("2014-11-03/2014-11-09", "2014-11-03", "2014-11-09", 3),
        ("2014-11", "2014-11-01", "2014-11-30", 4),
        ("2014", "2014-01-01", "2014-12-31", 5),
        ("2013/2014-11-13", "2013-01-01", "2014-11-13", None),
        ("2014-11-02/..", "2014-11-02", None, None),
        ("XXXX-11-02", None, None, None),
    ],
)
def test_dates_come_with_their_precision(
    edtf: str, start: str | None, end: str | None, precision: int | None
) -> None:
    row = cells(account(time=when(edtf), counts=DEAD))
    assert (row["date_start"], row["date_end"], row["date_prec"]) == (start, end, precision)


@pytest.mark.parametrize(
    ("where", "precision", "wkt"),
    [
        (place(PlacePrecision.POINT), 1, "POINT (36.83 36.13)"),
        (place(PlacePrecision.NEAR, radius_km=20.0), 2, "POINT (36.83 36.13)"),
        (place(PlacePrecision.NEAR, radius_km=80.0), 5, "POINT (36.83 36.13)"),
        (place(PlacePrecision.DISTRICT), 3, "POINT (36.83 36.13)"),
        (place(PlacePrecision.GOVERNORATE), 4, "POINT (36.83 36.13)"),
        (place(PlacePrecision.REGION), 5, None),
        (place(PlacePrecision.COUNTRY), 6, None),
        (None, None, None),
    ],
)
def test_places_come_with_their_precision(
    where: PlaceRecord | None, precision: int | None, wkt: str | None
) -> None:
    row = cells(account(where=where, counts=DEAD))
    assert (row["where_prec"], row["geom_wkt"]) == (precision, wkt)


def test_deaths_keep_low_best_and_high_apart() -> None:
    row = cells(account(counts=(*DEAD, killed(3, 4, 5, category=Category.CIVILIANS))))
    assert (row["low"], row["best"], row["high"]) == (8, 10, 12)
    assert (row["deaths_civilians"], row["deaths_unknown"]) == (4, 6)
    assert (row["deaths_a"], row["deaths_b"]) == (None, None)


def test_a_bound_is_no_best_figure() -> None:
    row = cells(account(counts=(killed(14, None, None),)))
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == (14, None, None, None)


@pytest.mark.parametrize(
    ("actors", "recipients", "violence", "side_a", "side_b"),
    [
        (("nusra-front",), ("islamic-state",), 2, "Nusra Front", "Islamic State"),
        (("nusra-front",), ("syria-military",), 1, "Syrian military", "Nusra Front"),
        (("nusra-front",), ("civilians",), 3, "Nusra Front", "Civilians"),
    ],
)
def test_the_type_of_violence_and_the_order_of_sides(
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    violence: int,
    side_a: str,
    side_b: str,
) -> None:
    row = cells(account(claim(actors=actors, recipients=recipients), counts=DEAD))
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == (violence, side_a, side_b)


def test_actors_have_their_ucdp_numbers() -> None:
    row = cells(account(counts=DEAD))
    assert (row["side_a_new_id"], row["side_b_new_id"]) == ("1170", "234")


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (account(), "dead"),
        (account(claim(EventType.COERCE), counts=DEAD), "armed force"),
        (account(modality=Modality.POSSIBLE, counts=DEAD), "not happened"),
        (account(claim(recipients=()), counts=DEAD), "sides"),
        (account(counts=(killed(0, 0, 0),)), "dead"),
    ],
)
def test_what_ucdp_does_not_code_is_left_out_with_a_reason(made: Account, why: str) -> None:
    found = row_of(made)
    assert isinstance(found, Uncoded)
    assert why in found.why


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-89.9, -179.9, 1), (-55.7, -69.3, 49182), (89.9, 179.9, 259200)],
)
def test_prio_grid_counts_from_the_south_west(lat: float, lon: float, cell: int) -> None:
    assert Point(lat=lat, lon=lon).prio_cell == cell
