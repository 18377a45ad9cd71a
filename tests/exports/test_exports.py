"""Each format reads back what it wrote."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import secondsource as ss
from secondsource.claims import ClaimRecord
from secondsource.exports import CLAIMS, EVENTS, LINEAGE, TIES, Table, csv_lines, jsonl_lines
from secondsource.ledger import ClaimFilter
from secondsource.views import claim_records


@pytest.fixture(scope="module")
def claims(small_ledger: Path) -> list[ClaimRecord]:
    with ss.open(small_ledger) as ledger:
        return list(claim_records(ledger.ledger, ClaimFilter()))


def read(lines: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(lines, newline="")))


def test_claims_as_csv_keep_words_and_offsets(claims: list[ClaimRecord]) -> None:
    rows = read("".join(csv_lines(CLAIMS, claims)))
    assert len(rows) == len(claims) > 0
    for row, record in zip(rows, claims, strict=True):
        assert row["id"] == record.id
        assert row["evidence"] == " … ".join(words.text for words in record.evidence)
        spans = [part.split("-") for part in row["evidence_spans"].split("; ")]
        assert [(int(start), int(end)) for start, end in spans] == [
            (words.start, words.end) for words in record.evidence
        ]


def test_an_absent_value_is_an_empty_cell(claims: list[ClaimRecord]) -> None:
    rows = read("".join(csv_lines(CLAIMS, claims)))
    placeless = [row for row, one in zip(rows, claims, strict=True) if one.place is None]
    assert placeless
    for row in placeless:
        assert (row["place"], row["latitude"], row["geonames_id"]) == ("", "", "")


def test_jsonl_is_the_contract_s_records(claims: list[ClaimRecord]) -> None:
    lines = "".join(jsonl_lines(claims)).splitlines()
    assert [ClaimRecord.model_validate(json.loads(line)) for line in lines] == claims


def test_line_breaks_and_quotes_survive(claims: list[ClaimRecord]) -> None:
    odd = 'said:\r\n"we, the group";\n–\t=1+1'
    words = claims[0].evidence[0].model_copy(update={"text": odd})
    changed = claims[0].model_copy(update={"evidence": (words,)})
    [row] = read("".join(csv_lines(CLAIMS, [changed])))
    assert row["evidence"] == odd


@pytest.mark.parametrize("table", [CLAIMS, EVENTS, TIES, LINEAGE], ids=lambda table: table.name)
def test_columns_are_distinct_and_explained(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert all(column.help.endswith((".", "…")) for column in table.columns)
    assert "".join(csv_lines(table, [])) == ",".join(names) + "\r\n"
