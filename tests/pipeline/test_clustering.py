"""cluster: lineage of exactly the documents given, then events or the mentions given."""

from __future__ import annotations

import pytest

from secondsource.errors import Unreadable, UsageError
from secondsource.pipeline import cluster_records

TEXT = (
    "The Islamic State attacked the Nusra Front near Aleppo on 3 November 2014, residents said. "
    "At least 14 fighters were killed in the attack, which lasted until the evening. "
    "It was the first since the two groups had met in the town a month before."
)
OTHER = "The United States bombed oil fields near Raqqa on 4 November 2014, the Pentagon said."


def document(identity: str, text: str = TEXT, **more: object) -> dict[str, object]:
    return {"id": identity, "text": text, **more}


def test_copies_share_an_origin_and_others_do_not() -> None:
    rows = list(
        cluster_records(
            [
                document("a", outlet="Sample A", published="2014-11-04"),
                document("b", outlet="Sample B", published="2014-11-05"),
                document("c", OTHER, outlet="Sample C"),
            ]
        )
    )
    a, b, c = rows[:3]
    assert [row["id"] for row in rows[:3]] == ["a", "b", "c"]
    assert a["origin"] == b["origin"] != c["origin"]
    assert (b["relation"], b["copies"]) == ("reprint", "a")
    assert b["share"] > 0.9
    assert (a["relation"], a["copies"]) == ("independent", None)


def test_claims_are_clustered_where_no_mentions_are_given() -> None:
    events = list(cluster_records([document("a"), document("b")]))[2:]
    assert events
    assert any(len(row["mentions"]) > 1 for row in events)
    mentions = [mention for row in events for mention in row["mentions"]]
    assert len(mentions) == len(set(mentions))


def test_given_mentions_are_clustered_each_once() -> None:
    start = TEXT.index("attacked")
    mention = {"start": start, "end": start + len("attacked")}
    rows = list(
        cluster_records(
            [
                document("a", mentions=[{"id": "m1", **mention}]),
                document("b", mentions=[{"id": "m2", **mention}]),
                document("c", OTHER, mentions=[{"id": "m3", "start": 18, "end": 24}]),
            ]
        )
    )[3:]
    clusters = sorted(sorted(row["mentions"]) for row in rows)
    assert clusters == [["m1", "m2"], ["m3"]]


def test_no_documents_no_answer() -> None:
    assert list(cluster_records([])) == []


@pytest.mark.parametrize(
    ("documents", "error"),
    [
        ([document("a"), document("a")], UsageError),
        ([document("a"), {"id": "b"}], Unreadable),
        ([document("a", mentions=[{"id": "m", "start": 5, "end": 5}])], UsageError),
        ([document("a", mentions=[{"id": "m", "start": 0, "end": 9_999}])], UsageError),
        ([document("a", mentions=[{"id": "m", "start": 0, "end": 3}] * 2)], UsageError),
    ],
)
def test_a_set_that_is_not_whole_is_refused(documents: list, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(cluster_records(documents))
