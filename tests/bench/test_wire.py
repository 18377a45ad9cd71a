from __future__ import annotations

from bench.records import InputRecord, PairQuery, Trigger
from bench.wire import clusters_from_json, input_to_json, output_from_json
from secondsource.text import Span


def test_input_leaves_out_what_was_not_asked() -> None:
    bare = InputRecord(id="d", text="words")
    assert input_to_json(bare) == {"id": "d", "text": "words", "published": None, "outlet": None}
    full = InputRecord(
        id="d",
        text="words",
        pairs=(PairQuery(id="p", source=Span(0, 2), target=Span(3, 5)),),
        mentions=(Trigger(id="m", span=Span(1, 2)),),
    )
    row = input_to_json(full)
    assert row["pairs"] == [{"id": "p", "source": [0, 2], "target": [3, 5]}]
    assert row["mentions"] == [{"id": "m", "start": 1, "end": 2}]


def test_an_absent_layer_is_none_and_an_empty_one_is_empty() -> None:
    output = output_from_json({"id": "d", "actors": [], "times": None})
    assert output.actors == ()
    assert output.times is None
    assert output.places is None


def test_layers_of_the_contract() -> None:
    output = output_from_json(
        {
            "id": "d",
            "sentences": [{"start": 0, "end": 60}],
            "actors": [
                {
                    "start": 5,
                    "end": 9,
                    "text": "Isis",
                    "actor": "islamic-state",
                    "kind": "armed group",
                },
                {"start": 15, "end": 19, "text": "them", "actor": "x-them", "kind": "unknown"},
            ],
            "places": [
                {
                    "start": 0,
                    "end": 6,
                    "text": "Atareb",
                    "lat": 36.13,
                    "lon": 36.83,
                    "admin1": "Aleppo",
                }
            ],
            "times": [{"start": 0, "end": 9, "type": "DATE", "value": "2014-W45", "edtf": None}],
            "quantities": [
                {"start": 0, "end": 2, "low": 10, "high": None, "best": None, "role": "killed"}
            ],
            "attributions": [
                {"source": [[0, 10]], "cue": [[11, 15]], "content": [[16, 20], [30, 40]]}
            ],
            "incidents": [
                {"type": "bombing", "organizations": [["the group"]], "instruments": [["car bomb"]]}
            ],
            "acled": {"sub_event_type": "Armed clash", "score": 0.8},
            "pairs": [{"id": "p", "type": "ASSAULT", "scores": {}}],
        }
    )
    assert output.sentences == (Span(0, 60),)
    assert output.actors is not None
    assert [actor.in_registry for actor in output.actors] == [True, False]
    assert output.places is not None
    assert output.places[0].admin1 == "Aleppo"
    assert output.attributions is not None
    assert output.attributions[0].content == (Span(16, 20), Span(30, 40))
    assert output.incidents is not None
    assert dict(output.incidents[0].entities)["Weapon"] == (("car bomb",),)
    assert output.acled == "Armed clash"
    assert output.pairs == (("p", "ASSAULT"),)


def test_cluster_output_is_lineage_then_events() -> None:
    clusters = clusters_from_json(
        [
            {"id": "a", "origin": "o1", "copies": None, "relation": "independent", "share": 0.0},
            {"id": "b", "origin": "o1", "copies": "a", "relation": "reprint", "share": 0.9},
            {"event": "e_1", "mentions": ["m1", "m2"]},
        ]
    )
    assert [row.copies for row in clusters.lineage] == [None, "a"]
    assert clusters.events == (("m1", "m2"),)
