from __future__ import annotations

import math

import pytest

from secondsource.annotations import Layers, PlaceMention, PlacePrecision
from secondsource.fusion import EventMention
from secondsource.fusion.matching import Feature, Weights, match
from secondsource.fusion.matching.mention_features import FEATURES
from secondsource.fusion.matching.model import shipped_weights
from secondsource.fusion.mentions import OTHER, SAME, compare, compared_topics
from secondsource.text import Span
from tests.fusion.making import make_report

WEIGHTS = Weights(base=-1.0, by_feature={"equal": 3.0, "near": -0.5, "silent": 9.0})
TABLE = (
    Feature(name="near", measure=lambda a, b: abs(a - b)),
    Feature(name="equal", measure=lambda a, b: float(a == b)),
    Feature(name="silent", measure=lambda a, b: 0.0),
)


def test_a_score_is_the_base_and_the_points_of_its_reasons():
    found = match(TABLE, WEIGHTS, 1.0, 3.0)
    assert found.score == -2.0
    assert [(row.feature, row.value, row.points) for row in found.because] == [("near", 2.0, -1.0)]
    assert found.probability == pytest.approx(1 / (1 + math.exp(2)))


def test_the_heaviest_reason_comes_first():
    assert [row.feature for row in match(TABLE, WEIGHTS, 2.0, 2.0).because] == ["equal"]


@pytest.mark.parametrize("column", [SAME, OTHER])
def test_the_shipped_table_has_a_weight_for_each_feature_and_no_other(column):
    assert set(shipped_weights(column).by_feature) == {feature.name for feature in FEATURES}


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_each_feature_says_what_it_is(feature):
    assert (feature.measure.__doc__ or "").strip().endswith(".")


MONDAY = "Shells killed six people in Atareb on Monday, residents said."
ALIKE = "Shelling of Atareb on Monday killed six people."
AWAY = "Shells killed nine people in Kobani on Friday, residents said."


def layers(text, town, published):
    report = make_report(text, published=published)
    start = text.index(town)
    place = PlaceMention(
        span=Span(start, start + len(town)),
        phrase=Span(start, start + len(town)),
        name=town,
        geonames_id=len(town) * 1000 + ord(town[0]),
        admin1="Aleppo" if town == "Atareb" else "Raqqa",
        country="SY",
        precision=PlacePrecision.POPULATED_PLACE,
    )
    return Layers(report=report, places=(place,))


def killed(row):
    start = row.report.text.index("killed")
    span = Span(start, start + 6)
    return EventMention(id=f"{row.report.id}-killed", report_id=row.report.id, span=span)


def surroundings():
    rows = [
        layers(MONDAY, "Atareb", "2014-11-03"),
        layers(ALIKE, "Atareb", "2014-11-04"),
        layers(AWAY, "Kobani", "2014-11-14"),
    ]
    reports = [row.report for row in rows]
    found = {
        one.mention.report_id: one
        for topic in compared_topics(reports, [killed(row) for row in rows], rows)
        for one in topic
    }
    return [found[report.id] for report in reports]


def features(first, second):
    return {feature.name: feature.measure(first, second) for feature in FEATURES}


def test_places_numbers_and_days_of_publication_are_compared():
    monday, alike, away = surroundings()
    near, far = features(monday, alike), features(monday, away)
    assert (near["same_place"], far["same_place"]) == (1.0, 0.0)
    assert (near["other_area"], far["other_area"]) == (0.0, 1.0)
    assert (near["same_publication"], far["same_publication"]) == (1.0, 0.0)
    assert (near["publication_apart"], far["publication_apart"]) == (0.0, math.log(11))
    assert near["names_missing"] < far["names_missing"]


def test_another_town_and_day_makes_one_event_less_likely():
    monday, alike, away = surroundings()
    assert compare(monday, alike).score > compare(monday, away).score


def test_comparing_is_the_same_both_ways():
    rows = surroundings()
    for first in rows:
        for second in rows:
            assert features(first, second) == features(second, first)
