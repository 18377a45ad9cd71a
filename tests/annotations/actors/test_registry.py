import json
import os
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from secondsource.annotations.actors import Registry, as_json, load_registry, name_key
from secondsource.annotations.actors.records import NameUse
from secondsource.annotations.actors.serial import from_row
from secondsource.annotations.records import ActorKind

LARGEST = 1_500_000  # bytes; the registry is part of the wheel


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    ("actor", "name", "kind", "country"),
    [
        ("islamic-state", "Islamic State", ActorKind.ARMED_GROUP, None),
        ("nusra-front", "Jabhat Fateh al-Sham", ActorKind.ARMED_GROUP, "SY"),
        ("united-states", "Pentagon", ActorKind.STATE, "US"),
        ("turkey", "Turkish", ActorKind.STATE, "TR"),
        ("syria-government", "Assad regime", ActorKind.GOVERNMENT, "SY"),
        ("syria-military", "Syrian Arab Army", ActorKind.MILITARY, "SY"),
        ("associated-press", "AP", ActorKind.AGENCY, "US"),
        ("syrian-observatory-for-human-rights", "SOHR", ActorKind.MONITOR, "SY"),
        ("ayman-al-zawahiri", "al-Zawahiri", ActorKind.PUBLIC_FIGURE, "EG"),
        ("united-nations", "UN", ActorKind.INTERGOVERNMENTAL, None),
        ("us-led-coalition", "US-led coalition", ActorKind.COALITION, None),
    ],
)
def test_shipped_actors(
    registry: Registry, actor: str, name: str, kind: ActorKind, country: str | None
) -> None:
    found = registry.get(actor)
    assert found is not None
    assert (found.kind, found.country) == (kind, country)
    assert name in {one.text for one in found.names}


def holders(registry: Registry, body: str, office: str, day: str) -> list[str]:
    """Who held an office of a body on a day."""
    return [
        actor.id
        for actor in registry.actors
        for one in actor.affiliations
        if (one.actor, one.office) == (body, office)
        and (one.start or "") <= day
        and (one.end is None or day <= one.end)
    ]


@pytest.mark.parametrize(
    ("body", "office", "day", "holder"),
    [
        ("united-states", "president", "1985-06-01", "ronald-reagan"),
        ("united-states", "president", "2014-09-29", "barack-obama"),
        ("russia", "president", "2009-01-01", "dmitry-medvedev"),
        ("russia", "president", "2014-01-01", "vladimir-putin"),
        ("syria", "president", "2014-11-02", "bashar-al-assad"),
        ("syria", "president", "2025-06-01", "abu-mohammad-al-julani"),
        ("united-kingdom-government", "prime minister", "2014-01-01", "david-cameron"),
        ("turkey-government", "prime minister", "2013-01-01", "recep-tayyip-erdogan"),
        ("turkey", "president", "2015-01-01", "recep-tayyip-erdogan"),
        ("united-nations", "secretary-general", "1999-04-01", "kofi-annan"),
        ("el-salvador", "president", "1989-11-16", "alfredo-cristiani"),
        ("israel-government", "prime minister", "2000-01-01", "ehud-barak"),
    ],
)
def test_one_person_holds_an_office_on_a_day(
    registry: Registry, body: str, office: str, day: str, holder: str
) -> None:
    assert holders(registry, body, office, day) == [holder]


def test_a_source_s_government_is_the_state_s_own(registry: Registry) -> None:
    doubled = [
        actor.id
        for actor in registry.actors
        if actor.kind is ActorKind.GOVERNMENT and registry.get(actor.id.removesuffix("-2")) != actor
    ]
    assert doubled == []
    government = registry.get("united-states-government")
    assert government is not None
    assert "ucdp:3" in government.same_as


@pytest.mark.parametrize(
    ("actor", "relation", "other"),
    [
        ("nusra-front", "merger", "tahrir-al-sham"),
        ("united-nations", "part", None),
        ("unhcr", "member", "united-nations"),
        ("us-senate", "part", "us-congress"),
        ("los-zetas", "split", "gulf-cartel"),
        ("quds-force", "part", "irgc"),
    ],
)
def test_what_belongs_to_what(
    registry: Registry, actor: str, relation: str, other: str | None
) -> None:
    found = registry.get(actor)
    assert found is not None
    related = {one.actor for one in found.affiliations if one.relation == relation}
    assert other in related if other else related == set()


def test_an_entry_comes_back_from_its_line(registry: Registry) -> None:
    for actor in registry.actors:
        assert from_row(json.loads(as_json(actor))) == actor


def test_ids_are_unique_and_affiliations_lead_to_actors(registry: Registry) -> None:
    counts = Counter(actor.id for actor in registry.actors)
    assert [actor for actor, count in counts.items() if count > 1] == []
    dangling = [
        (actor.id, one.actor)
        for actor in registry.actors
        for one in actor.affiliations
        if registry.get(one.actor) is None
    ]
    assert dangling == []


def test_every_fact_names_its_source_and_intervals_run_forward(registry: Registry) -> None:
    facts = [fact for actor in registry.actors for fact in (*actor.names, *actor.affiliations)]
    assert all(fact.source for fact in facts)
    assert [f for f in facts if f.start and f.end and f.start > f.end] == []


def test_a_written_out_name_has_one_owner(registry: Registry) -> None:
    owners: dict[str, set[str]] = {}
    for actor in registry.actors:
        for name in actor.names:
            if name.use is NameUse.NAME and name.language == "en":
                owners.setdefault(name_key(name.text), set()).add(actor.id)
    shared = {key: ids for key, ids in owners.items() if len(ids) > 1}
    assert shared == {}


def test_the_shipped_file_is_small() -> None:
    data = resources.files("secondsource.annotations.actors").joinpath("data/registry.jsonl.gz")
    assert len(data.read_bytes()) < LARGEST


CSV = """id,name,kind,country,parent
desert-hawks,Desert Hawks,armed group,SY,
desert-hawks,Suqur al-Sahara,,,
my-front,Nusra Front,armed group,,al-qaeda
islamic-state,The Caliphate Project,,,
"""


def test_a_user_file_wins_over_the_shipped_registry(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(CSV, encoding="utf-8")
    merged = load_registry(path)
    hawks, mine = merged.get("desert-hawks"), merged.get("my-front")
    assert hawks is not None
    assert [name.text for name in hawks.names] == ["Desert Hawks", "Suqur al-Sahara"]
    assert mine is not None
    assert mine.affiliations[0].actor == "al-qaeda"
    nusra, state = merged.get("nusra-front"), merged.get("islamic-state")
    assert nusra is not None
    assert "Nusra Front" not in {name.text for name in nusra.names}
    assert state is not None
    assert state.name == "The Caliphate Project"
    assert state.kind is ActorKind.ARMED_GROUP
    assert len(state.names) > 20


def test_a_changed_user_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,name\none,One Front\n")
    assert load_registry(path).get("two") is None
    path.write_text("id,name\ntwo,Two Front\n")
    os.utime(path, ns=(1, 1))
    assert load_registry(path).get("two") is not None
