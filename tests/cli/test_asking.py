"""Commands that ask the ledger: what they print on a pipe, and how they filter."""

from __future__ import annotations

import re

import pytest

from secondsource.claims import ClaimKind, EventType, Modality, Polarity, TieType
from secondsource.cli.filters import KindName, ModalityName, PolarityName, TypeName
from tests.cli.conftest import Run

NUSRA = "nusra-front"
IS = "islamic-state"


def parties(record: dict) -> set[str | None]:
    return {party["id"] for party in (*record["actors"], *record["recipients"])}


def test_claims_are_tab_separated_with_a_heading_on_a_pipe(ask: Run) -> None:
    done = ask("claims")
    assert done.status == 0
    heading, *rows = done.rows
    assert heading[:3] == ["who", "what", "to whom"]
    assert rows
    assert {len(row) for row in rows} == {len(heading)}
    assert "\x1b" not in done.out


def test_each_claim_is_one_json_record(ask: Run) -> None:
    table = ask("claims").rows[1:]
    records = ask("claims", "--format", "jsonl").records
    assert len(records) == len(table)
    assert {record["report"]["outlet"] for record in records} >= {"Sample North", "Sample West"}


@pytest.mark.parametrize("name", [NUSRA, "Nusra Front", "the NUSRA front"])
def test_an_actor_is_an_id_or_a_name(ask: Run, name: str) -> None:
    records = ask("claims", "--actor", name, "-f", "jsonl").records
    assert records
    assert all(NUSRA in parties(record) for record in records)


def test_claims_between_two_actors_name_both(ask: Run) -> None:
    records = ask("claims", "--between", IS, "Nusra Front", "-f", "jsonl").records
    assert records
    assert all({IS, NUSRA} <= parties(record) for record in records)


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [
        ("--kind", "event", "kind"),
        ("--type", "ASSAULT", "type"),
        ("--polarity", "denied", "polarity"),
    ],
)
def test_filters_keep_what_fits_and_drop_the_rest(
    ask: Run, option: str, value: str, field: str
) -> None:
    everything = ask("claims", "-f", "jsonl").records
    kept = ask("claims", option, value, "-f", "jsonl").records
    assert kept == [record for record in everything if record[field] == value]
    assert 0 < len(kept) < len(everything)


def test_filters_hold_together(ask: Run) -> None:
    found = ask("claims", "--country", "sy", "--since", "2014-12-01", "-f", "jsonl").records
    for record in found:
        assert record["place"]["country"] == "SY"
        assert record["report"]["outlet"] == "Sample West"


def test_a_place_is_a_name_or_a_number(ask: Run) -> None:
    by_name = ask("claims", "--place", "Aleppo", "-f", "jsonl").records
    assert by_name
    number = str(by_name[0]["place"]["geonames_id"])
    assert ask("claims", "--place", number, "-f", "jsonl").records == by_name


def test_a_report_is_named_by_the_start_of_its_id(ask: Run) -> None:
    report = ask("reports", "-f", "jsonl").records[2]
    records = ask("claims", "--report", report["id"][:8], "-f", "jsonl").records
    assert records
    assert {record["report"]["id"] for record in records} == {report["id"]}


@pytest.mark.parametrize(
    ("names", "vocabulary"),
    [
        (KindName, [ClaimKind]),
        (PolarityName, [Polarity]),
        (ModalityName, [Modality]),
        (TypeName, [EventType, TieType]),
    ],
)
def test_options_offer_the_whole_vocabulary(names: type, vocabulary: list[type]) -> None:
    assert {one.value for one in names} == {one.value for kind in vocabulary for one in kind}


def test_events_print_what_confirms_and_the_words(ask: Run) -> None:
    done = ask("events")
    assert "credibility" in done.out
    assert "because" in done.out
    assert "“" in done.out
    assert "origin" in done.out
    assert "\x1b" not in done.out


def test_events_of_more_origins_come_first(ask: Run) -> None:
    records = ask("events", "-f", "jsonl", "--most", "500").records
    origins = [record["origins"] for record in records]
    assert origins == sorted(origins, reverse=True)


def test_the_rest_is_counted_on_standard_error(ask: Run) -> None:
    total = len(ask("events", "-f", "jsonl").records)
    done = ask("events", "--most", "1")
    assert done.out.count("credibility") == 1
    assert f"{total - 1:,} more event" in done.err
    everything = ask("events", "--all")
    assert everything.out.count("credibility") == total
    assert everything.err == ""


def test_a_reprint_adds_an_outlet_and_no_line(ask: Run) -> None:
    done = ask("events", "--all", "--sentences", "9")
    quoted = [line for line in done.out.splitlines() if "agreed to stop fighting" in line]
    assert quoted
    assert any("; also Sample" in line for line in quoted)


def test_ties_between_two_actors(ask: Run) -> None:
    records = ask("ties", "--between", "IS", "Nusra Front", "-f", "jsonl").records
    assert records
    assert all(set(record["between"]) == {IS, NUSRA} for record in records)
    assert all("from" in record and "to" in record for record in records)


def test_all_states_of_a_pair_stand_together(ask: Run) -> None:
    done = ask("ties", "--all")
    heads = [
        line.split("  ")[1] for line in done.out.splitlines() if line and not line.startswith(" ")
    ]
    pairs = [frozenset(head.replace(" → ", " – ").split(" – ")) for head in heads]
    changes = [pair for pair, before in zip(pairs, [None, *pairs], strict=False) if pair != before]
    assert len(changes) == len(set(changes)) > 1
    assert "truce  Islamic State – Nusra Front" in done.out
    assert "affiliate  Nusra Front → al-Qaeda" in done.out


def test_most_counts_pairs_of_actors(ask: Run) -> None:
    records = ask("ties", "--most", "1", "-f", "jsonl").records
    assert len({frozenset(record["between"]) for record in records}) == 1
    everything = ask("ties", "-f", "jsonl").records
    pairs = {frozenset(record["between"]) for record in everything}
    assert f"{len(pairs) - 1:,} more pair" in ask("ties", "--most", "1").err


def test_ties_known_by_a_day_leave_out_later_reports(ask: Run) -> None:
    outlets = {
        words["outlet"]
        for record in ask("ties", "--known-by", "2014-11-14", "-f", "jsonl").records
        for words in record["evidence"]
    }
    assert outlets
    assert outlets <= {"Sample North", "Sample South"}


def test_lineage_keeps_the_reports_of_one_origin_together(ask: Run) -> None:
    done = ask("lineage")
    blocks = [block for block in done.out.split("\n\n") if block.strip()]
    assert "Sample North" in blocks[0]
    assert "reprint  Sample South" in blocks[0]
    relations = [record["relation"] for record in ask("lineage", "-f", "jsonl").records]
    assert sorted(relations).count("reprint") == 1


def test_show_numbers_the_words_of_each_claim(ask: Run) -> None:
    report = ask("reports", "-f", "jsonl").records[0]["id"]
    done = ask("show", report)
    claims = ask("show", report, "-f", "jsonl").records
    for number in range(1, len(claims) + 1):
        assert f"[{number}] " in done.out
    assert "published: 2014-11-13" in done.out


def test_show_says_why(ask: Run) -> None:
    report = ask("reports", "-f", "jsonl").records[2]["id"]
    done = ask("show", report, "--why")
    assert re.search(r"polarity: denied  “denied” \[\d+–\d+\]", done.out)
    claims = {row["id"] for row in ask("show", report, "-f", "jsonl").records}
    rows = ask("show", report, "--why", "-f", "jsonl").records
    assert {row["claim"] for row in rows} == claims
    assert {"type", "actor", "modality", "polarity"} <= {row["part"] for row in rows}


def test_show_says_who_says_so(ask: Run) -> None:
    report = ask("reports", "-f", "jsonl").records[0]["id"]
    done = ask("show", report)
    assert (
        "source: a Syrian opposition official (unnamed official, of Syrian opposition)" in done.out
    )


def test_search_finds_reports_and_claims(ask: Run) -> None:
    done = ask("search", "alliance")
    assert "report  Sample North" in done.out
    records = ask("search", "alliance", "-f", "jsonl").records
    assert any(record["claim"] for record in records)
    for record in records:
        for start, end in (hit.values() for hit in record["hits"]):
            assert record["snippet"][start:end].lower() == "alliance"


def test_a_search_without_hits_says_so_and_succeeds(ask: Run) -> None:
    done = ask("search", "zeppelin")
    assert (done.status, done.out) == (0, "")
    assert "nothing holds" in done.err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["ties", "--between", "nusra-frnt", IS], 1, "perhaps nusra-front"),
        (["ties", "--between", "Nusra Front", NUSRA], 2, "both are nusra-front"),
        (["ties", "--as-of", "soon"], 2, "as_of: 'soon' is no date"),
        (["claims", "--actor", "qqqqq"], 1, "secondsource actors"),
        (["claims", "--place", "Alepppo"], 1, "perhaps"),
        (["claims", "--type", "KISS"], 2, "KISS"),
        (["claims", "--since", "yesterday"], 2, "--since"),
        (["show", "r_ffffffffffffffff"], 1, "no report"),
        (["events", "--most", "0"], 2, "--most"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_what_is_asked_wrongly_is_answered_helpfully(
    ask: Run, arguments: list[str], status: int, words: str
) -> None:
    done = ask(*arguments)
    assert done.status == status
    assert done.out == ""
    assert words in done.err
    assert "Traceback" not in done.err


def test_an_actor_of_the_registry_that_no_report_names_has_no_claims(ask: Run) -> None:
    done = ask("claims", "--actor", "taliban", "-f", "jsonl")
    assert (done.status, done.out, done.err) == (0, "", "")
