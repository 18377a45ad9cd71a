"""One small ledger that every view is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.claims import EventType, Polarity, TieType
from secondsource.ledger import Extraction, InputSeen, Ledger, open_ledger
from secondsource.pipeline.fusing import refresh
from secondsource.reports import Aside, AsideKind, Rejection, RejectionKind
from secondsource.text import Span
from tests.ledger.making import actor_mention, make_claim, make_report, place_mention

FIRST = replace(
    make_report(
        "By a reporter\nIsis attacked Nusra Front in Atareb on Sunday, a resident said.\n",
        title="Battle for a town",
        published="2014-11-03",
        path="first.txt",
    ),
    aside=(Aside(span=Span(0, 13), kind=AsideKind.BYLINE),),
)
SECOND = make_report(
    "Isis did not attack Nusra Front. Nusra Front agreed with Ahrar al-Sham to meet in Atareb.",
    outlet="Sample Times",
    published="2014-11-04",
    path="second.txt",
)
ATTACK = make_claim(
    FIRST,
    "attacked",
    ["Isis"],
    ["Nusra Front"],
    place="Atareb",
    when=("Sunday", "2014-11-02"),
    source="a resident",
)
DENIAL = replace(make_claim(SECOND, "attack", ["Isis"], ["Nusra Front"]), polarity=Polarity.DENIED)
PACT = make_claim(SECOND, "agreed", ["Nusra Front"], ["Ahrar al-Sham"], kind=EventType.AGREE)
ALLIES = make_claim(SECOND, "meet", ["Nusra Front"], ["Ahrar al-Sham"], kind=TieType.ALLY)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "x.db") as opened:
        broken = [
            Rejection(
                input=f"{number}.pdf",
                reason="no text layer",
                next_step="run OCR",
                kind=RejectionKind.EMPTY,
            )
            for number in range(2)
        ]
        opened.add_inputs([InputSeen.of(outcome) for outcome in (FIRST, SECOND, *broken)])
        opened.add_extractions(
            [
                Extraction(
                    report_id=FIRST.id,
                    extractor="all/1",
                    claims=(ATTACK,),
                    actors=(actor_mention(FIRST, "Isis"), actor_mention(FIRST, "Nusra Front")),
                    places=(place_mention(FIRST, "Atareb"),),
                ),
                Extraction(report_id=SECOND.id, extractor="all/1", claims=(DENIAL, PACT, ALLIES)),
            ]
        )
        refresh(opened)
        yield opened
