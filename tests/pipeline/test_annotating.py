"""annotate: one record for each, in order, with the layers asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from secondsource.annotations import Layer
from secondsource.errors import UsageError
from secondsource.pipeline import LAYERS, annotate_records
from secondsource.pipeline.annotating import plan_for
from secondsource.pipeline.reading import Coding

TEXT = (
    "The Islamic State attacked the Nusra Front near Aleppo on 3 November 2014 and killed 14 "
    "fighters, residents said."
)


def documents(count: int) -> Iterator[dict[str, object]]:
    """Every third one is none."""
    for number in range(count):
        good = {"id": str(number), "text": f"{TEXT} It was attack {number}."}
        yield good if number % 3 else {"id": str(number)}


def test_order_holds_over_batches_with_errors_between() -> None:
    rows = list(annotate_records(documents(80), ("sentences",)))
    assert [row["id"] for row in rows] == [str(number) for number in range(80)]
    assert [number for number, row in enumerate(rows) if "error" in row] == list(range(0, 80, 3))


@pytest.mark.parametrize("count", [1, 3])
def test_nothing_but_errors_is_all_errors(count: int) -> None:
    rows = list(annotate_records([{}] * count))
    assert [set(row) for row in rows] == [{"id", "error"}] * count


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_alone(layer: str) -> None:
    [row] = annotate_records([{"id": "1", "text": TEXT}], (layer,))
    assert set(row) == {"id", layer}
    assert row[layer]


def test_layers_alone_are_the_layers_together() -> None:
    [together] = annotate_records([{"id": "1", "text": TEXT}])
    for layer in LAYERS:
        [alone] = annotate_records([{"id": "1", "text": TEXT}], (layer,))
        assert alone[layer] == together[layer]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "?", "—" * 50, "a" * 5_000])
def test_odd_texts_have_layers_too(text: str) -> None:
    [row] = annotate_records([{"id": "1", "text": text}])
    assert set(row) == {"id", *LAYERS}


def test_a_wrong_layer_is_refused_before_anything_is_read() -> None:
    def unread() -> Iterator[dict[str, object]]:
        raise AssertionError
        yield {}

    with pytest.raises(UsageError, match="feelings"):
        annotate_records(unread(), ("actors", "feelings"))
    with pytest.raises(UsageError):
        annotate_records(unread(), ())


def test_claims_need_every_layer() -> None:
    assert plan_for(("claims",)).layers == frozenset(Layer)
    assert plan_for(("times",)).layers == {Layer.TIMES}


def test_codings_rest_on_claims_and_give_no_layers_of_their_own() -> None:
    assert plan_for(("pairs",)).codings == {Coding.PAIRS}
    assert plan_for(("pairs",)).claims
    assert plan_for(("claims",)).codings == frozenset()
    assert not {coding.value for coding in Coding} & set(LAYERS)


def test_each_pair_is_answered_under_its_id_and_none_where_none_is_asked() -> None:
    pairs = [
        {"id": "b", "source": [0, 17], "target": [26, 41]},
        {"id": "a", "source": [26, 41], "target": [0, 17]},
    ]
    asked = {"id": "1", "text": TEXT, "pairs": pairs}
    first, second = annotate_records([asked, {"id": "2", "text": TEXT}], ("pairs",))
    assert [pair["id"] for pair in first["pairs"]] == ["b", "a"]
    assert first["pairs"][0]["type"] == "ASSAULT"
    assert second == {"id": "2", "pairs": []}


def test_the_acled_type_of_a_text_and_of_none() -> None:
    record, empty = annotate_records(
        [{"id": "1", "text": TEXT}, {"id": "2", "text": ""}], ("acled",)
    )
    assert set(record["acled"]) >= {"disorder_type", "event_type", "sub_event_type", "score"}
    assert record["acled"]["disorder_type"] == "Political violence"
    assert record["acled"]["type_of_violence"] == "non-state conflict"
    assert empty["acled"] is None


def test_the_incidents_of_a_text_and_of_none() -> None:
    text = "Gunmen kidnapped the mayor, Jose Perez, in Baghdad on 4 March 2014. Talks go on."
    record, empty = annotate_records(
        [{"id": "1", "text": text}, {"id": "2", "text": ""}], ("incidents", "claims")
    )
    [incident] = record["incidents"]
    assert incident["type"] == "kidnapping"
    assert incident["perpetrators"] == [["Gunmen"]]
    assert incident["victims"] == [["Jose Perez"]]
    assert incident["date"] == "2014-03-04"
    assert incident["place"]["name"] == "Baghdad"
    assert incident["stage"] == "accomplished"
    triggers = [record["claims"][number]["trigger"]["text"] for number in incident["claims"]]
    assert "kidnapped" in triggers
    for entity in incident["entities"]:
        for words in entity["mentions"]:
            assert text[words["start"] : words["end"]] == words["text"]
    assert empty["incidents"] == []
