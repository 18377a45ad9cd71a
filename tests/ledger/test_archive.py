"""Facts taken out of a ledger and put into an empty one are the same facts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.claims import WireRecord
from secondsource.errors import LedgerError, NotInLedger
from secondsource.ledger import SHELVES, Extraction, Ledger, NewDecision, Shelf, open_ledger
from secondsource.ledger.schema import FACTS
from tests.ledger.making import actor_mention, make_claim, make_report, place_mention, seen

TEXT = "Isis and Nusra Front fought in Atareb."
DERIVED = {"claim_party", "input_report"}
"""Tables that the records of others make again."""
TABLES = {
    Shelf.REPORTS: "report",
    Shelf.INPUTS: "input_seen",
    Shelf.EXTRACTIONS: "extraction",
    Shelf.CLAIMS: "claim",
    Shelf.ACTORS: "actor_mention",
    Shelf.PLACES: "place_mention",
    Shelf.DECISIONS: "decision",
    Shelf.WITHDRAWALS: "decision_withdrawn",
}


def fill(ledger: Ledger) -> None:
    reports = [make_report(f"{TEXT} Day {day}.", published="2014-11-02") for day in range(3)]
    ledger.add_inputs([seen(one, f"{number}.txt") for number, one in enumerate(reports)])
    found = [
        Extraction(
            report_id=one.id,
            extractor="rules/1",
            claims=(make_claim(one, "fought", ("Isis", "Nusra Front"), place="Atareb"),),
            actors=(actor_mention(one, "Isis"), actor_mention(one, "Nusra Front")),
            places=(place_mention(one, "Atareb"),),
        )
        for one in reports
    ]
    ledger.add_extractions(found)
    decided = ledger.decide(NewDecision(who="ann", what="note", subject="x", why="", after='"y"'))
    ledger.withdraw_decision(decided.id, who="ben", why="no")
    ledger.withdraw(reports[0].id, who="ann", why="a copy")


def taken(ledger: Ledger) -> list[tuple[Shelf, str]]:
    return [(shelf, record.model_dump_json()) for shelf, record in ledger.archive.records()]


def put(lines: list[tuple[Shelf, str]]) -> list[WireRecord]:
    return [SHELVES[shelf].model_validate_json(line) for shelf, line in lines]


def test_what_is_put_back_is_what_was_taken(ledger: Ledger, tmp_path: Path) -> None:
    fill(ledger)
    lines = taken(ledger)
    assert {shelf for shelf, _ in lines} >= {Shelf.REPORTS, Shelf.CLAIMS, Shelf.WITHDRAWALS}
    with open_ledger(tmp_path / "other.db") as other:
        assert other.archive.restore(put(lines)) == len(lines)
        assert taken(other) == lines
        assert other.counts() == ledger.counts()


def test_facts_go_from_a_file_to_any_database(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "first.db") as first:
        fill(first)
        lines = taken(first)
    ledger.archive.restore(put(lines))
    assert taken(ledger) == lines
    assert ledger.search("Atareb").reports


def test_new_rows_are_numbered_after_the_old_ones(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "first.db") as first:
        fill(first)
        lines = taken(first)
    ledger.archive.restore(put(lines))
    fill_more = make_report("Nusra Front withdrew from Kobani.")
    assert ledger.add_inputs([seen(fill_more, "more.txt")]).reports == (fill_more.id,)
    assert ledger.decide(NewDecision(who="cat", what="note", subject="z", why="")).id == 3


def test_nothing_is_put_into_a_ledger_that_holds_something(ledger: Ledger) -> None:
    fill(ledger)
    lines = taken(ledger)
    with pytest.raises(LedgerError, match="not empty"):
        ledger.archive.restore(put(lines))
    assert taken(ledger) == lines


def test_a_claim_of_no_report_is_refused_whole(ledger: Ledger, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "first.db") as first:
        fill(first)
        lines = [line for line in taken(first) if line[0] is not Shelf.EXTRACTIONS]
    records = put([line for line in lines if line[0] is Shelf.CLAIMS])
    with pytest.raises(NotInLedger):
        ledger.archive.restore(records)
    assert taken(ledger) == []


def test_no_fact_stays_behind() -> None:
    """Whoever adds a table of facts says here how it leaves and comes back."""
    assert {table.name for table in FACTS} == {*TABLES.values(), *DERIVED}
    assert set(SHELVES) == set(TABLES) == set(Shelf)


def test_records_name_their_report(ledger: Ledger) -> None:
    fill(ledger)
    for shelf, line in taken(ledger):
        if shelf is Shelf.CLAIMS:
            text = ledger.archive.text_of(json.loads(line)["claim"]["report"]["id"])
            assert text.startswith(TEXT)
