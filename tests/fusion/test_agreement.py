"""Ten reports on one agreement: who copied whom, against a key made by hand."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.fusion import trace_kinship
from secondsource.reports import Report, from_text

FOLDER = Path(__file__).parent / "data" / "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    report: str
    relation: str
    copies: str
    agency: str
    origin: str


def keys() -> list[Key]:
    with (FOLDER / "key.tsv").open(encoding="utf-8", newline="") as lines:
        return [Key(**row) for row in csv.DictReader(lines, delimiter="\t")]


@lru_cache(maxsize=1)
def reports() -> dict[str, Report]:
    paths = sorted(FOLDER.glob("*.txt"))
    return {path.name: from_text(path.read_text(encoding="utf-8")) for path in paths}


@lru_cache(maxsize=1)
def kinship():
    return trace_kinship(list(reports().values()), ())


def found(name: str):
    by_report = {row.report_id: row for row in kinship().lineage}
    return by_report[reports()[name].id]


@pytest.mark.parametrize("key", keys(), ids=lambda key: key.report)
def test_where_each_report_comes_from(key: Key) -> None:
    row = found(key.report)
    copies = reports()[key.copies].id if key.copies else None
    assert (row.relation.value, row.copies) == (key.relation, copies), row.because
    assert (row.agency or "") == key.agency
    assert row.because


def test_which_reports_have_one_origin() -> None:
    wanted = sorted((key.origin, key.report) for key in keys())
    told = {(letter, found(report).origin) for letter, report in wanted}
    assert len(told) == len({letter for letter, _ in told}) == len({origin for _, origin in told})


def components() -> list[frozenset[str]]:
    groups = {report.id: frozenset({report.id}) for report in reports().values()}
    for link in kinship().links:
        together = groups[link.first] | groups[link.second]
        groups.update(dict.fromkeys(together, together))
    return sorted(set(groups.values()), key=min)


def test_the_links_leave_parts_that_can_be_traced_alone() -> None:
    assert len(components()) > 1
    by_id = {report.id: report for report in reports().values()}
    parts = [
        trace_kinship([by_id[key] for key in part], (), standing=frozenset())
        for part in components()
    ]
    assert sorted((row for part in parts for row in part.lineage), key=_id) == list(
        kinship().lineage
    )
    links = [link for part in parts for link in part.links]
    assert sorted(links, key=lambda link: (link.first, link.second)) == list(kinship().links)


def _id(row) -> str:
    return row.report_id


@given(st.permutations(sorted(p.name for p in FOLDER.glob("*.txt"))))
@settings(max_examples=5, deadline=None)
def test_the_order_of_arrival_says_nothing(names: list[str]) -> None:
    assert trace_kinship([reports()[name] for name in names], ()) == kinship()


@given(st.sets(st.sampled_from(sorted(p.name for p in FOLDER.glob("*.txt"))), min_size=1))
@settings(max_examples=15, deadline=None)
def test_any_part_of_the_set_gives_parents_that_are_in_it(names: set[str]) -> None:
    rows = {row.report_id: row for row in trace_kinship([reports()[n] for n in names], ()).lineage}
    for report in rows:
        seen = [report]
        while (copied := rows[seen[-1]].copies) is not None:
            assert copied in rows
            assert copied not in seen
            seen.append(copied)
