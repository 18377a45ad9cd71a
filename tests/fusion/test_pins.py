"""Relative dates of undated reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.claims import EventType, TieType, Time, TimeBasis
from secondsource.fusion.pins import pin_times
from tests.fusion.making import make_claim, make_report, words_at

TEXT = (
    "Isis and Nusra met last week. The meeting was held on {day}. The agency reported {said} that"
    " Isis and Nusra kept truces."
)


def said(day: str, edtf: str, words: str, published: str | None = None) -> str | None:
    """What ``words`` of an agency's earlier report come to beside a meeting on ``day``."""
    report = make_report(TEXT.format(day=day, said=words), published=published)
    both = {"actors": ("Isis",), "recipients": ("Nusra",)}
    truce = make_claim(report, "truces", TieType.TRUCE, **both, source="The agency")
    time = Time(
        words=words_at(report, words), edtf=None, precision="unknown", basis=TimeBasis.STATED
    )
    link = replace(truce.attribution[0], said=time)
    last_week = make_claim(report, "met", EventType.CONSULT, **both, time=("last week", "2014-W45"))
    claims = [
        replace(last_week, time=replace(last_week.time, edtf=None)),
        make_claim(report, "meeting", EventType.CONSULT, **both, time=(day, edtf)),
        replace(truce, attribution=(link,)),
    ]
    pinned = pin_times(claims, [report])[-1].attribution[0].said
    return pinned.edtf if pinned else None


PINNED = [
    ("2 November", "XXXX-11-02", "late last month", "XXXX-10-21/XXXX-10-31"),
    ("2 November", "XXXX-11-02", "last month", "XXXX-10"),
    ("5 January", "XXXX-01-05", "early last month", "XXXX-12-01/XXXX-12-10"),
]


@pytest.mark.parametrize(("day", "edtf", "words", "expected"), PINNED)
def test_last_month_is_before_the_month_of_last_week(day, edtf, words, expected):
    assert said(day, edtf, words) == expected


def test_a_week_that_ends_in_another_month_leaves_it_open():
    assert said("25 October", "XXXX-10-25", "late last month") is None


def test_a_dated_report_needs_no_pins():
    assert said("2 November", "XXXX-11-02", "late last month", "2014-11-13") is None
