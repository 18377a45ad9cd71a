"""Reports that rest on one agency for one story, or for a sentence."""

from __future__ import annotations

import pytest

from secondsource.fusion import Relation, trace_lineage
from tests.fusion.making import make_report

DISPATCH = (
    "BEIRUT (AP) — Envoys of Hajin and Susah signed a truce in the customs house of Tanf before"
    " dawn, a customs clerk said. The envoys of Hajin handed over nine lorries of barley. The clerk"
    " said that Susah would reopen the ferry below the dam.\n\nThe two towns had fought over the"
    " ferry since March."
)
OTHER_NEWS = (
    "Snow closed the pass above the monastery for two days, and shepherds lost goats.\n\nA court in"
    " the port acquitted the harbour master.\n\nTeachers ended their strike after"
    " a vote in the stadium, and pupils went back to school.\n\nThe orchestra of the capital played"
    " abroad for the first time in a decade.\n\nAn engineer mended the lighthouse.\n\n"
)
CITED = "Envoys of Hajin and Susah signed a truce in the customs house of Tanf, according to AP."
OWN = (
    "Ferrymen at Susah saw lorries of barley arrive from Hajin at noon. They said the truce had"
    " been sealed in Tanf, where the envoys met. A miller in Hajin weighed the barley himself. The"
    " ferry ran again by evening, he said. AP reported the signing in the customs house of Tanf."
)


def traced(report):
    dispatch = make_report(DISPATCH, agency="Associated Press", published="2014-05-02")
    rows = {row.report_id: row for row in trace_lineage([dispatch, report], ())}
    return dispatch, rows[dispatch.id], rows[report.id]


def test_a_roundup_cites_the_dispatch_for_a_sentence_and_has_an_origin_of_its_own():
    roundup = make_report(OTHER_NEWS + CITED, outlet="Sample Post", published="2014-05-04")
    dispatch, theirs, ours = traced(roundup)
    assert (ours.relation, ours.copies, ours.agency) == (Relation.CITES, dispatch.id, None)
    assert ours.origin != theirs.origin
    assert "in passing" in ours.because[0]


def test_a_report_from_sources_of_its_own_only_mentions_the_agency():
    own = make_report(OWN, outlet="Sample Post", published="2014-05-04")
    _, theirs, ours = traced(own)
    assert (ours.relation, ours.copies) == (Relation.INDEPENDENT, None)
    assert ours.origin != theirs.origin
    assert "mentions AP" in ours.because[-1]


@pytest.mark.parametrize(("published", "same"), [("2014-05-15", True), ("2014-06-30", False)])
def test_a_story_is_taken_up_within_a_fortnight(published, same):
    late = make_report(f"{CITED}\n\n{OTHER_NEWS}", outlet="Sample Post", published=published)
    dispatch, theirs, ours = traced(late)
    assert (ours.origin == theirs.origin) == same
    assert ours.copies == (dispatch.id if same else None)


def test_two_dispatches_of_one_agency_are_two_stories():
    again = make_report(OWN.replace("AP reported", "Clerks saw"), outlet="Associated Press")
    dispatch = make_report(DISPATCH, outlet="Associated Press", published="2014-05-02")
    first, second = trace_lineage([dispatch, again], ())
    assert first.origin != second.origin
