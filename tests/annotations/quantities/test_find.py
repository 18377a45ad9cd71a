from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.annotations.quantities import find_quantities
from secondsource.annotations.records import Layers, Quantity
from secondsource.errors import LayerOrder
from secondsource.reports import Report
from tests.annotations.quantities.conftest import Read

# text, words, low, high, best, approximate, unit, role
BOUNDS = [
    ("The force, estimated at 10,000 to 12,000 fighters, is strong.", "10,000 to 12,000 fighters",
     10_000, 12_000, None, False, "fighters", "strength"),
    ("They sent about 100 fighters and 22 pickup trucks.", "about 100 fighters",
     None, None, 100, True, "fighters", "strength"),
    ("They sent about 100 fighters and 22 pickup trucks.", "22 pickup trucks",
     None, None, 22, False, "pickup trucks", "other"),
    ("Sixty-five fighters defected.", "Sixty-five fighters",
     None, None, 65, False, "fighters", "strength"),
    ("Clashes killed more than 3,000 militants.", "more than 3,000 militants",
     3_000, None, None, False, "militants", "killed"),
    ("At least 12 people were killed.", "At least 12 people",
     12, None, None, False, "people", "killed"),
    ("Up to 30 soldiers were captured.", "Up to 30 soldiers",
     None, 30, None, False, "soldiers", "detained"),
    ("Dozens of people were wounded.", "Dozens of people",
     24, None, None, True, "people", "wounded"),
    ("Tens of thousands of residents fled the city.", "Tens of thousands of residents",
     20_000, None, None, True, "residents", "displaced"),
    ("Several hundred rebels took part.", "Several hundred rebels",
     200, None, None, True, "rebels", "strength"),
    ("Two emissaries attended.", "Two emissaries",
     None, None, 2, False, "emissaries", "other"),
    ("They were less than 2km away.", "less than 2km", None, 2, None, False, "km", "distance"),
    ("The town lies 25 miles west of the city.", "25 miles",
     None, None, 25, False, "miles", "distance"),
    ("A 17-minute recording was released.", "17-minute",
     None, None, 17, False, "minute", "duration"),
    ("An extra 1,500 troops will deploy.", "1,500 troops",
     None, None, 1_500, False, "troops", "strength"),
    ("They fired 40 rockets at the base.", "40 rockets",
     None, None, 40, False, "rockets", "weapons"),
    ("The ransom was $3 million.", "$3 million", None, None, 3_000_000, False, None, "money"),
]  # fmt: skip

ROLES = [
    ("The blast killed 12 and wounded 30.", [(12, "killed"), (30, "wounded")]),
    ("Twelve people were killed and 30 others wounded.", [(12, "killed"), (30, "wounded")]),
    ("Shelling killed 12 people, including three children, and wounded 30.",
     [(12, "killed"), (3, "killed"), (30, "wounded")]),
    ("The death toll rose to 40 on Friday.", [(40, "killed")]),
    ("The attack left five dead.", [(5, "killed")]),
    ("The bombing claimed the lives of 20 villagers.", [(20, "killed")]),
    ("Twelve gunmen killed three officers.", [(12, "strength"), (3, "killed")]),
    ("Police arrested 14 men.", [(14, "detained")]),
    ("Seven miners are missing.", [(7, "missing")]),
    ("A child and a woman were killed.", [(1, "killed"), (1, "killed")]),
    ("A sniper shot a soldier.", [(1, "killed")]),
    ("A soldier was seized and a nurse hurt.", [(1, "detained"), (1, "wounded")]),
    ("Four hostages were killed.", [(4, "killed")]),
    ("Four hostages were taken to the coast.", [(4, "detained")]),
    ("Some 4,500 people were forced from their homes.", [(4500, "displaced")]),
    ("Between 10 and 15 soldiers died.", [(None, "killed")]),
    ("57 villagers have been martyred and 150 injured.", [(57, "killed"), (150, "wounded")]),
    ("The fighting forced 400 families to flee.", [(400, "displaced")]),
    ("Rebels captured three villages.", [(3, "other")]),
]  # fmt: skip

CATEGORIES = [
    ("The raid killed nine civilians.", "civilians"),
    ("The raid killed nine women.", "women"),
    ("The raid killed nine children.", "children"),
    ("The raid killed nine rebel fighters.", "combatants"),
    ("The raid killed nine people.", None),
]

SEVERAL = [
    ("The bombing killed 30, 12 of them civilians.", [None, "civilians"]),
    ("Three members of one family were killed.", [None, None]),
    ("A child and a woman were killed.", ["children", "women"]),
]

NO_COUNTS = [
    "A Tornado GR4 and an F-15 took off.",
    "It met on 2 November 2014 at 19:45.",
    "Turnout was 45 percent, or 45%.",
    "The 3rd brigade and the second column left.",
    "A 45-year-old man spoke.",
    "Resolution 2254 was adopted.",
    "It came at 600 pm.",
]


def only(found: tuple[Quantity, ...], text: str, words: str) -> Quantity:
    rows = {row.span.of(text): row for row in found}
    assert words in rows, sorted(rows)
    return rows[words]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "best", "approximate", "unit", "role"), BOUNDS
)
def test_bounds_units_and_roles(
    read: Read,
    text: str,
    words: str,
    low: float | None,
    high: float | None,
    best: float | None,
    approximate: bool,
    unit: str | None,
    role: str,
) -> None:
    row = only(read(text), text, words)
    assert (row.low, row.high, row.best, row.approximate) == (low, high, best, approximate)
    assert (row.unit, row.role.value) == (unit, role)


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(read: Read, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(row.best, row.role.value) for row in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), CATEGORIES)
def test_categories(read: Read, text: str, expected: str | None) -> None:
    (row,) = read(text)
    assert (row.category.value if row.category else None) == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_counts_nothing(read: Read, text: str) -> None:
    assert [row.span.of(text) for row in read(text)] == []


def test_the_parse_is_needed() -> None:
    report = Report(id="r_test", text="Two men.", body=())
    with pytest.raises(LayerOrder):
        find_quantities(Layers(report=report))


_PIECES = st.sampled_from(
    "at least up to about more than between and or a an 12 30 3,000 2.5 million dozen dozens of "
    "hundreds several half $5 2km 40% F-15 people killed wounded fighters were , . - one two "
    "sixty-five thousand including children the toll rose 007 10-12 miles".split()
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(_PIECES, max_size=14))
def test_every_quantity_stands_in_the_text_and_is_in_order(read: Read, pieces: list[str]) -> None:
    text = " ".join(pieces)
    for row in read(text):
        assert row.span.of(text).strip() == row.span.of(text) != ""
        bounds = [bound for bound in (row.low, row.best, row.high) if bound is not None]
        assert bounds == sorted(bounds)
        assert bounds
        assert row.unit is None or row.unit in text


@pytest.mark.parametrize(("text", "categories"), SEVERAL)
def test_categories_of_parts_and_of_single_persons(
    read: Read, text: str, categories: list[str | None]
) -> None:
    found = [row.category.value if row.category else None for row in read(text)]
    assert found == categories
