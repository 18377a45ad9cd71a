"""Private persons do not leave with an export; everyone else does."""

from __future__ import annotations

from pathlib import Path

import pytest

import secondsource as ss
from secondsource.annotations import ActorKind, SourceType
from secondsource.claims import ClaimRecord
from secondsource.claims.wire_links import InformantRecord, LinkRecord, SourceRecord
from secondsource.claims.wire_values import PartyRecord
from secondsource.claims.wire_words import WordsRecord
from secondsource.exports import CLAIMS, csv_lines, jsonl_lines, private_persons
from secondsource.ledger import ClaimFilter
from secondsource.views import claim_records

SAID = (
    "Sample\nPerson, a baker, saw it. Ms PERSON fled with Other Reader; persons and leaders stayed."
)


@pytest.fixture(scope="module")
def claim(small_ledger: Path) -> ClaimRecord:
    """A claim whose actor and source are private persons."""
    with ss.open(small_ledger) as ledger:
        first = next(claim_records(ledger.ledger, ClaimFilter()))
    actor = PartyRecord(
        start=0,
        end=13,
        text="Sample\nPerson",
        id="x-sample-person",
        name="Sample Person",
        kind=ActorKind.PRIVATE_PERSON,
    )
    source = SourceRecord(
        start=0,
        end=12,
        text="Other Reader",
        name="Other Reader",
        type=SourceType.NAMED_PERSON,
        id="x-other-reader",
    )
    link = LinkRecord(source=source, cue=None, via=None)
    words = first.evidence[0].model_copy(update={"text": SAID})
    return first.model_copy(
        update={"actors": (actor,), "attribution": (link,), "evidence": (words,)}
    )


def test_names_ids_and_evidence_are_masked(claim: ClaimRecord) -> None:
    [masked] = private_persons([claim]).masked([claim])
    assert (masked.actors[0].name, masked.actors[0].id) == (
        "[private person 1]",
        "x-private-person-1",
    )
    assert masked.attribution[0].source.name == "[private person 2]"
    assert masked.evidence[0].text == (
        "[private person 1], a baker, saw it. Ms [private person 1] fled with [private person 2]; "
        "persons and leaders stayed."
    )
    for line in (*jsonl_lines([masked]), *csv_lines(CLAIMS, [masked])):
        assert "Person," not in line
        assert "Reader" not in line
        assert "other-reader" not in line


def test_nothing_else_is_changed(claim: ClaimRecord) -> None:
    assert list(private_persons([]).masked([claim])) == [claim]
    public = claim.actors[0].model_copy(update={"kind": ActorKind.PUBLIC_FIGURE})
    known = claim.model_copy(update={"actors": (public,), "attribution": ()})
    assert list(private_persons([known]).masked([known])) == [known]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Sample Reader", "[private person 1]"), ("a man", "a man")],
)
def test_a_named_source_that_no_registry_has_is_masked(
    claim: ClaimRecord, name: str, shown: str
) -> None:
    (link,) = claim.attribution
    source = link.source.model_copy(update={"id": None, "name": name})
    link = link.model_copy(update={"source": source})
    told = claim.model_copy(update={"attribution": (link,), "actors": ()})
    [masked] = private_persons([told]).masked([told])
    assert masked.attribution[0].source.name == shown


def test_a_private_informant_is_masked_wherever_the_chain_names_them(claim: ClaimRecord) -> None:
    (link,) = claim.attribution
    informant = InformantRecord(
        start=0,
        end=12,
        text="Other Reader",
        key="x-other-reader",
        name="Other Reader",
        id="x-other-reader",
        type=SourceType.NAMED_PERSON,
    )
    medium = WordsRecord(start=0, end=24, text="on Other Reader's channel")
    link = link.model_copy(update={"informants": (informant,), "medium": medium})
    told = claim.model_copy(update={"attribution": (link,)})
    [masked] = private_persons([told]).masked([told])
    assert "Reader" not in masked.attribution[0].model_dump_json()
