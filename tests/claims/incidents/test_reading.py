"""Incidents with their circumstances, as the contract writes them."""

from __future__ import annotations

from typing import Any

import pytest

from secondsource.annotations import IncidentRole, IncidentType, Parser
from secondsource.claims import extract_claims, incident_to_record, read_incidents
from tests.claims.incidents.scoring import Told, scores
from tests.claims.reading import layers_of

BOMBING = IncidentType.BOMBING
ATTACK = IncidentType.ATTACK


def read(
    parser: Parser,
    text: str,
    told: dict[IncidentType, float],
    fill: dict[IncidentRole, list[tuple[str, float]]],
) -> list[dict[str, Any]]:
    layers = layers_of(parser, text)
    claims = extract_claims(layers)
    found = read_incidents(layers, claims, Told(scores(text, told, fill)))
    return [incident_to_record(row).model_dump(mode="json") for row in found]


TEXT = (
    "Nothing new came. Rebels attacked the army on 2 November 2014, killing six people, "
    "the BBC said. It rained on Monday."
)
FILL = {
    IncidentRole.PERPETRATOR: [("Rebels", 0.99)],
    IncidentRole.ORGANIZATION: [("BBC", 0.99)],
    IncidentRole.GROUP: [("people", 0.99)],
}


def test_an_incident_has_its_claims_and_its_day(parser: Parser) -> None:
    [record] = read(parser, TEXT, {ATTACK: 0.95}, FILL)
    layers = layers_of(parser, TEXT)
    triggers = [extract_claims(layers)[number].trigger.text for number in record["claims"]]
    assert "attacked" in triggers
    assert record["type"] == "attack"
    assert record["date"] == "2014-11-02"
    assert record["time"]["text"] == "2 November 2014"
    assert record["stage"] == "accomplished"
    assert record["score"] == pytest.approx(0.95)


def test_an_outlet_is_not_blamed(parser: Parser) -> None:
    [record] = read(parser, TEXT, {ATTACK: 0.95}, FILL)
    assert record["organizations"] == []
    assert record["perpetrators"] == [["Rebels"]]


def test_names_of_one_actor_are_one_organization_and_a_leader_is_none(parser: Parser) -> None:
    text = (
        "Jabhat al-Nusra struck first. Later Nusra Front, cheered by Bashar al-Assad, struck again."
    )
    names = [("Jabhat al-Nusra", 0.99), ("Nusra Front", 0.98), ("Bashar al-Assad", 0.97)]
    [record] = read(parser, text, {ATTACK: 0.95}, {IncidentRole.ORGANIZATION: names})
    assert record["organizations"] == [["Jabhat al-Nusra", "Nusra Front"]]


def test_the_forces_of_a_leader_are_an_organization(parser: Parser) -> None:
    text = "Forces of Bashar al-Assad struck."
    names = [("Forces of Bashar al-Assad", 0.99)]
    [record] = read(parser, text, {ATTACK: 0.95}, {IncidentRole.ORGANIZATION: names})
    assert record["organizations"] == [["Forces of Bashar al-Assad"]]


def test_people_without_a_name_are_shown_with_their_number(parser: Parser) -> None:
    [record] = read(parser, TEXT, {ATTACK: 0.95}, FILL)
    assert record["victims"] == [["six people"]]
    [group] = [row for row in record["entities"] if row["role"] == "group"]
    start, end = group["mentions"][0]["start"], group["mentions"][0]["end"]
    assert TEXT[start:end] == "six people"


def test_victims_are_the_named_where_any_is(parser: Parser) -> None:
    text = "Gunmen shot Juan Perez and two guards."
    fill = {IncidentRole.VICTIM: [("Juan Perez", 0.99)], IncidentRole.GROUP: [("guards", 0.99)]}
    [record] = read(parser, text, {ATTACK: 0.9}, fill)
    assert record["victims"] == [["Juan Perez"]]
    assert [row["role"] for row in record["entities"]] == ["victim", "group"]


@pytest.mark.parametrize(
    ("text", "words", "stage"),
    [
        ("A bomb exploded at the bank.", "bomb", "accomplished"),
        ("Police defused a bomb at the bank.", "bomb", "attempted"),
        ("A bomb failed to go off at the bank.", "bomb", "attempted"),
        ("Rebels threatened to blow up the bridge.", "bridge", "threatened"),
        ("Rebels, who had threatened to do it, blew up the bridge.", "bridge", "accomplished"),
    ],
)
def test_stages(parser: Parser, text: str, words: str, stage: str) -> None:
    role = IncidentRole.INSTRUMENT if words == "bomb" else IncidentRole.TARGET
    [record] = read(parser, text, {BOMBING: 0.95}, {role: [(words, 0.99)]})
    assert record["stage"] == stage


def test_a_single_incident_without_entities_rests_on_the_whole_report(parser: Parser) -> None:
    text = "Rebels attacked the army on 2 November 2014."
    [record] = read(parser, text, {ATTACK: 0.95}, {})
    assert record["claims"] == [0]
    assert record["date"] == "2014-11-02"
    assert record["place"] is None


def test_a_report_of_no_incident_has_none(parser: Parser) -> None:
    assert read(parser, "It rained.", {}, {}) == []
