import os
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from secondsource.annotations.actors import Registry, load_registry, name_key
from secondsource.annotations.actors.records import NameUse
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
