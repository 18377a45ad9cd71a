"""The chain along which one claim came."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import SourceType
from secondsource.claims import EventType, Informant
from secondsource.fusion import Lineage, Relation
from secondsource.fusion.provenance import chain_of, provenance
from tests.fusion.making import make_claim, make_report, words_at

TEXT = (
    "Media reports said that Isis met Nusra. State media said so too. Two opponents and a Nusra"
    " spokesman said that Isis met Nusra."
)


def said_by(words: str, *informants: dict) -> object:
    report = make_report(TEXT, outlet="Sample Post")
    claim = make_claim(report, "met", EventType.CONSULT, actors=("Isis",), recipients=("Nusra",))
    source = words_at(report, words)
    link = replace(
        _link(report, source), informants=tuple(_informant(source, i) for i in informants)
    )
    return report, replace(claim, attribution=(link,))


def _link(report, source):
    claim = make_claim(report, "met", EventType.CONSULT, source="Two opponents")
    return replace(
        claim.attribution[0], source=source, name=source.text, type=SourceType.ANONYMOUS, id=None
    )


def _informant(source, fields):
    given = {"key": None, "name": source.text, "id": None, "type": SourceType.ANONYMOUS}
    return Informant(**{**given, "words": source, **fields})


def chain(report, claim, relation=Relation.INDEPENDENT):
    row = Lineage(
        report_id=report.id,
        origin="o_1",
        copies=None,
        relation=relation,
        agency="AP",
        share=0.0,
        because=("",),
    )
    return chain_of(claim, provenance([report], [row]))


@pytest.mark.parametrize(("words", "recap"), [("Media reports", True), ("State media", False)])
def test_what_unnamed_outlets_report_is_a_recap(words, recap):
    assert chain(*said_by(words)).recap == recap


@pytest.mark.parametrize(
    ("relation", "roughly"), [(Relation.REWRITE, True), (Relation.INDEPENDENT, False)]
)
def test_a_rewrite_describes_informants_roughly(relation, roughly):
    told = said_by("Two opponents", {"key": "opponents", "several": True})
    assert chain(*told, relation).roughly == roughly


def test_a_spokesman_is_the_group_that_he_speaks_for():
    told = said_by(
        "a Nusra spokesman",
        {"key": "nusra spokesman", "role": "spokesman", "affiliate": "nusra-front"},
    )
    assert chain(*told).informant == "nusra-front"


def test_the_agency_of_the_lineage_gathered_what_names_no_outlet():
    found = chain(*said_by("Two opponents", {"key": "opponents"}))
    assert (found.gatherer, found.gatherer_name, found.origin) == ("associated-press", "AP", "o_1")
