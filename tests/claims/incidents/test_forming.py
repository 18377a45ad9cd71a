"""Which incidents there are, and what belongs to which."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.annotations import IncidentRole, IncidentScores, IncidentType
from secondsource.claims.incidents import thresholds
from secondsource.claims.incidents.forming import candidates, formed
from secondsource.claims.incidents.thresholds import RoleThresholds, Thresholds, load_thresholds
from secondsource.errors import MissingResource
from tests.claims.incidents.scoring import scores

TEXT = "Rebels bombed the bank and kidnapped Juan Perez, the FMLN and a guerrilla army said."
LIMITS = Thresholds(
    type=0.5,
    kind=0.6,
    roles=tuple(RoleThresholds(first=0.4, further=0.7, also=0.8) for _ in IncidentRole),
)
BANK, PEREZ = [("bank", 0.8)], [("Juan Perez", 0.9)]


def told(window: IncidentScores, limits: Thresholds = LIMITS) -> dict[str, list[str]]:
    return {
        row.type.value: [filler.key for group in row.entities for filler in group.fillers]
        for row in formed(candidates(TEXT, [window]), limits)
    }


def test_an_unlikely_type_is_no_incident() -> None:
    window = scores(TEXT, {IncidentType.BOMBING: 0.3}, {IncidentRole.TARGET: BANK})
    assert told(window) == {}


def test_fillers_go_to_the_incident_of_their_type() -> None:
    window = scores(
        TEXT,
        {IncidentType.BOMBING: 0.9, IncidentType.KIDNAPPING: 0.8},
        {IncidentRole.TARGET: BANK, IncidentRole.VICTIM: PEREZ},
        {"bank": IncidentType.BOMBING, "Juan Perez": IncidentType.KIDNAPPING},
    )
    assert told(window) == {"bombing": ["bank"], "kidnapping": ["juan perez"]}


def test_with_one_incident_everything_is_in_it() -> None:
    window = scores(
        TEXT,
        {IncidentType.BOMBING: 0.9},
        {IncidentRole.TARGET: BANK, IncidentRole.VICTIM: PEREZ},
        {"Juan Perez": IncidentType.KIDNAPPING},
    )
    assert told(window) == {"bombing": ["juan perez", "bank"]}


def test_a_second_of_a_role_must_be_likelier() -> None:
    organizations = [("FMLN", 0.9), ("guerrilla army", 0.6)]
    window = scores(TEXT, {IncidentType.ATTACK: 0.9}, {IncidentRole.ORGANIZATION: organizations})
    assert told(window) == {"attack": ["fmln"]}
    window = scores(
        TEXT,
        {IncidentType.ATTACK: 0.9},
        {IncidentRole.ORGANIZATION: [("FMLN", 0.9), ("guerrilla army", 0.75)]},
    )
    assert told(window) == {"attack": ["fmln", "guerrilla army"]}


def test_the_shipped_thresholds_are_chances() -> None:
    limits = load_thresholds()
    assert len(limits.roles) == len(IncidentRole)
    assert 0 < limits.type < 1
    for role in limits.roles:
        assert 0 < role.first <= role.further


@pytest.mark.parametrize("words", [None, "type = ", "type = 0.5", "kind = 0.5\ntype = 'x'"])
def test_thresholds_that_are_not_whole_are_refused(
    words: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "incidents.toml"
    if words is not None:
        file.write_text(words)
    monkeypatch.setattr(thresholds, "FILE", file)
    with pytest.raises(MissingResource, match=r"incidents\.toml"):
        load_thresholds.__wrapped__()
