"""How an attribution chain is worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.annotations import SourceType
from secondsource.claims import Informant, Link
from secondsource.views.chains import chain_of, described, source_of
from tests.ledger.making import make_report, words
from tests.views.conftest import ATTACK

REPORT = make_report(
    "SANA, citing an officer of the army in Homs who gave no name, said on air to the paper so."
)


def informant(**changes: object) -> Informant:
    plain = Informant(
        key="officer",
        name="an officer",
        id=None,
        type=SourceType.ANONYMOUS,
        words=words(REPORT, "an officer"),
        role="officer",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, "an officer (unnamed officer)"),
        ({"role": None}, "an officer (unnamed)"),
        ({"several": True}, "an officer (several, unnamed officer)"),
        ({"type": SourceType.NAMED_PERSON}, "an officer (named officer)"),
        ({"type": SourceType.OUTLET, "role": "paper"}, "an officer (outlet (paper))"),
        ({"type": SourceType.SELF, "role": "own outlet"}, "an officer (the outlet itself)"),
        ({"key": None}, "an officer (unnamed officer, not sure who is meant)"),
        (
            {
                "affiliation": words(REPORT, "the army"),
                "location": words(REPORT, "Homs"),
                "anonymity": words(REPORT, "who gave no name"),
            },
            "an officer (unnamed officer, of the army, in Homs, “who gave no name”)",
        ),
        (
            {
                "type": SourceType.DOCUMENT,
                "role": "report",
                "affiliation": words(REPORT, "the army"),
            },
            "an officer (document (report), by the army)",
        ),
    ],
)
def test_an_informant(changes: dict[str, object], shown: str) -> None:
    assert described(informant(**changes)) == shown


AGENCY = Link(
    source=words(REPORT, "SANA"),
    name="SANA",
    type=SourceType.OUTLET,
    id="sana",
    cue=words(REPORT, "said"),
)
OFFICER = Link(
    source=words(REPORT, "an officer"),
    name="an officer",
    type=SourceType.ANONYMOUS,
    id=None,
    cue=words(REPORT, "citing"),
    via=words(REPORT, "the paper"),
    via_name="The Guardian",
    medium=words(REPORT, "on air"),
    informants=(informant(),),
)


def test_a_chain_runs_from_the_outlet_outwards() -> None:
    claim = replace(ATTACK, attribution=(AGENCY, OFFICER))
    assert chain_of(claim) == (
        "SANA (outlet); “said”",
        "an officer (unnamed officer); “citing”; to The Guardian; on air",
    )


@pytest.mark.parametrize(
    ("links", "shown"),
    [
        ((), None),
        ((AGENCY,), "SANA"),
        ((OFFICER,), "an officer, via The Guardian"),
        ((AGENCY, replace(OFFICER, via=None, via_name=None)), "an officer, via SANA"),
        ((AGENCY, OFFICER), "an officer, via The Guardian, via SANA"),
        ((AGENCY, AGENCY, replace(OFFICER, via=None, via_name=None)), "an officer, via SANA"),
    ],
)
def test_source(links: tuple[Link, ...], shown: str | None) -> None:
    assert source_of(replace(ATTACK, attribution=links)) == shown
