"""Mentions of groups: what counts as linked right, and what the key may hold."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from bench.gold.groups import FORMS, GroupKey, Keyed, figures, linked
from bench.linking import Cost
from bench.records import ActorFound, InputRecord
from secondsource.annotations.actors import load_registry
from secondsource.text import Span
from tests.bench.answering import Answering

KEY = GroupKey(
    span=Span(4, 14), form="reference", actors=(frozenset({"a", "b"}), frozenset({"a", "c"}))
)


@pytest.mark.parametrize(
    ("start", "end", "actor", "members", "right"),
    [
        (8, 14, None, ("b", "a"), True),
        (8, 14, None, ("a", "c"), True),
        (8, 14, None, ("a", "d"), False),
        (8, 14, "a", (), False),
        (8, 14, None, (), False),
        (15, 20, None, ("a", "b"), False),
    ],
)
def test_linked(
    start: int, end: int, actor: str | None, members: tuple[str, ...], right: bool
) -> None:
    found = ActorFound(
        span=Span(start, end), text="", id=actor, name=None, kind=None, members=members
    )
    assert linked(KEY, found) is right


def test_each_form_is_told_apart() -> None:
    name = GroupKey(span=Span(0, 4), form="name", actors=(frozenset({"islamic-state"}),))
    row = Keyed(document=InputRecord(id="d", text="Isis and the group"), keys=(name, KEY))
    actor = {"start": 0, "end": 4, "text": "Isis", "actor": "islamic-state", "kind": "armed group"}
    told = {
        one.measure: one for one in figures([row], Answering(answers={"d": {"actors": [actor]}}))
    }
    assert told["mentions linked right"].value == 0.5
    assert told["names linked right"].value == 1.0
    assert told["references linked right"].value == 0.0
    assert told["descriptions linked right"].value is None


def test_the_key_names_actors_of_the_registry() -> None:
    lines = files("bench.gold").joinpath("groups.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    registry = load_registry()
    assert {row["form"] for row in rows} == set(FORMS)
    assert [
        one for row in rows for ids in row["actors"] for one in ids if registry.get(one) is None
    ] == []
    spans = [(row["file"], *row["span"]) for row in rows]
    assert len(set(spans)) == len(spans)


def test_the_cost_of_linking_is_a_share_of_the_whole() -> None:
    cost = Cost(seconds={"parse": 7.0, "actors": 0.5, "claims": 2.5}, mentions=2000)
    assert cost.share == pytest.approx(0.05)
    assert cost.per_thousand == pytest.approx(0.25)
