"""Each view answers its question from the ledger, and keeps the words under the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource import views
from secondsource.claims import Link, Modality, claim_to_record
from secondsource.errors import NotInLedger, UsageError
from secondsource.ledger import ClaimFilter, Ledger, TieFilter
from secondsource.reports import AsideKind
from secondsource.views.chains import source_of
from secondsource.views.wording import quote_of, stance_of
from tests.ledger.making import words
from tests.views.conftest import ATTACK, DENIAL, FIRST, PACT, SECOND


def test_the_list_of_reports(ledger: Ledger) -> None:
    rows = list(views.report_rows(ledger))
    assert [(row.id, row.outlet, row.published, row.claims) for row in rows] == [
        (FIRST.id, "Sample Post", "2014-11-03", 1),
        (SECOND.id, "Sample Times", "2014-11-04", 3),
    ]


def test_a_report_page_marks_its_claims(ledger: Ledger) -> None:
    page = views.report_page(ledger, "first.txt")
    assert "".join(segment.text for segment in page.segments) == FIRST.text
    assert [row.id for row in page.claims] == [ATTACK.id]
    byline, evidence = page.segments[0], page.segments[1]
    assert (byline.text, byline.aside) == ("By a reporter", AsideKind.BYLINE)
    assert any(segment.claims == (ATTACK.id,) for segment in page.segments)
    assert evidence.aside is None
    with pytest.raises(NotInLedger):
        views.report_page(ledger, "third.txt")


def test_a_claim_in_words(ledger: Ledger) -> None:
    row = next(views.claim_rows(ledger, ClaimFilter(report=FIRST.id)))
    assert (row.who, row.type, row.whom) == (("Isis",), "ASSAULT", ("Nusra Front",))
    assert (row.place, row.time, row.source, row.stance) == (
        "Atareb",
        "2014-11-02",
        "a resident",
        "asserted",
    )
    assert row.record == claim_to_record(ATTACK, FIRST)
    assert list(views.claim_records(ledger, ClaimFilter(ids=(ATTACK.id,)))) == [row.record]


HEDGED = replace(
    ATTACK,
    modality=Modality.PLANNED,
    hedges=(words(FIRST, "a resident"), words(FIRST, "a resident")),
)
VIA = replace(ATTACK.attribution[0], via=words(FIRST, "Atareb"))
THROUGH = Link(
    source=words(FIRST, "Sunday"), name="Sunday", type=VIA.type, id=None, cue=None, via=None
)


@pytest.mark.parametrize(
    ("claim", "stance", "source"),
    [
        (ATTACK, "asserted", "a resident"),
        (DENIAL, "denied", None),
        (HEDGED, "planned, hedged (a resident)", "a resident"),
        (replace(ATTACK, attribution=(VIA,)), "asserted", "a resident, via Atareb"),
        (
            replace(ATTACK, attribution=(THROUGH, ATTACK.attribution[0])),
            "asserted",
            "a resident, via Sunday",
        ),
    ],
)
def test_stance_and_source_in_words(claim: object, stance: str, source: str | None) -> None:
    assert (stance_of(claim), source_of(claim)) == (stance, source)


def test_evidence_in_one_line() -> None:
    split = replace(ATTACK, evidence=(words(FIRST, "reporter\nIsis"), words(FIRST, "Sunday")))
    assert quote_of(split) == "reporter Isis … Sunday"


def test_events_keep_the_words_of_both_sides(ledger: Ledger) -> None:
    rows = list(views.event_rows(ledger))
    (attack,) = [row for row in rows if ATTACK.id in row.record.claims]
    sides = {row.claim: (row.side, row.text) for row in attack.evidence}
    start = FIRST.text.index("Isis")
    assert sides[ATTACK.id][0] == "supports"
    assert "Isis attacked Nusra Front" in sides[ATTACK.id][1]
    assert attack.record.place is not None
    assert FIRST.text[start : start + 4] == "Isis"
    for row in rows:
        assert {one.claim for one in row.evidence} == set(row.record.claims)
        assert [quote.text for quote in row.record.evidence] == [one.text for one in row.evidence]


def test_ties_name_the_actors_and_keep_the_words(ledger: Ledger) -> None:
    rows = list(views.tie_rows(ledger, TieFilter(between=("ahrar-al-sham", "nusra-front"))))
    assert rows
    for row in rows:
        assert set(row.record.names) == {"Ahrar al-Sham", "Nusra Front"}
        assert row.evidence
    apart = TieFilter(between=("ahrar-al-sham", "islamic-state"))
    assert list(views.tie_rows(ledger, apart)) == []
    with pytest.raises(UsageError):
        views.ties_known_by(ledger, "soon")


def test_lineage_has_one_row_a_report(ledger: Ledger) -> None:
    rows = views.lineage_rows(ledger)
    assert {row.record.report: row.outlet for row in rows} == {
        FIRST.id: "Sample Post",
        SECOND.id: "Sample Times",
    }


def test_actors_and_places(ledger: Ledger) -> None:
    assert [(row.id, row.claims) for row in views.actor_rows(ledger)] == [
        ("islamic-state", 2),
        ("nusra-front", 4),
    ]
    assert [(row.name, row.words) for row in views.place_rows(ledger)] == [("Atareb", ("Atareb",))]


def test_hits_point_into_their_snippet(ledger: Ledger) -> None:
    page = views.search_page(ledger, "agreed")
    assert [row.report for row in page.reports] == [SECOND.id]
    assert PACT.id in {row.claim for row in page.claims}
    for row in (*page.reports, *page.claims):
        assert row.span.of(SECOND.text) == row.snippet
        assert [hit.of(row.snippet) for hit in row.hits] == ["agreed"]


def test_the_overview_counts_and_names_rejections(ledger: Ledger) -> None:
    found = views.overview_of(ledger)
    assert (found.reports, found.unread, found.withdrawn, found.claims) == (2, 0, 0, 4)
    (rejection,) = found.rejections
    assert (rejection.kind, rejection.reason, rejection.inputs) == ("empty", "no text layer", 2)
