"""Whom a report names as its informants."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import SourceType
from secondsource.claims import EventType, Informant
from secondsource.fusion import trace_lineage
from secondsource.fusion.named import in_words, informants_in
from tests.fusion.making import make_claim, make_report, words_at

REPORT = make_report(
    "Isis met Nusra, a resident and an opposition official told the Associated Press. The official"
    " said that he had it from a commander."
)


def informant(words, key, kind=SourceType.ANONYMOUS):
    found = words_at(REPORT, words)
    return Informant(key=key, name=words, id=None, type=kind, words=found)


def claim(*informants):
    made = make_claim(REPORT, "met", EventType.CONSULT, source="a resident")
    (link,) = made.attribution
    return replace(made, attribution=(replace(link, informants=informants),))


RESIDENT = informant("a resident", "resident")
OFFICIAL = informant("an opposition official", "opposition official")
AGAIN = informant("The official", "opposition official")
AGENCY = informant("Associated Press", "associated-press", SourceType.OUTLET)
UNSURE = informant("he", None)


def test_each_informant_once_by_its_first_words():
    claims = [claim(AGAIN, AGENCY), claim(OFFICIAL, RESIDENT, UNSURE)]
    assert informants_in(claims) == ("a resident", "an opposition official")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("a",), "names one source: a"),
        (("a", "b"), "names 2 sources: a; b"),
        (tuple("abcdefgh"), "names 8 sources: a; b; c; d; e; f; and 2 more"),
    ],
)
def test_in_words(names, words):
    assert in_words(names) == words


def test_lineage_lists_the_sources_that_a_report_names():
    (row,) = trace_lineage([REPORT], [claim(RESIDENT, OFFICIAL)])
    assert row.because[-1] == "names 2 sources: a resident; an opposition official"
