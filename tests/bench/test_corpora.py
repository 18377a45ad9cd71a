"""Each development set reads as its authors counted it: how many, and three of its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.gold import (
    allsides_conflict,
    cameo_quad,
    case2021_task2,
    commitmentbank,
    ecbplus,
    fakes_syria,
    geoparsing,
    india_police_events,
    meantime,
    muc4,
    petrarch_validation,
    plover_gsr,
    plv,
    polnear,
    re3d,
    timeml,
    ucdp_aec,
    unscored,
)
from bench.shared import corpus_hash, shared_folder, spread
from bench.suite import SETS
from secondsource.text import Span

SHARED = shared_folder()
DATA = (SHARED or Path()) / "data"


def needs(name: str) -> pytest.MarkDecorator:
    absent = SHARED is None or not (DATA / name).exists()
    return pytest.mark.skipif(absent, reason=f"no shared data: {name}")


IDS = [
    (
        polnear.read,
        "polnear",
        84,
        (
            "breitbart_2016-09-12_stealth-over-health-hillary-clin",
            "politico_2016-09-22_judge-rejects-new-york-times-req",
            "west-journal_2016-10-05_pence-gives-gop-a-boost-with-sol",
        ),
    ),
    (timeml.read, "timeml", 256, ("ABC19980108.1830.0711", "wsj_0670", "XIE19990313.0229")),
    (meantime.read, "meantime", 30, ("meantime-101354", "meantime-279494", "meantime-9549")),
    (geoparsing.reader("lgl"), "geoparsing", 261, ("lgl-40450848", "lgl-44028849", "lgl-43228130")),
    (
        geoparsing.reader("trnews"),
        "geoparsing",
        69,
        ("trnews-1030002", "trnews-1010014", "trnews-1170006"),
    ),
    (geoparsing.reader("geowebnews"), "geoparsing", 95, ("gwn-105", "gwn-217", "gwn-32")),
    (
        geoparsing.reader("geovirus"),
        "geoparsing",
        109,
        ("geovirus-1", "geovirus-110", "geovirus-225"),
    ),
    (
        re3d.read,
        "re3d",
        41,
        (
            "2FA0B45CA064AF09334944B6D68B5987",
            "821F5BBD9F50DD7301C12ECCC926B00C",
            "B7CAC5946BE12615BA4815FFE0FE4C54",
        ),
    ),
    (fakes_syria.read, "fakes_syria", 389, ("fakes-0000", "fakes-0384", "fakes-0787")),
    (
        plover_gsr.read,
        "plover_gsr",
        152,
        ("PLOVER-GSR01-AGREE-0001", "PLOVER-GSR01-REJECT-0007", "PLOVER-GSR01-REJECT-0014"),
    ),
    (plv.read, "plv", 1013, ("PLV-train-0000", "PLV-train-1034", "PLV-test-1031")),
    (cameo_quad.read, "cameo_quad", 999, ("CQ-0000", "CQ-1028", "CQ-1490")),
    (case2021_task2.read, "case2021_task2", 443, ("CASE21T2-1", "CASE21T2-539", "CASE21T2-663")),
    (india_police_events.read, "india_police_events", 599, ("IPE-11", "IPE-635", "IPE-1052")),
    (muc4.read, "muc4", 200, ("TST1-MUC3-0001", "TST2-MUC4-0001", "TST2-MUC4-0100")),
    (commitmentbank.read, "commitmentbank", 610, ("BNC-1002", "BNC-788", "WSJ-98")),
    (
        petrarch_validation.read,
        "petrarch_validation",
        148,
        ("petrarch_unit:DEMO-10", "petrarch_unit:SYNSET-23a", "petrarch_unit:SYNSET-23ee"),
    ),
    (
        ucdp_aec.read,
        "ucdp_aec_events",
        5068,
        (
            "actors: Government of Yemen (North Yemen)",
            "places: Kolofata town, Cameroon",
            "places: Wahibug village, India",
        ),
    ),
]


@pytest.mark.parametrize(
    ("read", "count", "ids"),
    [pytest.param(read, count, ids, marks=needs(name)) for read, name, count, ids in IDS],
)
def test_count_first_middle_last(read, count, ids) -> None:  # type: ignore[no-untyped-def]
    rows = read(DATA)
    assert len(rows) == count
    assert tuple(rows[index].document.id for index in (0, count // 2, -1)) == ids


@needs("allsides_conflict")
def test_allsides_documents() -> None:
    rows = allsides_conflict.read(DATA)
    assert len(rows) == 367
    assert [rows[index].id for index in (0, 183, -1)] == [
        "abp-0I92p3uOk9cof7k0",
        "abp-SltoTA8DHBQvUSaN",
        "abp-zyDgL0tnBYVr042o",
    ]


@needs("fnc1")
def test_unscored_sets_are_counted() -> None:
    assert len(unscored.read_fnc1(DATA)) == 49972
    assert len(unscored.read_fnc1_stance(DATA)) == 3177


@needs("ecbplus")
def test_ecbplus_topics_hold_the_published_mentions_and_clusters() -> None:
    topics = ecbplus.read(DATA)
    assert [topic.number for topic in topics] == [2, 5, 12, 18, 21, 23, 34, 35]
    assert sum(len(topic.documents) for topic in topics) == 197
    assert sum(len(chain) for topic in topics for chain in topic.chains) == 1245
    assert sum(len(topic.chains) for topic in topics) == 409
    given = {mention.id for topic in topics for row in topic.documents for mention in row.mentions}
    assert given == {mention for topic in topics for chain in topic.chains for mention in chain}


@needs("polnear")
def test_polnear_attributions() -> None:
    rows = polnear.read(DATA)
    assert sum(len(row.attributions) for row in rows) == 2192
    assert sum(not found.source for row in rows for found in row.attributions) == 126
    assert rows[0].attributions[0].source == (Span(89, 106),)


@needs("geoparsing")
def test_geoparsing_keys_leave_out_what_is_no_toponym() -> None:
    assert sum(len(row.toponyms) for row in geoparsing.reader("lgl")(DATA)) == 2380
    geowebnews = geoparsing.reader("geowebnews")(DATA)
    located = [point for row in geowebnews for _, point in row.toponyms if point]
    assert sum(len(row.toponyms) for row in geowebnews) < 3109 - 964 - 647 - 194 + 1
    assert len(located) > 1200


@needs("fakes_syria")
def test_fakes_keys() -> None:
    rows = fakes_syria.read(DATA)
    assert sum(bool(row.places) for row in rows) == 382
    assert sum(bool(row.dates) for row in rows) == 269
    assert sum(len(row.overlaps) for row in rows) == 118


def test_every_set_is_named_once() -> None:
    names = [gold.name for gold in SETS]
    assert len(names) == len(set(names))


def test_a_limit_spreads_over_the_set() -> None:
    assert spread(range(10), 3) == [0, 3, 6]
    assert spread(range(2), 5) == range(2)


def test_the_corpus_hash_follows_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "corpus"
    path.write_bytes(b"one")
    before = corpus_hash([path])
    path.write_bytes(b"two")
    assert corpus_hash([path]) != before
