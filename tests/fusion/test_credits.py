from __future__ import annotations

import pytest

from secondsource.fusion import agency_named
from secondsource.fusion.agencies import outlet_key
from secondsource.fusion.credits import Position, find_credits
from secondsource.reports import from_text
from tests.fusion.making import make_report

FILLER = "The town has changed hands four times since the spring and most people have left it. "

CREDITS = [
    ("BEIRUT (AP) — Fighters took the hill.", "AP", Position.OPENING),
    ("Beirut - Reuters - Fighters took the hill.", "Reuters", Position.OPENING),
    (FILLER * 9 + "Nobody was hurt. -- REUTERS", "Reuters", Position.CLOSING),
    (FILLER * 9 + "Nobody was hurt. (AFP)", "AFP", Position.CLOSING),
    (FILLER * 9 + "Nobody was hurt. With reporting by AFP", "AFP", Position.SHARED),
    ("Talks were held, an official told The Associated Press.", "AP", Position.LEAD),
    ("Talks were held, an official told AFP.", "AFP", Position.LEAD),
    ("AP reported that talks were held.", "AP", Position.LEAD),
    ("The Guardian newspaper reported that talks were held.", "The Guardian", Position.LEAD),
    ("According to Reuters, talks were held.", "Reuters", Position.LEAD),
    (FILLER * 9 + "A source told Reuters of it. " + FILLER * 3, "Reuters", Position.BODY),
]


@pytest.mark.parametrize(("text", "code", "position"), CREDITS)
def test_credit_found(text, code, position):
    found = find_credits(make_report(text, outlet="Sample Post"))
    assert [(credit.agency.code, credit.position) for credit in found] == [(code, position)]


@pytest.mark.parametrize(
    ("head", "tail", "position"),
    [
        ("By Jane Doe, Associated Press", "The bridge stands.", Position.OPENING),
        ("By our reporter", "Jane Doe, Associated Press", Position.CLOSING),
        (
            "By our reporter",
            "Associated Press writer Jane Doe in Beirut contributed to this report.",
            Position.CLOSING,
        ),
        (
            "By our reporter",
            "The Associated Press contributed to this report.",
            Position.SHARED,
        ),
        (
            "By our reporter",
            "Material from the Associated Press was used in this report.",
            Position.SHARED,
        ),
    ],
)
def test_where_a_whole_page_gives_credit(head, tail, position):
    body = "Rebels took the hill above the town on Monday. They held it.\n\nThe bridge was shelled."
    report = from_text(f"Rebels take hill\n\n{head}\n\n{body}\n\n{tail}", outlet="Sample Post")
    assert [(one.agency.code, one.position) for one in find_credits(report)] == [("AP", position)]


@pytest.mark.parametrize(
    "text",
    [
        "They ran up the stairs; ap and pa were there.",
        "The guardian of the shrine said nothing.",
        "A reporter of Reuters was wounded near the bridge.",
        "Fighters took the hill.",
    ],
)
def test_no_credit(text):
    assert find_credits(make_report(text, outlet="Sample Post")) == ()


def test_a_field_is_stronger_than_the_text():
    report = make_report("AFP said that talks were held.", agency="Reuters")
    assert [credit.agency.code for credit in find_credits(report)] == ["Reuters", "AFP"]


def test_an_agency_does_not_cite_itself():
    assert find_credits(make_report("A fighter told Reuters so.", outlet="Reuters")) == ()


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("The Associated Press", "associated-press"),
        ("AP", "associated-press"),
        ("the Guardian newspaper", "guardian"),
        ("REUTERS", "reuters"),
        ("Reuters news agency", "reuters"),
        ("SANA", "sana"),
        ("CNN (Web News)", "cnn"),
        ("a BBC correspondent", "bbc"),
    ],
)
def test_names_of_one_agency(name, identity):
    assert agency_named(name).id == identity
    assert outlet_key(name) == identity


def test_an_outlet_outside_the_table_has_a_key_of_its_own():
    assert agency_named("Sample Post") is None
    assert outlet_key("The Sample Post") == outlet_key("sample post") == "sample-post"
