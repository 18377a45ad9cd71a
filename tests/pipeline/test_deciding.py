"""Decisions about actors, from names given to what every question then answers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.annotations import ActorKind
from secondsource.errors import LedgerError, NotInLedger, UsageError
from secondsource.ledger import Merge, Split, ruling_of
from secondsource.pipeline import Workspace, open_workspace


@pytest.fixture
def ledger(small_ledger: Path, tmp_path: Path) -> Iterator[Workspace]:
    place = tmp_path / "copy.db"
    shutil.copy(small_ledger, place)
    with open_workspace(place) as opened:
        yield opened


def test_a_merge_reaches_claims_events_and_ties(ledger: Workspace) -> None:
    assert ledger.ties(between=("hazm-movement", "nusra-front"))
    ledger.merge_actors("nusra-front", "Hazm Movement", who="desk", why="for the test")
    ids = {party.id for claim in ledger.claims() for party in (*claim.actors, *claim.recipients)}
    assert "nusra-front" in ids
    assert "hazm-movement" not in ids
    assert "hazm-movement" not in {
        actor.id for row in ledger.events() for actor in row.record.actors
    }
    assert "hazm-movement" not in {one for row in ledger.ties() for one in row.record.between}
    assert all(len(set(row.record.between)) == 2 for row in ledger.ties())
    assert [one.id for one in ledger.claims(actor="Hazm Movement")] == [
        one.id for one in ledger.claims(actor="nusra-front")
    ]


def test_what_was_known_by_a_day_is_told_with_the_actors_of_today(ledger: Workspace) -> None:
    before = ledger.ties(between=("islamic-state", "nusra-front"), known_by="2014-11-14")
    assert before
    ledger.merge_actors("al-qaeda", "nusra-front", who="desk", why="for the test")
    after = ledger.ties(between=("islamic-state", "al-qaeda"), known_by="2014-11-14")
    assert [row.record.claims for row in after] == [row.record.claims for row in before]


def test_undo_brings_everything_back(ledger: Workspace) -> None:
    events, ties, actors = ledger.events(), ledger.ties(), ledger.actors()
    made = ledger.merge_actors("nusra-front", "islamic-state", who="desk")
    assert ledger.ties() != ties
    undone = ledger.undo(made.id, who="chief", why="nonsense")
    assert (undone.withdrawn_by, undone.withdrawn_why) == ("chief", "nonsense")
    assert (ledger.events(), ledger.ties(), ledger.actors()) == (events, ties, actors)
    assert ledger.decisions() == (undone,)
    with pytest.raises(LedgerError, match="took it back before"):
        ledger.undo(made.id, who="chief")


def test_reading_again_keeps_decisions(ledger: Workspace, tmp_path: Path) -> None:
    ledger.merge_actors("nusra-front", "hazm-movement", who="desk")
    own = tmp_path / "own.csv"
    own.write_text("id,name\nown-group,Some Other Front\n", encoding="utf-8")
    done = ledger.ingest(registry=own)
    assert done.read == 4
    assert list(ledger.claims(actor="hazm-movement"))
    assert "hazm-movement" not in {row.id for row in ledger.actors()}


def test_a_split_makes_a_new_actor_of_the_same_name(ledger: Workspace) -> None:
    [report, *_] = [row for row in ledger.listing() if row.outlet == "Sample West"]
    made = ledger.split_actor(
        "nusra-front", "Nusra Front", reports=[report.id], who="desk", why="a namesake"
    )
    ruling = ruling_of(made)
    assert isinstance(ruling, Split)
    assert (ruling.new.id, ruling.new.name) == ("x-nusra-front", "Nusra Front")
    there = {actor.id for actor in ledger.actors()}
    assert {"nusra-front", "x-nusra-front"} <= there
    for claim in ledger.claims(actor="x-nusra-front"):
        assert claim.report_id == report.id
    second = ledger.split_actor("nusra-front", "Nusra Front", called=["Nusra Front"], who="desk")
    again = ruling_of(second)
    assert isinstance(again, Split)
    assert again.new.id == "x-nusra-front-2"


def test_a_split_may_give_the_mentions_to_a_known_actor(ledger: Workspace) -> None:
    made = ledger.split_actor("nusra-front", "al-Qaeda", called=["Nusra Front"], who="desk")
    ruling = ruling_of(made)
    assert isinstance(ruling, Split)
    assert ruling.new.id == "al-qaeda"


def test_a_renamed_actor_is_found_by_both_names(ledger: Workspace) -> None:
    ledger.rename_actor("nusra-front", "Support Front", who="desk")
    found = [one.id for one in ledger.claims(actor="Support Front")]
    assert found == [one.id for one in ledger.claims(actor="Nusra Front")] != []
    made = ledger.merge_actors("Support Front", "hazm-movement", who="desk")
    ruling = ruling_of(made)
    assert isinstance(ruling, Merge)
    assert ruling.kept.name == "Nusra Front"
    [row] = [row for row in ledger.actors() if row.id == "nusra-front"]
    assert row.name == "Support Front"


def test_the_log_of_one_actor(ledger: Workspace) -> None:
    first = ledger.merge_actors("nusra-front", "hazm-movement", who="desk")
    second = ledger.rename_actor("islamic-state", "The State", who="desk")
    assert ledger.decisions() == (first, second)
    assert ledger.decisions("hazm-movement") == (first,)
    assert ledger.decisions("The State") == (second,)
    with pytest.raises(NotInLedger):
        ledger.decisions("nobody at all")


def test_what_cannot_be_decided(ledger: Workspace) -> None:
    made = ledger.merge_actors("nusra-front", "hazm-movement", who="desk")
    with pytest.raises(UsageError, match="two of them are nusra-front"):
        ledger.merge_actors("nusra-front", "hazm-movement", who="desk")
    with pytest.raises(UsageError, match="nothing to merge"):
        ledger.merge_actors("nusra-front", who="desk")
    with pytest.raises(NotInLedger, match="perhaps"):
        ledger.merge_actors("nusra-front", "Islamic Stat", who="desk")
    with pytest.raises(UsageError, match="which mentions"):
        ledger.split_actor("nusra-front", "Other", who="desk")
    with pytest.raises(UsageError, match="no mention of nusra-front"):
        ledger.split_actor("nusra-front", "Other", called=["the Moon"], who="desk")
    with pytest.raises(UsageError, match="empty"):
        ledger.rename_actor("nusra-front", " ", who="desk")
    with pytest.raises(NotInLedger):
        ledger.undo(made.id + 1, who="desk")
    [report, *_] = ledger.listing()
    withdrawn = ledger.ledger.withdraw(report.id, who="desk", why="a hoax")
    with pytest.raises(UsageError, match="not about actors"):
        ledger.undo(withdrawn.id, who="desk")
    assert ledger.decisions() == (made,)


def test_a_private_person_who_turns_out_to_be_public_is_no_longer_masked(tmp_path: Path) -> None:
    text = "Jim Sample attacked the Nusra Front in Atareb. Jim Sample met the Nusra Front."
    file = tmp_path / "one.txt"
    file.write_text(text, encoding="utf-8")
    with ss.open(tmp_path / "x.db") as ledger:
        ledger.ingest(file)
        assert "x-jim-sample" in {row.id for row in ledger.actors()}
        kinds = {party.kind for claim in ledger.claims() for party in claim.actors}
        assert kinds == {ActorKind.PRIVATE_PERSON}
        ledger.merge_actors("abu-bakr-al-baghdadi", "x-jim-sample", who="desk")
        kinds = {party.kind for claim in ledger.claims() for party in claim.actors}
        assert kinds == {ActorKind.PUBLIC_FIGURE}
