from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.fusion import EventMention, cluster_mentions
from secondsource.fusion.stems import stem
from secondsource.fusion.triggers import trigger_key
from secondsource.text import Span
from tests.fusion.making import make_report

QUAKE = "A strong earthquake hit the Java coast near Tasikmalaya and killed dozens of villagers."
TREMOR = "The tremor off Java killed villagers in Tasikmalaya, the disaster agency said in Jakarta."
STABBING = "A jury in Leeds heard how Brown killed his neighbour; Brown said nothing in court."


def mention(report, words):
    start = report.text.index(words)
    return EventMention(
        id=f"{words} in {report.text[:9]}",
        report_id=report.id,
        span=Span(start, start + len(words)),
    )


def world():
    reports = [make_report(text) for text in (QUAKE, TREMOR, STABBING)]
    quake, tremor, stabbing = reports
    return reports, [
        mention(quake, "earthquake"),
        mention(tremor, "tremor"),
        mention(quake, "killed"),
        mention(tremor, "killed"),
        mention(stabbing, "killed"),
        mention(tremor, "said"),
        mention(stabbing, "said"),
    ]


def test_triggers_join_within_a_topic_only():
    reports, mentions = world()
    found = {cluster.mentions for cluster in cluster_mentions(reports, mentions)}
    assert found == {
        ("earthquake in A strong ", "tremor in The tremo"),
        ("killed in A strong ", "killed in The tremo"),
        ("killed in A jury in",),
        ("said in The tremo",),
        ("said in A jury in",),
    }


@settings(max_examples=20, deadline=None)
@given(st.randoms())
def test_order_says_nothing_and_each_mention_has_one_cluster(random):
    reports, mentions = world()
    expected = cluster_mentions(reports, mentions)
    random.shuffle(reports)
    random.shuffle(mentions)
    assert cluster_mentions(reports, mentions) == expected
    assert sorted(m for c in expected for m in c.mentions) == sorted(m.id for m in mentions)


ALIKE = [
    ("killed", "killing"),
    ("killed", "murder"),
    ("attack", "launched an assault on"),
    ("arrested", "was arrested"),
    ("met", "talks"),
    ("exploded", "blast"),
    ("bombings", "explosion"),
    ("fought", "clashes"),
]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_words_for_one_kind_of_happening(first, second):
    assert trigger_key(first) == trigger_key(second)


@pytest.mark.parametrize(
    ("first", "second"), [("killed", "arrested"), ("met", "left"), ("", "ran")]
)
def test_words_for_different_kinds(first, second):
    assert trigger_key(first) != trigger_key(second)


STEMS = [
    ("attacks", "attack"),
    ("attacked", "attack"),
    ("attacking", "attack"),
    ("stopped", "stop"),
    ("killing", "kill"),
    ("met", "meet"),
    ("sing", "sing"),
    ("gas", "gas"),
]


@pytest.mark.parametrize(("word", "expected"), STEMS)
def test_stems(word, expected):
    assert stem(word) == expected
