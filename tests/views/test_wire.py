"""The JSON of events, ties, lineage and clusters has the contract's fields."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from secondsource import views
from secondsource.claims import EventType, Modality, TieType, TimeBasis
from secondsource.claims.records import ABOUT_A_DAY
from secondsource.fusion import (
    Credibility,
    EventGroup,
    Lineage,
    Reason,
    Relation,
    TieState,
    Verdict,
)
from tests.views.conftest import ATTACK

VERDICT = Verdict(
    credibility=Credibility.POSSIBLE, reasons=(Reason(text="one source", claims=("c_1",)),)
)
EVENT = EventGroup(
    modality=Modality.ACTUAL,
    id="e_1",
    type=EventType.CONSULT,
    claims=("c_1",),
    edtf="2014-11-02",
    time=ATTACK.time,
    place=None,
    actors=(("islamic-state", "Islamic State"), (None, "the elders")),
    recipients=(),
    reports=7,
    origins=1,
    sources=2,
    supporting=("c_1",),
    disputing=(),
    verdict=VERDICT,
)
TIE = TieState(
    id="t_1",
    between=("islamic-state", "nusra-front"),
    state=TieType.HOSTILE,
    start="2013-03/2013-05",
    end=None,
    claims=("c_1",),
    supporting=("c_1",),
    disputing=(),
    reports=1,
    origins=1,
    sources=1,
    verdict=VERDICT,
)
LINEAGE = Lineage(
    report_id="r_1",
    origin="o_1",
    copies=None,
    relation=Relation.REPRINT,
    agency="AP",
    share=0.83,
    because=("41 of 49 sentences shared",),
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            views.event_to_record(EVENT, ()),
            {
                "id": "e_1",
                "type": "CONSULT",
                "claims": ["c_1"],
                "time": {
                    "edtf": "2014-11-02",
                    "text": "Sunday",
                    "precision": "day",
                    "basis": "stated",
                    "about": False,
                    "why": None,
                },
                "place": None,
                "actors": [
                    {"id": "islamic-state", "name": "Islamic State"},
                    {"id": None, "name": "the elders"},
                ],
                "recipients": [],
                "reports": 7,
                "origins": 1,
                "sources": 2,
                "supporting": ["c_1"],
                "disputing": [],
                "credibility": 3,
                "because": ["one source"],
            },
        ),
        (
            views.tie_to_record(TIE, {"nusra-front": "Nusra Front"}, ()),
            {
                "id": "t_1",
                "between": ["islamic-state", "nusra-front"],
                "names": ["islamic-state", "Nusra Front"],
                "state": "hostile",
                "from": "2013-03/2013-05",
                "to": None,
                "claims": ["c_1"],
                "origins": 1,
                "credibility": 3,
                "because": ["one source"],
            },
        ),
        (
            views.lineage_to_record(LINEAGE),
            {
                "report": "r_1",
                "origin": "o_1",
                "copies": None,
                "relation": "reprint",
                "agency": "AP",
                "share": 0.83,
                "because": ["41 of 49 sentences shared"],
            },
        ),
        (
            views.lineage_to_cluster_record(LINEAGE, "doc 7"),
            {"id": "doc 7", "origin": "o_1", "copies": None, "relation": "reprint", "share": 0.83},
        ),
        (
            views.ClusterEventRecord(event="e_1", mentions=("m1", "m2")),
            {"event": "e_1", "mentions": ["m1", "m2"]},
        ),
    ],
    ids=["event", "tie", "lineage", "cluster document", "cluster event"],
)
def test_json_lines(record: object, expected: dict[str, object]) -> None:
    line = views.to_json(record)
    assert "\n" not in line
    written = json.loads(line)
    assert {name: written[name] for name in expected} == expected


def test_the_day_of_the_report_is_marked_as_about() -> None:
    assert ATTACK.time is not None
    framed = replace(ATTACK.time, precision=ABOUT_A_DAY, basis=TimeBasis.PUBLICATION)
    time = views.event_to_record(replace(EVENT, time=framed), ()).time
    assert time is not None
    assert (time.about, time.basis) == (True, TimeBasis.PUBLICATION)
