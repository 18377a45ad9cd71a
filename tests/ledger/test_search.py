"""Full-text search, alike on both databases, whatever characters a query has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.ledger import Extraction, Ledger
from secondsource.ledger.search import snippet
from secondsource.ledger.words import phrases
from secondsource.text import Span
from tests.ledger.making import make_claim, make_report, seen

TOWN = make_report(
    "IS fighters attacked the town of Atārib, an al-Qaeda offshoot said. "
    + "Nothing else was heard from the area for a long while. " * 8
    + "The attack was denied by Ahrar al-Sham.",
    title="A town between fronts",
)
TRUCE = make_report("Isis and Nusra Front agreed a truce near Kobani, and it is holding.")
REPORTS = {TOWN.id: "town", TRUCE.id: "truce"}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add_inputs([seen(TOWN), seen(TRUCE)])
    claim = make_claim(TRUCE, "agreed", ["Isis"], ["Nusra Front"])
    denial = make_claim(TOWN, "denied", ["Ahrar al-Sham"])
    ledger.add_extractions(
        [
            Extraction(report_id=TRUCE.id, extractor="all/1", claims=(claim,)),
            Extraction(report_id=TOWN.id, extractor="all/1", claims=(denial,)),
        ]
    )
    return ledger


FOUND: dict[str, set[str]] = {
    "Atarib": {"town"},
    "ATĀRIB": {"town"},
    "attacks": {"town"},
    "IS": {"town", "truce"},
    "al qaeda": {"town"},
    "al-Qaeda": {"town"},
    '"fighters attacked"': {"town"},
    '"attacked fighters"': set(),
    "town truce": set(),
    "between": {"town"},
    'truce OR "town': set(),
    "NEAR (truce)": {"truce"},
    "NEAR(truce)": set(),
    "truce*": {"truce"},
    "text:truce": set(),
    "truce) -kobani '; --": {"truce"},
    "— “ ” *": set(),
    "": set(),
}


def test_reports_are_found(filled: Ledger) -> None:
    found = {
        query: {REPORTS[hit.report.id] for hit in filled.search(query).reports} for query in FOUND
    }
    assert found == FOUND


def test_claims_are_found_with_their_words(filled: Ledger) -> None:
    (hit,) = filled.search("truces holding").claims
    assert hit.report == TRUCE
    assert hit.snippet.text == TRUCE.text
    assert [found.of(TRUCE.text) for found in hit.snippet.hits] == ["truce", "holding"]
    assert len(filled.search("is", limit=1).reports) == 1


def test_only_the_latest_extraction_is_searched(filled: Ledger) -> None:
    filled.add_extractions([Extraction(report_id=TRUCE.id, extractor="all/2")])
    assert filled.search("truce").claims == ()


def test_a_snippet_shows_whole_words_around_the_first_hit() -> None:
    found = snippet(TOWN.text, Span(0, len(TOWN.text)), phrases("denied"))
    assert found.text == found.span.of(TOWN.text)
    assert [hit.of(TOWN.text) for hit in found.hits] == ["denied"]
    assert found.text.endswith("was denied by Ahrar al-Sham.")
    assert len(found.text) < 160


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=30))
def test_no_query_is_an_error(filled: Ledger, query: str) -> None:
    found = filled.search(query)
    assert len(found.reports) <= 2
